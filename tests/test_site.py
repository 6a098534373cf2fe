"""
The finished site: every link leads somewhere, every page is well formed, and the facts are on it.
"""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from building import PROJECT
from dossier import prose
from dossier.content import markdown
from dossier.dossier import Dossier, load
from markup import slips


@cache
def page(path: Path) -> html.HtmlElement:
    """A page, parsed once."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the site by its address."""
    return {path.relative_to(site).as_posix(): page(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The real dossier."""
    return load(PROJECT / "data")


def page_files(site: Path) -> int:
    """How many pages there are, counted apart from those that are checked."""
    return sum(name.endswith(".html") for _, _, names in os.walk(site) for name in names)


def words(element: html.HtmlElement) -> str:
    """What an element reads as, with single spaces."""
    return " ".join(element.text_content().split())


def test_every_record_has_its_page(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """Sources, entities and facts are all there, and nothing else but the views of them."""
    expected = {f"{entity.folder}/{entity.id}.html" for entity in dossier.entities.values()}
    expected |= {f"facts/{id_}.html" for id_ in dossier.facts} | {f"sources/{id_}.html" for id_ in dossier.sources}
    views = {f"{name}.html" for name in ("404", "about", "corrections", "disagreements", "glossary", "index", "methodology", "money", "network", "offline", "patterns", "requests", "search", "unknowns")}
    views |= {f"{folder}/index.html" for folder in ("people", "organisations", "countries", "cases", "chronology", "sources", "voices")}
    views |= {f"voices/{voice}.html" for voice in {fact.voice for fact in dossier.standing_facts}}
    views |= {f"stories/{path.stem}.html" for path in (PROJECT / "content/stories").glob("*.md")}
    views |= {f"chronology/kinds/{kind}.html" for kind in {fact.kind for fact in dossier.standing_facts}}
    views |= {f"chronology/years/{year}.html" for fact in dossier.standing_facts if fact.date for year in fact.date.years}
    views |= {f"chronology/{entity.folder}/{entity.id}.html" for entity in dossier.entities.values() if entity.sort in ("person", "country")}

    assert set(pages) == expected | views


def test_no_link_or_anchor_is_dead(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    """Every address within the site is relative, names a file, and an anchor that is there."""
    dead, checked = [], 0
    anchors = {url: set(tree.xpath("//@id")) for url, tree in pages.items()}
    for url, tree in pages.items():
        for address in tree.xpath("//@href | //@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            if url == "patterns.html" and parts.path in ("", "patterns.html"):
                continue  # its drawings lead to places on the pages that they are made for
            target = (site / PurePosixPath(url).parent / unquote(parts.path)).resolve() if parts.path else site / url
            name = target.relative_to(site.resolve()).as_posix() if target.is_relative_to(site.resolve()) else ""
            if address.startswith("/") or not target.is_file() or (parts.fragment and parts.fragment not in anchors.get(name, ())):
                dead.append(f"{url}: {address}")
        checked += 1

    assert dead == []
    assert checked == page_files(site)


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    """No page, sheet or picture asks another host for anything."""
    fetched, checked = [], 0
    for url, tree in pages.items():
        fetched += [f"{url}: {address}" for address in tree.xpath("//link/@href | //script/@src | //img/@src | //iframe/@src") if "//" in address]
        checked += 1
    fetched += [path.name for path in site.rglob("*.css") if re.search(r"@import|url\(", path.read_text(encoding="utf-8"))]

    assert fetched == []
    assert checked == page_files(site)


def test_a_link_that_leaves_the_site_says_so(pages: dict[str, html.HtmlElement]) -> None:
    """Each is marked as external, and tells the other site nothing of where the reader came from."""
    unmarked = [f"{url}: {link.get('href')}" for url, tree in pages.items() for link in tree.xpath("//a[contains(@href, '://')]") if not {"external", "noreferrer"} <= set(link.get("rel", "").split())]

    assert unmarked == []
    assert markdown().render("[Far](https://far.example), [near](near.html)") == '<p><a href="https://far.example" rel="external noreferrer">Far</a>, <a href="near.html">near</a></p>\n'


def test_an_archived_copy_stands_beside_each_original(sample_site: Path) -> None:
    """On the source's page, in the index, under citations and on profiles; under a citation both open at its words."""
    original, archived = "https://gazette.example/rain", "https://archive.example/2004/gazette.example/rain"
    passage = "#:~:text=who%20led%20it%20until%202003"
    beside = {
        "sources/gazette-report.html": (original, archived),
        "sources/index.html": (original, archived),
        "people/ada-brolly.html": (original, archived),
        "facts/brolly-headed-bureau.html": (original + passage, archived + passage),
    }

    for url, expected in beside.items():
        assert tuple(page(sample_site / url).xpath("//main//a[contains(@rel, 'external')]/@href")) == expected, url
    record = page(sample_site / "sources/bureau-ledger.html").xpath("//dl[contains(@class, 'provenance--record')]/div")
    assert [words(line.find("dd")) for line in record if words(line.find("dt")) in ("Published at", "Archived at")] == ["not stated", "not stated"]


def test_every_page_is_valid(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    """Whole markup, one title, one h1, one main, a language, headings in order, and no id twice."""
    wrong, checked = [], 0
    for url, tree in pages.items():
        levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        ids = tree.xpath("//@id")
        if not words(tree.find("head/title")) or tree.get("lang") != "en" or len(tree.xpath("//main")) != 1:
            wrong.append(f"{url}: title, language or main")
        if levels.count(1) != 1 or levels[0] != 1 or any(later - earlier > 1 for earlier, later in pairwise(levels)):
            wrong.append(f"{url}: headings {levels}")
        if len(ids) != len(set(ids)):
            wrong.append(f"{url}: an id twice")
        wrong += [f"{url}:{slip}" for slip in slips((site / url).read_text(encoding="utf-8"))]
        checked += 1

    assert wrong == []
    assert checked == page_files(site)


def test_no_two_pages_have_one_title(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """A title tells pages apart, but for allegations, which do not stand in titles."""
    titles = [words(tree.find("head/title")) for url, tree in pages.items() if not url.startswith("facts/")]

    assert len(titles) == len(set(titles))


def test_a_fact_page_shows_who_says_so_where_and_how_firmly(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """Statement, every citation, voice and standing stand on each fact's page."""
    for fact in dossier.facts.values():
        tree = pages[f"facts/{fact.id}.html"]
        shown = words(tree.xpath("//article[contains(@class, 'fact--page')]")[0])
        assert fact.voice.label in shown, fact.id
        assert dossier.standing(fact).label in shown, fact.id
        for place, cited in fact.cite.items():
            assert f"¶{place.locator}" in shown, fact.id
            assert cited in shown, fact.id


def test_a_fact_stands_on_the_page_of_everything_that_it_names(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """A fact written once is seen on every page that it belongs to."""
    for fact in dossier.standing_facts:
        for id_ in dossier.about(fact):
            entity = dossier.entities[id_]
            tree = pages[f"{entity.folder}/{id_}.html"]
            assert tree.xpath(f"//article[contains(@class, 'fact')]//a[@href='../facts/{fact.id}.html']"), (fact.id, id_)


def test_an_allegation_is_marked_wherever_it_is_listed(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """On each page, an allegation's card says so, and has its replies or says that none is recorded."""
    allegations = {f"facts/{fact.id}.html": fact for fact in dossier.facts.values() if fact.against}
    for url, tree in pages.items():
        for card in tree.xpath("//article[contains(@class, 'fact')] | //li[contains(@class, 'line')]"):
            permalinks = card.xpath(".//a[contains(@class, 'fact__permalink') or contains(@class, 'line__permalink')]/@href")
            link = (permalinks or [url])[0].lstrip("./")
            fact = allegations.get(link)
            if fact is None:
                continue
            shown = words(card)
            assert "Allegation against" in shown, (url, link)
            assert ("No reply is recorded in the sources held" in shown) is not bool(dossier.replies_to(fact)), (url, link)


def test_no_allegation_stands_where_it_has_no_room(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """Titles, descriptions, indexes and leads show no allegation."""
    texts = [prose.plain(fact.text, dossier.resolve) for fact in dossier.facts.values() if fact.against]
    for url, tree in pages.items():
        short = " ".join([words(tree.find("head/title")), *tree.xpath("//meta/@content"), *(words(lead) for lead in tree.xpath("//*[contains(@class, '__lead')] | //*[@class='dates']/li | //*[@class='gap']//li"))])
        assert not [text for text in texts if text[:60] in short], url


def test_the_chronology_is_in_order(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """Facts stand by date, and those without one at the end."""
    tree = pages["chronology/index.html"]
    listed = [href.removeprefix("../facts/").removesuffix(".html") for href in tree.xpath("//a[contains(@class, 'line__permalink')]/@href")]
    keys = [fact.date.sort_key if (fact := dossier.facts[id_]).date else (10**9,) for id_ in listed]

    assert sorted(listed) == sorted(fact.id for fact in dossier.standing_facts)
    assert keys == sorted(keys)


def test_who_headed_what_stands_on_both_pages(pages: dict[str, html.HtmlElement], dossier: Dossier) -> None:
    """A tenure is seen from the person and from the body."""
    for entity in dossier.entities.values():
        tree = pages[f"{entity.folder}/{entity.id}.html"]
        assert len(tree.xpath("//section[@aria-labelledby='tenures']//ul[@class='ties']/li")) == len(dossier.tenures(entity)), entity.id
