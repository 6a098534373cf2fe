"""
What others see of a page before they open it: whole, the same at each build, and no allegation in it.
"""

from __future__ import annotations

import datetime
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from PIL import Image

from building import PROJECT, build, tree
from dossier import prose
from dossier.dossier import Dossier, load
from dossier.sharing.cards import Card, drawn, entity_card
from dossier.sharing.feeds import feed_files
from dossier.sharing.snippets import ALLEGATION
from dossier.vocabulary import NO_REPLY
from dossier.wording import words_of

ADDRESS = "https://umbrellas.example/papers"
ATOM = "{http://www.w3.org/2005/Atom}"

THING = {"alternateName", "description", "name", "url"}
WORK = THING | {"about", "archivedAt", "author", "comment", "creativeWorkStatus", "creditText", "datePublished", "inLanguage", "isBasedOn", "publisher"}
AUTHOR = {"Person", "Organization"}
ENTITY = {"Corporation", "Country", "CreativeWork", "Event", "GovernmentOrganization", "NewsMediaOrganization", "Organization", "Person", "Place", "PoliticalParty"}
VOCABULARY: dict[str, set[str]] = {
    **dict.fromkeys(ENTITY - {"CreativeWork"}, THING),
    "Article": WORK | {"headline"},
    "BreadcrumbList": {"itemListElement"},
    "Claim": WORK | {"appearance", "text"},
    "Comment": WORK | {"text"},
    "CreativeWork": WORK,
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
    "Dataset": WORK | {"dateModified", "distribution", "isAccessibleForFree", "license"},
    "ListItem": {"item", "name", "position"},
    "WebSite": WORK,
}
"""The properties that schema.org gives each type, those that it inherits included, as far as they are used here."""

RANGES = {
    "about": ENTITY,
    "appearance": {"CreativeWork"},
    "author": AUTHOR | {"NewsMediaOrganization"},
    "comment": {"Comment"},
    "distribution": {"DataDownload"},
    "isBasedOn": {"CreativeWork"},
    "itemListElement": {"ListItem"},
    "publisher": {"Organization"},
}
"""The types that schema.org expects of the values of properties; those of the others are plain values."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The real dossier."""
    return load(PROJECT / "data")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with an address."""
    output = tmp_path_factory.mktemp("public") / "output"
    built = build(output, settings="publishconf.py", environment={"SITEURL": ADDRESS})
    assert built.status == 0, built.errors
    return output


def parsed(folder: Path) -> dict[str, html.HtmlElement]:
    """Every page of a site, by its address."""
    return {path.relative_to(folder).as_posix(): html.parse(path).getroot() for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def public_pages(public: Path) -> dict[str, html.HtmlElement]:
    """Every page of the real site with an address."""
    return parsed(public)


def linked(page: html.HtmlElement) -> list[dict[str, Any]]:
    """The structured data of a page."""
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def misused(thing: dict[str, Any]) -> Iterator[str]:
    """Each property in structured data that its type does not have by schema.org's definitions, or whose value is of another type than they expect."""
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in VOCABULARY.get(thing["@type"], ()):
            yield f"{thing['@type']}.{name}"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from misused(one)
            found = {one["@type"]} if isinstance(one, dict) else set()
            if not (found and found <= RANGES.get(name, set())) and (found or name in RANGES):
                yield f"{thing['@type']}.{name}: {found or one}"


def strings(data: Any) -> Iterator[str]:
    """Every text in structured data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from strings(value)


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of six words in a text."""
    found = words_of(text)
    return {tuple(found[at : at + 6]) for at in range(len(found) - 5)}


@pytest.fixture(scope="module")
def telling(dossier: Dossier) -> dict[tuple[str, ...], str]:
    """Every run of six words that allegations have and nothing else here does, with the fact that has it."""
    texts = {id_: runs(prose.plain(fact.text, dossier.resolve)) for id_, fact in dossier.facts.items()}
    named = [*(source.title for source in dossier.sources.values()), *(name for entity in dossier.entities.values() for name in (entity.name, entity.label))]
    harmless = set().union(*(texts[id_] for id_, fact in dossier.facts.items() if not fact.against), *map(runs, named))
    return {run: id_ for id_, fact in dossier.facts.items() if fact.against for run in texts[id_] - harmless}


def meta(page: html.HtmlElement, name: str) -> str:
    """The only value of a name in the head of a page."""
    (value,) = page.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")
    return value


@pytest.mark.parametrize("which", ["site", "sample_site", "public"])
def test_every_page_describes_itself(which: str, request: pytest.FixtureRequest) -> None:
    """Each has one description, its Open Graph, an icon and structured data of known types."""
    for url, page in parsed(request.getfixturevalue(which)).items():
        assert meta(page, "description").strip(), url
        assert meta(page, "og:description") == meta(page, "description"), url
        assert meta(page, "og:title").strip(), url
        assert meta(page, "og:type") in ("website", "article", "profile"), url
        assert page.xpath("//link[@rel='icon']"), url
        graph = linked(page)
        assert [wrong for thing in graph for wrong in misused(thing)] == [], url
        assert url == "index.html" or "BreadcrumbList" in {thing["@type"] for thing in graph}, url


