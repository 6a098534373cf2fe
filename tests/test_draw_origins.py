"""
From a fact to its origins: publications that rest on one another run together.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from dossier.dossier import Dossier, load
from dossier.draw.lettering import width
from dossier.draw.origins import Origins, Tree, origins
from dossier.fields import Place
from dossier.views.facts import citation_view
from drawn import assert_sound, page_with

HERALD = """
title: A note on the rain & what the Herald of Upper Drizzlia makes of it
character: secondary
note: Fictional.
document: herald
rests_on:
  - {source: gazette-report, paragraphs: 1, how: inferred, why: Same words.}
  - {source: bureau-ledger, paragraphs: 2, how: stated, through: gazette-report, why: It quotes the Gazette on the ledger.}
  - {source: bureau-ledger, paragraphs: 3, how: inferred, why: The same sums.}
"""


@pytest.fixture
def dossier(sample: Path) -> Dossier:
    """The sample with an outlet that rests on the others, each paragraph in its own way."""
    (sample / "sources/herald-note.yml").write_text(HERALD, encoding="utf-8")
    marks = ("", "#1", "#2", "#3", "#4")
    (sample / "sources/herald-note.sha256").write_text("".join(f"{'0' * 64}  herald{mark}\n" for mark in marks), encoding="utf-8")
    return load(sample)


def laid_out(dossier: Dossier, *places: str) -> Origins | None:
    """The drawing for a fact cited from these places."""
    return origins(dossier, [citation_view(dossier, Place(place.split()[0], int(place.split()[1]))) for place in places])


def seen(tree: Tree) -> list[tuple[str, bool]]:
    """The words of each node, and whether it is an origin."""
    return [(" ".join(node.words), node.is_origin) for node in tree.nodes]


def test_two_publications_run_together_into_one_origin(dossier: Dossier) -> None:
    """Both lines end in one node."""
    drawing = laid_out(dossier, "gazette-report 3", "herald-note 3")

    assert drawing is not None
    assert (drawing.citations, drawing.origins) == (2, 1)
    assert [is_origin for _, is_origin in seen(drawing.wide)] == [False, False, True]
    assert len({edge.end for edge in drawing.wide.edges}) == 1


def test_stated_and_inferred_lines_differ(dossier: Dossier) -> None:
    """What we conclude is dashed and has the word; what the source says is neither."""
    drawing = laid_out(dossier, "gazette-report 3", "herald-note 3")
    assert drawing is not None
    page = page_with("origins", "origins_drawing", drawing, "../")

    assert [(edge.inferred, edge.word is not None) for edge in drawing.wide.edges] == [(False, False), (True, True)]
    for tree in page.xpath(".//svg"):
        assert len(tree.xpath(".//path[contains(@class, 'inferred')]")) == 1
        assert tree.xpath("string(.//text[contains(@class, 'how')])") == "inferred"


def test_a_source_in_between_is_there(dossier: Dossier) -> None:
    """A paragraph that retells one that retells the origin goes through it."""
    drawing = laid_out(dossier, "herald-note 2")

    assert drawing is not None
    assert [words for words, _ in seen(drawing.wide)][1:] == ["Gazette", "The ledger"]
    assert "through Gazette, stated" in drawing.said


def test_paragraphs_of_one_source_can_have_several_origins(dossier: Dossier) -> None:
    """An origin follows its own paragraph; those with one origin stand together, in the order of the citations."""
    drawing = laid_out(dossier, "herald-note 4", "gazette-report 3", "herald-note 1", "herald-note 3")

    assert drawing is not None
    assert drawing.origins == 3
    assert [node.url for node in drawing.wide.nodes if not node.is_origin] == [
        "sources/herald-note.html#p4",
        "sources/gazette-report.html#p3",
        "sources/herald-note.html#p3",
        "sources/herald-note.html#p1",
    ]


def test_where_a_publication_is_its_own_origin_nothing_is_drawn(dossier: Dossier) -> None:
    """Its name beside the fact says it."""
    assert laid_out(dossier, "gazette-report 1", "gazette-report 2") is None
    assert laid_out(dossier, "gazette-report 1", "herald-note 4") is not None


@pytest.mark.parametrize(
    "places",
    [
        ("herald-note 2",),
        ("gazette-report 3", "herald-note 3"),
        ("herald-note 4", "gazette-report 3", "herald-note 1", "herald-note 3", "herald-note 2", "gazette-report 1"),
    ],
)
def test_nothing_lies_outside_and_no_words_on_others(dossier: Dossier, places: tuple[str, ...]) -> None:
    """In both widths, every node has its own room, and the word inferred has room before the line bends."""
    drawing = laid_out(dossier, *places)
    assert drawing is not None

    for tree in (drawing.narrow, drawing.wide):
        rooms = []
        for node in tree.nodes:
            lines = len(node.words) + (not node.held)
            rooms.append((node.text[0], node.text[1] - 12, node.reach, node.text[1] + 17 * (lines - 1) + 4))
            assert 0 <= node.x <= node.reach <= tree.width
            assert 0 <= rooms[-1][1] <= rooms[-1][3] <= tree.height
        assert not [(a, b) for a, b in combinations(rooms, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
        for edge in tree.edges:
            assert edge.start[0] <= edge.bend <= edge.end[0]
            assert edge.word is None or edge.word[0] + width("inferred", 13.5) <= edge.end[0]


def test_the_narrow_one_says_when_it_scrolls(dossier: Dossier) -> None:
    """A trail too long for a telephone can be reached with the keyboard, and has a name."""
    drawing = laid_out(dossier, "herald-note 2", "herald-note 3")
    assert drawing is not None
    room = page_with("origins", "origins_drawing", drawing, "../").xpath(".//div[contains(@class, 'narrow')]")[0]

    assert drawing.scrolls is (drawing.narrow.width > 328)
    assert (room.get("tabindex") == "0" and bool(room.get("aria-label"))) is drawing.scrolls


def test_it_is_sound_and_leads_to_the_paragraphs_and_origins(dossier: Dossier) -> None:
    """Links are in reading order, from the page's place, and a source that is not held says so."""
    drawing = laid_out(dossier, "gazette-report 3", "herald-note 3")
    assert drawing is not None
    page = page_with("origins", "origins_drawing", drawing, "../")

    assert_sound(page)
    wide = page.xpath(".//svg")[1]
    assert wide.xpath(".//a/@href") == ["../sources/gazette-report.html#p3", "../sources/herald-note.html#p3", "../sources/bureau-ledger.html"]
    assert wide.xpath("string(.//text[contains(@class, 'note')])") == "not held"


def test_it_is_the_same_each_time(dossier: Dossier) -> None:
    """Nothing in it depends on the moment."""
    assert laid_out(dossier, "herald-note 2", "gazette-report 3") == laid_out(dossier, "herald-note 2", "gazette-report 3")
