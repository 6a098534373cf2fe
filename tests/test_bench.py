"""
What the benchmark compares is one dossier in two forms, and pages that say the same. Its peers are not needed to see that.
"""

from __future__ import annotations

import html
import math
import re
import shutil
import subprocess
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import canonical, edits, report
from bench.convert import convert
from bench.generate import generate
from bench.measure import Figures, Pairs
from bench.sites import LABELS, YARDSTICK, own_site
from bench.targets import TARGETS, Measured
from building import tree
from dossier.dossier import load

_FACTS = 100


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in the peers' form, beside it one in ours."""
    folder = tmp_path_factory.mktemp("made-up")
    generate(_FACTS, folder / "theirs")
    convert(folder / "theirs", folder / "ours")
    return folder


@pytest.fixture(scope="module")
def records(made_up: Path) -> dict[str, list[dict[str, Any]]]:
    """The dossier's records as plain dicts, by sort."""
    names = ("people", "organisations", "countries", "sources", "facts")
    paths = {name: sorted((made_up / "theirs").glob(f"{name}*/*.yaml")) or [made_up / f"theirs/{name}.yaml"] for name in names}
    return {name: [record for path in found for record in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)] for name, found in paths.items()}


@pytest.fixture(scope="module")
def pages(made_up: Path) -> dict[str, str]:
    """The pages of our site of it, by the peers' addresses."""
    site = own_site(made_up / "site", made_up / "ours")
    subprocess.run(site.command, cwd=site.folder, env=site.variables, check=True, capture_output=True)
    return dict(canonical.pages(site.folder / site.output))


def words(text: str) -> str:
    """Text without tags and white space."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def main_of(page: str) -> str:
    """What a page says below its head and navigation."""
    return words(page.partition("<main>")[2].partition("</main>")[0])


def listed(records: dict[str, list[dict[str, Any]]], facts: list[dict[str, Any]]) -> str:
    """Facts as every page lists them, without tags and white space."""
    names = {record["id"]: record.get("name") or record.get("title") for sort in ("people", "organisations", "countries", "sources") for record in records[sort]}
    told = [f"{len(facts)} facts"]
    for fact in sorted(facts, key=lambda fact: (fact["date"], fact["id"])):
        told += [fact["date"], fact["kind"], plain(fact["statement"]), *(names[id_] for id_ in fact["about"]), ", ".join(names[id_] for id_ in fact["countries"])]
        told += [f"{names[cited['source']]}, ¶ {cited['para']}" for cited in fact["citations"]]
    return words("".join(told))


def plain(text: str) -> str:
    """Markdown as it reads."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")


def test_a_size_and_a_seed_make_one_dossier(made_up: Path, tmp_path: Path) -> None:
    """The same to the byte each time; another seed makes another."""
    generate(_FACTS, tmp_path / "again")
    generate(_FACTS, tmp_path / "other", seed=2)

    assert tree(tmp_path / "again") == tree(made_up / "theirs")
    assert tree(tmp_path / "other") != tree(made_up / "theirs")


def test_it_is_a_dossier_without_problems(made_up: Path, records: dict[str, list[dict[str, Any]]]) -> None:
    """In our form it passes every check, and has a fact more for each summary."""
    dossier = load(made_up / "ours")

    assert len(records["facts"]) == _FACTS
    assert len(dossier.facts) == _FACTS + len(records["people"]) + len(records["organisations"])
    assert len(dossier.sources) == len(records["sources"])


def test_it_has_a_page_for_each_record_and_year_and_no_other(pages: dict[str, str], records: dict[str, list[dict[str, Any]]]) -> None:
    """With their indexes and a front page."""
    expected = {f"/{sort}/{record['id']}/" for sort in ("people", "organisations", "countries", "sources") for record in records[sort]}
    expected |= {f"/chronology/{fact['date'][:4]}/" for fact in records["facts"]}
    expected |= {f"/{name}/" for name in ("people", "organisations", "countries", "sources", "chronology")} | {"/"}

    assert pages.keys() == expected


def test_a_page_of_ours_says_what_the_peers_dossier_holds(pages: dict[str, str], records: dict[str, list[dict[str, Any]]]) -> None:
    """Every name, alias, summary and fact in its place, computed here by other means."""
    for sort in ("people", "organisations"):
        for record in records[sort]:
            also = f"Also known as: {'; '.join(record['aliases'])}" if record["aliases"] else ""
            facts = [fact for fact in records["facts"] if record["id"] in fact["about"]]
            assert main_of(pages[f"/{sort}/{record['id']}/"]) == words(record["name"] + also + plain(record["summary"])) + listed(records, facts)
    for record in records["countries"]:
        facts = [fact for fact in records["facts"] if record["id"] in fact["countries"]]
        assert main_of(pages[f"/countries/{record['id']}/"]) == words(record["name"]) + listed(records, facts)
    for record in records["sources"]:
        facts = [fact for fact in records["facts"] if any(cited["source"] == record["id"] for cited in fact["citations"])]
        told = f"{record['title']}{record['publisher']}, {record['date']}{record['href']}"
        assert main_of(pages[f"/sources/{record['id']}/"]) == words(told) + listed(records, facts)
    for year in {fact["date"][:4] for fact in records["facts"]}:
        facts = [fact for fact in records["facts"] if fact["date"].startswith(year)]
        assert main_of(pages[f"/chronology/{year}/"]) == words(year) + listed(records, facts)


