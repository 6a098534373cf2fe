"""
The network of relations, whole and around one record: what a line says, and that it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from building import PROJECT
from dossier.dossier import Dossier, load
from dossier.draw import ego as ego_module
from dossier.draw import settle
from dossier.draw.arrange import GAP, arrange
from dossier.draw.ego import ego
from dossier.draw.network import Network, network
from dossier.draw.routes import route
from dossier.draw.segments import boxes_on, crossing, lines_on
from dossier.draw.ties import Firmness, ties, ties_of

FACT = "{id}:\n  text: {text}\n  kind: career\n  voice: reporting\n  relation: {relation}\n  cite: {{gazette-report 1: was founded in 1998}}\n  added: 2026-01-02\n{more}\n"
ALLEGED = "  against: pluvius-drench"
TIES = (
    ("brolly-close-to-drench", "ada-brolly close-to pluvius-drench", ""),
    ("drench-close-to-brolly", "pluvius-drench close-to ada-brolly", ""),
    ("drench-paid-bureau", "pluvius-drench funded umbrella-bureau", ALLEGED),
    ("drench-paid-brolly", "pluvius-drench funded ada-brolly", ALLEGED),
    ("drench-ran-the-affair", "pluvius-drench handled parasol-affair", ALLEGED),
    ("drench-in-charge-of-the-affair", "pluvius-drench handled parasol-affair", ""),
    ("bureau-in-drizzlia", "umbrella-bureau based-in drizzlia", ""),
    ("bureau-of-drizzlia", "umbrella-bureau part-of drizzlia", ""),
    ("bureau-not-in-drizzlia", "drizzlia closed umbrella-bureau", ""),
    ("gazette-in-drizzlia", "drizzlia-gazette based-in drizzlia", "  withdrawn: {on: 2026-02-02, why: Misread.}"),
)
DISAGREEMENT = "title: Shut or part\nweight: contradiction\nfacts: [bureau-not-in-drizzlia, bureau-of-drizzlia]\nwhy: Fictional.\n"


@pytest.fixture
def dossier(sample: Path) -> Dossier:
    """The sample with ties of every firmness."""
    written = []
    for id_, relation, more in TIES:
        subject, _, object_ = relation.split()
        written.append(FACT.format(id=id_, text=f'"The Gazette writes of [[{subject}]] and [[{object_}]]."', relation=relation, more=more))
    (sample / "facts/ties.yml").write_text("".join(written), encoding="utf-8")
    (sample / "disagreements/shut-or-part.yml").write_text(DISAGREEMENT, encoding="utf-8")
    return load(sample)


@pytest.fixture(scope="module")
def macros() -> Any:
    """The template's macros."""
    loader = FileSystemLoader(PROJECT / "themes/broadsheet/templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("drawings/network.html").module


def by_ends(drawn: Network) -> dict[tuple[str, str, str], Any]:
    """Lines by the ids of their ends and their firmness."""
    return {(*sorted((edge.one.id, edge.other.id)), str(edge.firmness)): edge for edge in drawn.edges}


def test_what_reads_alike_from_both_sides_is_one_tie(dossier: Dossier) -> None:
    """Two facts, each from its own side, are behind it."""
    close = next(tie for tie in ties(dossier) if tie.predicate == "close-to")

    assert [fact.id for fact in close.facts] == ["brolly-close-to-drench", "drench-close-to-brolly"]
    assert close.said_from(close.subject) == close.said_from(close.object) == "close to"


def test_a_tie_is_alleged_only_if_every_fact_behind_it_is(dossier: Dossier) -> None:
    """The fact that is no allegation stands first, and the tie with it."""
    found = {(tie.subject.id, tie.predicate.value, tie.object.id): tie for tie in ties(dossier)}

    assert found["pluvius-drench", "funded", "umbrella-bureau"].firmness is Firmness.ALLEGED
    affair = found["pluvius-drench", "handled", "parasol-affair"]
    assert affair.firmness is Firmness.SAID
    assert [fact.firmness for fact in affair.facts] == [Firmness.SAID, Firmness.ALLEGED]
    assert found["drizzlia", "closed", "umbrella-bureau"].firmness is Firmness.DISPUTED


def test_what_was_withdrawn_ties_nothing(dossier: Dossier) -> None:
    """Neither a line nor a name is left of it."""
    drawn = network(dossier)

    assert "drizzlia-gazette" not in {mark.entity.id for mark in drawn.marks}
    assert all(fact.id != "gazette-in-drizzlia" for edge in drawn.edges for fact in edge.facts)


def test_a_line_bundles_what_is_equally_firm(dossier: Dossier) -> None:
    """One record may be tied to another by a line that stands and by one that is alleged; each says what it is."""
    lines = by_ends(network(dossier))

    assert lines["ada-brolly", "pluvius-drench", ""].label == "2 facts"
    assert lines["ada-brolly", "pluvius-drench", "alleged"].label == "alleged"
    assert lines["ada-brolly", "pluvius-drench", "alleged"].name == "alleged: Pluvius Drench funded Ada Brolly"
    assert lines["ada-brolly", "pluvius-drench", ""].path != lines["ada-brolly", "pluvius-drench", "alleged"].path
    assert lines["drizzlia", "umbrella-bureau", "disputed"].name.count("disputed: ") == 2


def test_the_same_dossier_gives_the_same_drawing(dossier: Dossier, sample: Path) -> None:
    """To the last digit, and with one decimal at most."""
    drawn = network(dossier)

    assert drawn == network(load(sample))
    assert not re.search(r"\d\.\d\d", " ".join(edge.path for edge in drawn.edges) + " ".join(mark.outline for mark in drawn.marks))


def test_every_name_and_word_is_inside_the_picture(dossier: Dossier) -> None:
    """With nothing over anything else."""
    drawn = network(dossier)
    boxes = [(mark.x, mark.y, mark.width / 2, mark.height / 2) for mark in drawn.marks]
    boxes += [(edge.label_x, edge.label_y, edge.label_width / 2, 7.5) for edge in drawn.edges if edge.label]

    assert all(half_x <= x <= drawn.width - half_x and half_y <= y <= drawn.height - half_y for x, y, half_x, half_y in boxes)
    assert list(overlaps(boxes)) == []


def test_a_hundred_boxes_never_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little is done about crossing lines."""
    monkeypatch.setattr(settle, "_EFFORT", 1)
    monkeypatch.setattr(settle, "_REPAIRS", 0)
    sizes = [(60.0 + 13 * (number % 7), 26.0 + 16 * (number % 3 == 0)) for number in range(115)]
    pairs = {(number * number % (number + 1) if number % 4 else 0, number + 1) for number in range(114)}
    pairs |= {(number % 20, 20 + (number * 7) % 95) for number in range(86)}
    links = {pair: (50.0, 15.0) if sum(pair) % 4 == 0 else (0.0, 0.0) for pair in sorted(pairs)}
    area = sum((wide + GAP[0]) * (high + GAP[1]) for wide, high in sizes)
    frame = (1080.0, area * 2.8 / 1080)

    middles = arrange(sizes, links, frame)

    boxes = [(*middle, wide / 2, high / 2) for middle, (wide, high) in zip(middles, sizes, strict=True)]
    assert list(overlaps(boxes)) == []
    assert all(half_x <= x <= frame[0] - half_x and half_y <= y <= frame[1] - half_y for x, y, half_x, half_y in boxes)


def overlaps(boxes: list[tuple[float, float, float, float]]) -> Iterator[tuple[int, int]]:
    """Pairs of boxes that are over each other."""
    for index, (x, y, half_x, half_y) in enumerate(boxes):
        for other in range(index):
            if abs(x - boxes[other][0]) < half_x + boxes[other][2] - 0.1 and abs(y - boxes[other][1]) < half_y + boxes[other][3] - 0.1:
                yield other, index


def test_lines_and_boxes_are_counted_where_they_meet() -> None:
    """Lines that only share an end do not cross."""
    line = (0.0, 0.0, 10.0, 10.0)

    assert crossing(line, [(0.0, 10.0, 10.0, 0.0), (0.0, 0.0, 10.0, 0.0), (20.0, 0.0, 20.0, 9.0)]) == 1
    assert boxes_on(line, [(5.0, 5.0, 1.0, 1.0), (9.0, 1.0, 2.0, 2.0), (30.0, 30.0, 1.0, 1.0)]) == 1
    assert lines_on((5.0, 5.0, 1.0, 1.0), [line, (0.0, 5.0, 10.0, 5.0), (0.0, 9.0, 10.0, 9.0)]) == 2


def test_a_line_goes_around_a_name_that_it_does_not_tie() -> None:
    """And straight where nothing is in its way."""
    assert not route((0.0, 0.0), (200.0, 0.0), []).is_bent
    around = route((0.0, 0.0), (200.0, 0.0), [(100.0, 0.0, 20.0, 12.0)])
    assert around.is_bent
    assert sum(boxes_on(piece, [(100.0, 0.0, 20.0, 12.0)]) for piece in around.pieces) == 0


def test_every_line_leads_to_its_facts(dossier: Dossier, macros: Any) -> None:
    """To the fact, or where there are several to their place in the list; no id is given twice."""
    drawn = network(dossier)
    html = f"{macros.network_drawing(drawn, './')}{macros.network_list(drawn, './')}"
    ids = re.findall(r'\bid="([^"]+)"', html)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    for edge in drawn.edges:
        if len(edge.facts) == 1:
            assert f'href="./{edge.facts[0].url}"' in html
        assert all(html.count(f'href="./{fact.url}"') >= 2 for fact in edge.facts)


def test_an_allegation_is_never_a_bare_line(dossier: Dossier, macros: Any) -> None:
    """It is dashed by its class, labelled, and named as one; and so it is in the list and around one record."""
    drawn = network(dossier)
    lines = re.findall(r'<a class="tie-line tie-line--alleged".*?</a>', str(macros.network_drawing(drawn, "./")), re.DOTALL)
    assert len(lines) == 2
    assert all("<title>alleged: " in line and re.search(r">alleged</text>", line) for line in lines)

    rows = re.findall(r"<li id=.*?</li>", str(macros.network_list(drawn, "./")), re.DOTALL)
    funded = [row for row in rows if "funded" in row]
    assert len(funded) == 4
    assert all("alleged: funded" in row and "any reply" in row for row in funded)

    around = str(macros.ego_drawing(ego(dossier, dossier.entities["pluvius-drench"]), "../"))
    lines = re.findall(r'<a class="tie-line tie-line--alleged".*?</a>', around, re.DOTALL)
    assert len(lines) == 2
    assert all("alleged: funded</text>" in line for line in lines)


def test_a_records_own_ties_read_from_its_side(dossier: Dossier) -> None:
    """What stands comes first, then what is disputed, then what is alleged."""
    bureau = dossier.entities["umbrella-bureau"]
    drawn = ego(dossier, bureau)

    assert drawn is not None
    assert [branch.name for branch in drawn.branches] == [
        "Bureau of Umbrellas headed by Ada Brolly",
        "Bureau of Umbrellas based in Drizzlia",
        "Bureau of Umbrellas disputed: part of Drizzlia",
        "Bureau of Umbrellas disputed: closed by Drizzlia",
        "Bureau of Umbrellas alleged: funded by Pluvius Drench",
    ]
    assert [tie.firmness for tie in ties_of(dossier, bureau)] == [branch.firmness for branch in drawn.branches]


def test_a_records_own_ties_stand_one_below_another(dossier: Dossier) -> None:
    """Names and words do not touch, and all is inside a phone's width."""
    drawn = ego(dossier, dossier.entities["pluvius-drench"])

    assert drawn is not None
    assert drawn.width == 328
    boxes = [(mark.x, mark.y, mark.width / 2, mark.height / 2) for mark in (drawn.mark, *(branch.mark for branch in drawn.branches))]
    assert list(overlaps(boxes)) == []
    assert all(x + half_x <= drawn.width and y + half_y <= drawn.height for x, y, half_x, half_y in boxes)
    heights = [y for branch in drawn.branches for y, _ in branch.words]
    assert all(below - above >= 13 for above, below in pairwise(heights))


def test_ties_without_room_are_counted(dossier: Dossier, macros: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how many of them are alleged."""
    monkeypatch.setattr(ego_module, "MOST", 2)
    drawn = ego(dossier, dossier.entities["pluvius-drench"])

    assert drawn is not None
    assert (len(drawn.branches), drawn.left_out, drawn.left_out_alleged) == (2, 2, 2)
    assert "2 more ties are not drawn, 2 of them alleged" in str(macros.ego_drawing(drawn, "../"))


def test_who_is_tied_to_nobody_has_no_drawing(dossier: Dossier) -> None:
    """And a dossier without relations has an empty network."""
    assert ego(dossier, dossier.entities["drizzlia-gazette"]) is None


def test_a_dossier_without_relations_has_an_empty_network(sample: Path) -> None:
    """Nothing fails for want of a tie."""
    facts = sample / "facts/bureau.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("  relation: ada-brolly headed umbrella-bureau\n", ""), encoding="utf-8")

    drawn = network(load(sample))

    assert (drawn.marks, drawn.edges, drawn.listings) == ((), (), ())
