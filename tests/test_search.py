"""
What the search looks through, and the A–Z for who reads without scripts.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from building import PROJECT
from dossier import prose
from dossier.dossier import Dossier, load
from dossier.export.search_index import FILE, documents, search_files
from dossier.urls import page_of
from dossier.views.search import AtoZEntry, PageLink, search_view
from dossier.wording import words_of

WRITTEN = [PageLink("Letters &amp; <em>ledgers</em>", "stories/letters.html")]
VIEWS_OF_RECORDS = re.compile(r"(people|organisations|countries|cases|facts|sources)/(?!index)|chronology/(people|countries)/|(404|patterns|search)\.html$")
"""Pages that are found as a record, as a part of the chronology that a record's page leads to, or not at all."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The real dossier."""
    return load(PROJECT / "data")


@pytest.fixture(scope="module")
def sample_dossier() -> Dossier:
    """The fictional one."""
    return load(PROJECT / "tests/sample")


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, dict[str, Any]]:
    """The documents of the real site's index, as a browser reads them, by address."""
    text = (site / FILE).read_text(encoding="utf-8")
    return {document["url"]: document for document in json.loads(text.removeprefix("globalThis.dossierSearch = ").removesuffix(";\n"))}


def said(document: dict[str, Any]) -> str:
    """Everything in a document that a reader may be shown."""
    return " ".join(str(document.get(key, "")) for key in ("text", "shown", "aside", "also"))


def test_every_record_and_page_can_be_found(found: dict[str, dict[str, Any]], site: Path, dossier: Dossier) -> None:
    """Entities, facts and sources, each once, and every page that is no record's; every address leads to a page."""
    records = {page_of(record) for kind in (dossier.entities, dossier.facts, dossier.sources) for record in kind.values()}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert set(found) == records | {url for url in pages if not VIEWS_OF_RECORDS.match(url)}


def test_an_entity_is_found_by_every_name_that_sources_print(found: dict[str, dict[str, Any]], dossier: Dossier) -> None:
    """Its name, its short name and each spelling are in its document."""
    for entity in dossier.entities.values():
        document = found[page_of(entity)]
        assert {entity.name, entity.label, *entity.spelled} <= {document["text"], *document.get("also", [])}, entity.id


def test_a_fact_is_found_by_its_words_and_by_what_it_is_about(sample_dossier: Dossier) -> None:
    """Its text, without links and marks, and the numbers of the entities' documents, whose names the browser adds."""
    listed = documents(sample_dossier, WRITTEN)
    fact = next(document for document in listed if document["url"] == "facts/parasols-in-the-ledger.html")

    assert fact["text"] == "The ledger of the Bureau of Umbrellas shows more than 40,000 ducats for parasols in the parasol affair."
    assert {listed[number]["url"] for number in fact["about"]} == {"cases/parasol-affair.html", "organisations/umbrella-bureau.html"}


def test_an_allegation_says_nothing_of_itself(found: dict[str, dict[str, Any]], dossier: Dossier) -> None:
    """A hit has no room for attribution and reply: no five words in a row of an allegation stand in its document, nor its text anywhere."""
    everything = " ".join(words_of(" ".join(said(document) for document in found.values())))
    for fact in dossier.facts.values():
        if not fact.against or fact.withdrawn:
            continue
        document = found[page_of(fact)]
        words = words_of(prose.plain(fact.text, dossier.resolve))
        shown = " ".join(words_of(said(document)))
        assert document["shown"].startswith(f"An allegation, with its attribution and reply: {fact.kind.label}, "), fact.id
        assert "text" not in document, fact.id
        assert " ".join(words) not in everything, fact.id
        assert not [run for start in range(len(words) - 4) if (run := " ".join(words[start : start + 5])) in shown], fact.id


def test_a_page_is_found_by_its_title(sample_dossier: Dossier) -> None:
    """A story's title, which Pelican gives as HTML, is text in the index."""
    document = next(document for document in documents(sample_dossier, WRITTEN) if document["url"] == "stories/letters.html")

    assert document == {"kind": "pages", "text": "Letters & ledgers", "url": "stories/letters.html"}


def test_the_index_is_light(site: Path) -> None:
    """What the first use fetches, index and library together, stays under 200 kB compressed."""
    files = [site / FILE, site / "theme/js/vendor/minisearch.js"]

    assert sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in files) < 200_000


def test_the_index_is_the_same_each_time(dossier: Dossier, site: Path) -> None:
    """Nothing in it depends on the run, and its kinds stand together in one order."""
    [(_, text)] = search_files(dossier, WRITTEN)
    kinds = list(dict.fromkeys(document["kind"] for document in documents(dossier, WRITTEN)))

    assert [(FILE, text)] == list(search_files(load(PROJECT / "data"), WRITTEN))
    assert kinds == ["people", "organisations", "countries", "cases", "facts", "sources", "pages"]


def test_the_a_to_z_has_everything(site: Path, found: dict[str, dict[str, Any]], dossier: Dossier) -> None:
    """Entities, sources and pages are listed, the facts' own pages are linked, and so is every letter."""
    tree = html.document_fromstring((site / "search.html").read_text(encoding="utf-8"))
    listed = {address.removeprefix("./") for address in tree.xpath("//*[@id='a-to-z']//a/@href")}
    words = tree.xpath("string(//*[@id='a-to-z'])")

    assert {url for url, document in found.items() if document["kind"] != "facts"} <= listed
    assert not [name for entity in dossier.entities.values() for name in entity.spelled if name.casefold() not in words.casefold()]
    assert tree.xpath("//nav[@aria-label='Letters']//a/@href") == [f"#{anchor}" for anchor in tree.xpath("//*[@id='a-to-z']//h2/@id") if anchor.startswith("letter-")]


def test_a_person_stands_under_both_names(sample_dossier: Dossier) -> None:
    """The last word of a name, and another spelling, lead to the name; marks and “The” do not count."""
    letters = dict(search_view(sample_dossier, [PageLink("The “whole” story", "stories/whole.html")]).letters)

    assert AtoZEntry("Ada Brolly", "people/ada-brolly.html", "person", "") in letters["A"]
    assert AtoZEntry("Brolly", "people/ada-brolly.html", "person", "Ada Brolly") in letters["B"]
    assert AtoZEntry("The “whole” story", "stories/whole.html", "page", "") in letters["W"]


def test_every_page_leads_to_the_search(site: Path) -> None:
    """Each page has one search field, which leads to the search page without scripts."""
    for path in site.rglob("*.html"):
        forms = html.document_fromstring(path.read_text(encoding="utf-8")).xpath("//form[@role='search']")
        assert len(forms) == 1, path
        assert (path.parent / forms[0].get("action")).resolve() == site / "search.html", path