@pytest.mark.parametrize("which", ["site", "sample_site"])
def test_without_an_address_nothing_has_one(which: str, request: pytest.FixtureRequest) -> None:
    """No canonical link, card, feed or sitemap is made up, and no page names any."""
    folder: Path = request.getfixturevalue(which)
    for url, page in parsed(folder).items():
        assert not page.xpath("//link[@rel='canonical' or @rel='alternate'] | //meta[@property='og:url' or @property='og:image']"), url
        assert not [thing for thing in linked(page) if thing["@type"] != "CreativeWork" and "url" in thing], url
    names = set(tree(folder))

    assert not [name for name in names if name.startswith(("cards/", "feeds/"))]
    assert "sitemap.xml" not in names
    assert (folder / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


def test_with_an_address_each_page_names_its_own(public: Path, public_pages: dict[str, html.HtmlElement]) -> None:
    """Canonical link and Open Graph agree, and the card and feeds that a page names are there."""
    for url, page in public_pages.items():
        expected = [] if url == "404.html" else [f"{ADDRESS}/{'' if url == 'index.html' else url}"]
        assert page.xpath("//link[@rel='canonical']/@href") == expected, url
        assert page.xpath("//meta[@property='og:url']/@content") == expected, url
        assert (public / meta(page, "og:image").removeprefix(f"{ADDRESS}/")).is_file(), url
        for feed in page.xpath("//link[@type='application/atom+xml']/@href"):
            assert (public / feed.removeprefix(f"{ADDRESS}/") if feed.startswith(ADDRESS) else (public / url).parent / feed).is_file(), (url, feed)


def test_no_allegation_is_told_in_passing(public: Path, public_pages: dict[str, html.HtmlElement], dossier: Dossier, telling: dict[tuple[str, ...], str]) -> None:
    """Titles, descriptions, cards, feeds and structured data hold not six words of one; its own page does, with its reply or the words that there is none."""
    accused = {f"facts/{fact.id}.html": fact for fact in dossier.facts.values() if fact.against and not fact.withdrawn}
    assert set(telling.values()) == {fact.id for fact in accused.values()}
    for url, page in public_pages.items():
        short = [*page.xpath("//head/title/text()"), *page.xpath("//head/meta[not(@property='og:image:alt')]/@content")]
        data = linked(page)
        if url in accused:
            (claim,) = [thing for thing in data if thing["@type"] == "Claim"]
            replies = [prose.plain(reply.text, dossier.resolve) for reply in dossier.replies_to(accused[url])]
            assert [comment["text"] for comment in claim.get("comment", [])] == replies, url
            assert (NO_REPLY in claim["description"]) is not bool(replies), url
            assert ALLEGATION in meta(page, "description"), url
            assert meta(page, "og:image") == f"{ADDRESS}/cards/index.png", url
            data.remove(claim)
        assert [text for text in (*short, *strings(data)) if runs(text) & telling.keys()] == [], url
    for path in (public / "feeds").rglob("*.xml"):
        assert [text for text in etree.parse(path).getroot().itertext() if runs(text) & telling.keys()] == [], path.name


def test_no_card_tells_an_allegation(dossier: Dossier, telling: dict[tuple[str, ...], str]) -> None:
    """A card has the lead whole if that is none, and otherwise how much is known."""
    for entity in dossier.entities.values():
        fact = dossier.facts.get(entity.lead or "")
        card = entity_card(dossier, entity)
        assert not (runs(card.words) | runs(card.otherwise)) & telling.keys(), entity.id
        if fact and not fact.against:
            assert card.words == prose.plain(fact.text, dossier.resolve), entity.id
            assert card.standing == dossier.standing(fact).label, entity.id
        else:
            assert re.fullmatch(r"\d+ facts? from \d+ sources? on .+", card.words), entity.id
            assert not card.standing, entity.id


def test_every_entity_and_story_has_a_card(public: Path, dossier: Dossier) -> None:
    """Each is a picture of 1200 by 630 that is not blank, and light."""
    expected = {f"cards/{entity.folder}/{entity.id}.png" for entity in dossier.entities.values()} | {"cards/index.png"}
    expected |= {f"cards/stories/{path.stem}.png" for path in (PROJECT / "content/stories").glob("*.md")}
    found = {name: content for name, content in tree(public).items() if name.startswith("cards/")}

    assert set(found) == expected
    for name, content in found.items():
        picture = Image.open(io.BytesIO(content))
        assert picture.size == (1200, 630), name
        assert len(picture.getcolors()) > 10, name
        assert len(content) < 40_000, name


def test_a_card_is_the_same_each_time_and_never_cut_short() -> None:
    """Words that do not fit give way to those that do; letters that the font lacks, to no card."""
    card = Card("people/a.html", "person", "Ada Brolly", "She said so. " * 60, "3 facts", "disputed")
    short = Card("people/a.html", "person", "Ada Brolly", "3 facts", "", "")

    assert drawn(card, "Papers") == drawn(card, "Papers") == drawn(short, "Papers")
    assert card.drawable
    assert not Card("people/a.html", "person", "漢", "", "", "").drawable


def test_feeds_are_atom(public: Path, dossier: Dossier) -> None:
    """Each has what RFC 4287 demands: ids that differ, titles, authors, and times from the data."""
    feeds = sorted((public / "feeds").rglob("*.xml"))
    last = max(fact.added for fact in dossier.facts.values())
    assert len(feeds) == 2 + 2 * sum(entity.sort == "country" for entity in dossier.entities.values())
    for path in feeds:
        feed = etree.parse(path).getroot()
        name = path.relative_to(public).as_posix()
        assert feed.tag == f"{ATOM}feed", name
        assert [feed.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated")].count(None) == 0, name
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == dossier.settings.title, name
        assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{ADDRESS}/{name}" == feed.findtext(f"{ATOM}id"), name
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)) <= 100, name
        for entry in entries:
            assert entry.findtext(f"{ATOM}title"), name
            assert entry.findtext(f"{ATOM}summary"), name
            page = entry.find(f"{ATOM}link[@rel='alternate']").get("href")
            assert (public / page.removeprefix(f"{ADDRESS}/")).is_file(), page
            assert datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).date() <= last, name