def test_the_indexes_count_what_they_lead_to(pages: dict[str, str], records: dict[str, list[dict[str, Any]]]) -> None:
    """A summary, which is a fact in our form, is not counted."""
    years = {fact["date"][:4] for fact in records["facts"]}
    sizes = [("People", len(records["people"])), ("Organisations", len(records["organisations"])), ("Countries", 20), ("Sources", len(records["sources"])), ("Chronology", len(years))]
    assert main_of(pages["/"]) == words(f"Dossier{_FACTS} facts." + "".join(f"{name}({size})" for name, size in sizes))

    counted = [f"{person['name']}({sum(person['id'] in fact['about'] for fact in records['facts'])})" for person in records["people"]]
    assert main_of(pages["/people/"]) == words("People" + "".join(counted))
    cited = [f"{source['title']}({sum(source['id'] in str(fact['citations']) for fact in records['facts'])})" for source in records["sources"]]
    assert main_of(pages["/sources/"]) == words("Sources" + "".join(cited))


def test_pages_are_compared_to_the_letter_but_for_how_they_are_made(tmp_path: Path) -> None:
    """Addresses, links, escapes and white space may be written in two ways; a word and the end of a link may not."""
    sites = {
        "theirs": ("people/p1/index.html", '<p><a href="/chronology/1990/#f1">It’s &amp; was</a></p>\n<p>so</p>'),
        "ours": ("people/p1.html", '<p><a href="../chronology/years/1990.html#f1">It&#8217;s &#38; was</a></p><p> so </p>'),
        "elsewhere": ("people/p1.html", '<p><a href="../chronology/years/1991.html#f1">It’s &amp; was</a></p><p>so</p>'),
        "other": ("people/p1.html", '<p><a href="../chronology/years/1990.html#f1">It’s &amp; is</a></p><p>so</p>'),
    }
    for name, (path, text) in sites.items():
        (tmp_path / name / path).parent.mkdir(parents=True)
        (tmp_path / name / path).write_text(text, encoding="utf-8")

    theirs, ours, elsewhere, other = (canonical.digests(tmp_path / name) for name in sites)

    assert canonical.differing(theirs, ours) == []
    assert canonical.differing(theirs, elsewhere) == canonical.differing(theirs, other) == canonical.differing(theirs, {}) == ["/people/p1/"]


@pytest.mark.parametrize("ours", [True, False])
def test_an_edit_is_on_all_the_pages_that_it_is_looked_for_on(ours: bool, made_up: Path, pages: dict[str, str], tmp_path: Path) -> None:
    """Each lists the fact, and the word goes into its text, in either form of the dossier."""
    facts = Path(shutil.copytree(made_up / ("ours" if ours else "theirs") / "facts", tmp_path / "facts"))

    for edit, word in islice(edits.edits(made_up / "theirs"), 5):
        assert all(f'id="{edit.fact["id"]}"' in pages[url] for url in edit.pages())
        edit.make(facts, word, ours=ours)
        text = next(path for path in facts.iterdir() if path.stem == edit.file).read_text(encoding="utf-8")
        at = yaml.load(text, yaml.CSafeLoader)
        assert word in (at[edit.fact["id"]]["text"] if ours else next(fact["statement"] for fact in at if fact["id"] == edit.fact["id"]))


def test_the_table_says_what_is_met_and_what_is_not(tmp_path: Path) -> None:
    """Beside each ratio stands its target; what took too long is told, and what stands around the table stays."""
    pairs = Pairs(tuple((Figures(wall, wall, 50), Figures(1.0, 1.0, 100)) for wall in (0.9, 1.5, 1.1)))
    found = [Measured(size, 9, dict.fromkeys(LABELS.keys() - {YARDSTICK}, pairs), pairs, None, pairs) for size in (400, 4000)]
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n\n{report.BEGIN}\n\nold\n\n{report.END}\n\nAfter.\n", encoding="utf-8")

    report.write(report.report(found, {"Hugo": "1.2"}, tmp_path, 3, 60), page)

    text = page.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.startswith("Before.\n\n")
    assert text.endswith("\n\nAfter.\n")
    assert "| full build from nothing, wall clock to Hugo’s | 1.1, target 2: met | 1.1, target 1: **not met** |" in text
    assert "over 60 s, target 0.2: **not met**" in text
    growth = TARGETS[-1].ratio(found[1], found[0])
    assert growth is not None
    assert math.isclose(growth, 0.1)
