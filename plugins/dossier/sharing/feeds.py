"""
Atom feeds (RFC 4287): new facts and corrections, whole and by country.

A feed's days are those in the data. Its addresses are public ones, so a site without an address has no feeds.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from .. import prose
from ..corrections import Corrected, Correction, corrections
from ..dossier import Dossier
from ..model import Country, Disagreement, Entity, Fact, Request, Source
from ..pages.entities import last_change
from ..pages.logs import CORRECTIONS
from ..urls import label_of, page_of
from .days import dossier_day, newest_first
from .snippets import ALLEGATION, statement

_ATOM = "http://www.w3.org/2005/Atom"
_LONGEST = 100
CORRECTIONS_FEED = "feeds/corrections.xml"
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


def country_corrections_feed(country: Country) -> str:
    """
    Return where the feed of corrections on a country is, from the site's root.
    """
    return f"feeds/countries/{country.id}-corrections.xml"


def feed_files(dossier: Dossier, site_url: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield every feed, by its name.
    """
    title = dossier.settings.title
    yield "feeds/facts.xml", _feed(dossier, site_url, "feeds/facts.xml", "index.html", f"{title}: new facts", _facts(dossier, dossier.standing_facts))
    yield CORRECTIONS_FEED, _feed(dossier, site_url, CORRECTIONS_FEED, CORRECTIONS, f"{title}: corrections", _corrections(dossier))
    for country in dossier.entities.values():
        if isinstance(country, Country):
            entries = _facts(dossier, dossier.facts_about(country))
            yield country_feed(country), _feed(dossier, site_url, country_feed(country), page_of(country), f"{title}: {country.name}", entries)
            name = country_corrections_feed(country)
            yield name, _feed(dossier, site_url, name, CORRECTIONS, f"{title}: corrections on {country.name}", _corrections(dossier, country))


def _facts(dossier: Dossier, facts: Iterable[Fact]) -> list[Entry]:
    return [
        Entry("", page_of(fact), statement(dossier, fact), _provenance(dossier, fact), fact.added, last_change([fact]) or fact.added, None if fact.against else fact.kind.label)
        for fact in newest_first(list(facts))[:_LONGEST]
    ]


def _corrections(dossier: Dossier, country: Country | None = None) -> list[Entry]:
    found = (correction for correction in corrections(dossier) if country is None or _concerns(dossier, correction.record, country))
    return [_correction(dossier, correction) for correction in found][:_LONGEST]


def _concerns(dossier: Dossier, record: Corrected, country: Country) -> bool:
    """Whether a record is a country, or is about it, or holds facts that are."""
    if isinstance(record, Entity):
        return record.id == country.id
    facts: Iterable[Fact] = dossier.facts_citing(record) if isinstance(record, Source) else [record] if isinstance(record, Fact) else []
    if isinstance(record, Disagreement | Request):
        facts = [dossier.facts[id_] for id_ in (record.facts if isinstance(record, Disagreement) else record.about)]
    return any(country.id in dossier.about(fact) for fact in facts)


def _correction(dossier: Dossier, correction: Correction) -> Entry:
    record, on = correction.record, correction.on
    page, _, place = page_of(record).partition("#")
    own = f"#{place}-{correction.anchor}" if place else f"#{correction.anchor}"
    kind = record.sort if isinstance(record, Entity) else type(record).__name__.lower()
    if correction.what is None:
        words = "Its page stays as a marker." if _accuses(dossier, record) else correction.why
        return Entry(own, page, f"A {kind} was withdrawn", words, on, on, None)
    # What it said before may have been an allegation that the correction took back: only its page repeats it.
    if _accuses(dossier, record):
        title = ALLEGATION if isinstance(record, Fact) else f"a {kind} about an allegation"
        return Entry(own, page, f"Corrected: {title}", _ON_ITS_PAGE, on, on, None)
    gone = getattr(record, "withdrawn", None)
    if isinstance(record, Fact):
        title = f"a {kind} that was later withdrawn" if gone else prose.plain(record.text, dossier.resolve)
    else:
        title = record.name if isinstance(record, Entity) else record.title if isinstance(record, Source | Disagreement) else f"a {kind}"
    reads = "It now reads" if correction.what == record.main else f"{correction.what[:1].upper()}{correction.what[1:]} now"
    now = f"{reads}: {''.join(span.text for span in correction.now)}" if correction.now and not gone else ""
    return Entry(own, page, f"Corrected: {title}", f"{correction.why} {now}".strip(), on, on, None)


def _accuses(dossier: Dossier, record: Corrected) -> bool:
    """Whether a record tells an allegation, for whose reply an entry has no room."""
    if isinstance(record, Fact):
        return bool(record.against)
    return isinstance(record, Request) or (isinstance(record, Disagreement) and any(dossier.facts[id_].against for id_ in record.facts))


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