def test_corrections_are_told_without_what_was_said_before(sample: Path) -> None:
    """A correction says why and what stands now; of an allegation, and of what is withdrawn, no words."""
    facts = sample / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    text = text.replace("bureau-founded:\n", "bureau-founded:\n  changed: {on: 2026-02-03, was: It was founded in 1898., why: A slip of a century.}\n")
    text = text.replace("drench-on-dry-weather:\n", "drench-on-dry-weather:\n  changed: {on: 2026-02-01, was: It stole the weather., why: Too harsh.}\n")
    text = text.replace("parasols-in-the-ledger:\n", "parasols-in-the-ledger:\n  withdrawn: {on: 2026-02-02, why: Misheard.}\n")
    facts.write_text(text, encoding="utf-8")
    feed = etree.fromstring(dict(feed_files(load(sample), ADDRESS))["feeds/corrections.xml"])

    entries = [entry for entry in feed.findall(f"{ATOM}entry") if entry.findtext(f"{ATOM}id").split("#")[0].endswith(("bureau-founded.html", "dry-weather.html", "ledger.html"))]
    told = [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary"), entry.findtext(f"{ATOM}updated")) for entry in entries]

    assert told == [
        (
            "Corrected: The Bureau of Umbrellas of Drizzlia was founded in 1998.",
            "A slip of a century. It now reads: The Bureau of Umbrellas of Drizzlia was founded in 1998.",
            "2026-02-03T00:00:00Z",
        ),
        ("A fact was withdrawn", "Misheard.", "2026-02-02T00:00:00Z"),
        (f"Corrected: {ALLEGATION}", "The statement, who makes it and what is answered stand on its page.", "2026-02-01T00:00:00Z"),
    ]


def test_the_sitemap_names_every_page_but_the_one_for_lost_readers(public: Path, public_pages: dict[str, html.HtmlElement]) -> None:
    """Each page once, by its canonical address, with days from the data."""
    root = etree.parse(public / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = root.xpath("//s:loc/text()", namespaces=space)

    assert sorted(listed) == sorted(address for page in public_pages.values() for address in page.xpath("//link[@rel='canonical']/@href"))
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in root.xpath("//s:lastmod/text()", namespaces=space))
    assert f"Sitemap: {ADDRESS}/sitemap.xml\n" in (public / "robots.txt").read_text(encoding="utf-8")


def test_structured_data_cannot_end_its_script(sample: Path, tmp_path: Path) -> None:
    """No character of a title opens or closes a tag, and it reads back as it was typed."""
    title = "Rain & 'wind' < sun > \"hail\""
    settings = sample / "dossier.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^title: .*$", lambda _: f"title: {json.dumps(title)}", text, count=1, flags=re.MULTILINE), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=PROJECT / "tests/sample/content")

    assert built.status == 0, built.errors
    for url, page in parsed(tmp_path / "output").items():
        (script,) = page.xpath("//script[@type='application/ld+json']/text()")
        assert not set("<>&'") & set(script), url
        assert meta(page, "og:site_name") == title, url
        assert not meta(page, "og:title").endswith(f" – {title}"), url
    front = linked(html.parse(tmp_path / "output/index.html").getroot())
    assert {thing["name"] for thing in front} == {title}


def test_two_public_builds_are_the_same_to_the_byte(sample: Path, tmp_path: Path) -> None:
    """Cards, feeds and sitemap depend on the data alone."""
    for name, zone in (("one", "UTC"), ("other", "Asia/Baku")):
        built = build(
            tmp_path / name,
            dossier=sample,
            content=PROJECT / "tests/sample/content",
            settings="publishconf.py",
            environment={"SITEURL": ADDRESS, "TZ": zone, "PYTHONHASHSEED": str(len(zone))},
        )
        assert built.status == 0, built.errors

    assert tree(tmp_path / "one") == tree(tmp_path / "other")
