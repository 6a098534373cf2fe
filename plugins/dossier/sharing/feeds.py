"""
Atom feeds (RFC 4287): new facts, whole and by country, and corrections.

A feed's days are those in the data. Its addresses are public ones, so a site without an address has no feeds.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from .. import prose
from ..dossier import Dossier
from ..model import Country, Fact
from ..pages.entities import last_change
from ..urls import label_of, page_of
from .days import dossier_day, newest_first
from .snippets import ALLEGATION, statement

_ATOM = "http://www.w3.org/2005/Atom"
_LONGEST = 100
_ON_ITS_PAGE = "The statement, who makes it and what is answered stand on its page."


class Entry(NamedTuple):
    """
    One entry of a feed.
    """

    id: str
    """What of the page it is: nothing, or a fragment."""

    page: str
    title: str
    words: str
    published: datetime.date
    updated: datetime.date
    kind: str | None


def country_feed(country: Country) -> str:
    """
    Return where the feed of a country is, from the site's root.
    """
    return f"feeds/countries/{country.id}.xml"


def feed_files(dossier: Dossier, site_url: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield every feed, by its name.
    """
    title = dossier.settings.title
    yield "feeds/facts.xml", _feed(dossier, site_url, "feeds/facts.xml", "index.html", f"{title}: new facts", _facts(dossier, dossier.standing_facts))
    corrections = sorted(_corrections(dossier), key=lambda entry: (-entry.updated.toordinal(), entry.page, entry.id))
    yield "feeds/corrections.xml", _feed(dossier, site_url, "feeds/corrections.xml", "index.html", f"{title}: corrections", corrections)
    for country in dossier.entities.values():
        if isinstance(country, Country):
            entries = _facts(dossier, dossier.facts_about(country))
            yield country_feed(country), _feed(dossier, site_url, country_feed(country), page_of(country), f"{title}: {country.name}", entries)


def _facts(dossier: Dossier, facts: Iterable[Fact]) -> list[Entry]:
    return [
        Entry("", page_of(fact), statement(dossier, fact), _provenance(dossier, fact), fact.added, last_change([fact]) or fact.added, None if fact.against else fact.kind.label)
        for fact in newest_first(list(facts))[:_LONGEST]
    ]


def _corrections(dossier: Dossier) -> Iterator[Entry]:
    for fact in dossier.facts.values():
        page = page_of(fact)
        for number, change in enumerate(fact.changed, 1):
            # What it said before may have been an allegation that the correction took back: only its page repeats it.
            now = "" if fact.withdrawn else prose.plain(fact.text, dossier.resolve)
            words = _ON_ITS_PAGE if fact.against else f"{change.why} {f'It now reads: {now}' if now else ''}".strip()
            title = ALLEGATION if fact.against else now or "a fact that was later withdrawn"
            yield Entry(f"#corrected-{number}", page, f"Corrected: {title}", words, change.on, change.on, None)
        if fact.withdrawn:
            words = "Its page stays as a marker." if fact.against else fact.withdrawn.why
            yield Entry("#withdrawn", page, "A fact was withdrawn", words, fact.withdrawn.on, fact.withdrawn.on, None)


def _provenance(dossier: Dossier, fact: Fact) -> str:
    """Who says so, where, and how firmly it stands."""
    if fact.against:
        return _ON_ITS_PAGE
    who = dossier.entities[fact.who].name if fact.who in dossier.entities else fact.who
    labels = [f"{label_of(dossier.sources[place.source], dossier.entities)}{f' ¶{place.locator}' if place.locator else ''}" for place in fact.cite]
    return f"{fact.voice.label.capitalize()}{f': {who}' if who else ''}. {', '.join(labels)}. Standing: {dossier.standing(fact).label}."


def _feed(dossier: Dossier, site_url: str, name: str, page: str, title: str, entries: list[Entry]) -> bytes:
    settings = dossier.settings
    day = max((entry.updated for entry in entries), default=dossier_day(dossier))
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language.code})
    _add(feed, "id", f"{site_url}/{name}")
    _add(feed, "title", title)
    _add(feed, "subtitle", settings.subtitle)
    _add(feed, "updated", _time(day or datetime.date(1970, 1, 1)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}/{name}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{site_url}/{page}")
    _add(_add(feed, "author"), "name", settings.title)
    _add(feed, "rights", f"{settings.licence}: {settings.licence_url}")
    for entry in entries:
        element = _add(feed, "entry")
        _add(element, "id", f"{site_url}/{entry.page}{entry.id}")
        _add(element, "title", entry.title)
        _add(element, "published", _time(entry.published))
        _add(element, "updated", _time(entry.updated))
        _add(element, "link", rel="alternate", type="text/html", href=f"{site_url}/{entry.page}")
        if entry.kind:
            _add(element, "category", term=entry.kind)
        _add(element, "summary", entry.words)
    ElementTree.indent(feed, " ")
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
