"""
What the pages of people, organisations, countries and cases are given.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..draw.entity import EntityDrawings
from ..model import Entity
from ..vocabulary import Term
from .changes import ChangeView, FlagView
from .facts import CitationView, DisagreementView, FactView, SourceLink
from .requests import RequestView


@dataclass(frozen=True, slots=True)
class TenureView:
    """
    Who headed what, by one fact.
    """

    person: Entity
    """Who headed it."""

    body: Entity
    """What they headed."""

    fact: FactView
    """The fact that says so, whose date is that of the tenure; an allegation is shown as one."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """
    A tie to another record, read from one side.
    """

    words: str
    """``headed``, ``headed by``."""

    other: Entity
    """Whom or what it is a tie to."""

    url: str
    """The other's page, from the site's root."""

    fact: FactView
    """The fact that says so; an allegation is shown as one."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """
    A record in an index.
    """

    entity: Entity
    """The record."""

    url: str
    """Its page, from the site's root."""

    lead: FactView | None
    """One line on why they are here; none where the lead is an allegation, for an index has no room for its reply."""

    facts: int
    """How many facts are about it."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """
    The index of one sort of record.
    """

    title: str
    """The heading of the page."""

    url: str
    """The page itself, from the site's root."""

    groups: tuple[tuple[str, tuple[EntryView, ...]], ...]
    """Entries by kind, with the kind's label; one group without a label where there are no kinds."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """
    Some of a page's facts under a heading.
    """

    title: str
    """The heading."""

    anchor: str
    """What a link within the page leads to."""

    facts: tuple[FactView, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class GapView:
    """
    Something that the record does not tell.
    """

    title: str
    """The heading."""

    anchor: str
    """What a link within the page leads to."""

    words: str
    """What is not known, and how that is counted."""

    facts: tuple[FactView, ...] = ()
    """The facts concerned."""

    entries: tuple[EntryView, ...] = ()
    """The records concerned."""


@dataclass(frozen=True, slots=True)
class CiteView:
    """
    How to cite a page.
    """

    text: str
    """As plain text."""

    bibtex: str
    """As an entry for BibTeX."""

    wikipedia: str
    """The template ``cite web``."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """
    The page of a person, organisation, country or case.
    """

    entity: Entity
    """The record."""

    url: str
    """The page itself, from the site's root."""

    data_url: str
    """The data of the page, from the site's root."""

    kind: Term | None
    """What kind of organisation, country or case."""

    lead: FactView | None
    """Why they are here; none where the lead is an allegation, which stands with its reply among the facts."""

    tenures: tuple[TenureView, ...]
    """Who headed it, or what they headed."""

    handlers: tuple[RelationView, ...]
    """Who handled or oversaw it."""

    relations: tuple[RelationView, ...]
    """How it is tied to other records."""

    sections: tuple[SectionView, ...]
    """All facts about it, each once, in the order of time within each section."""

    dated: tuple[FactView, ...]
    """Those that have a date, in the order of time."""

    withdrawn: tuple[FactView, ...]
    """Facts that no longer hold, which leave a marker."""

    disagreements: tuple[DisagreementView, ...]
    """Those that any of the facts is a side of."""

    gaps: tuple[GapView, ...]
    """What the facts do not tell."""

    requests: tuple[RequestView, ...]
    """When they were asked for a reply, and what came of it."""

    changes: tuple[ChangeView, ...]
    """The corrections of its record, in the order of time."""

    flags: tuple[FlagView, ...]
    """The sources of its spellings that were withdrawn."""

    spelled: tuple[tuple[str, CitationView], ...]
    """Spellings as sources print them, with one place of each."""

    sources: tuple[SourceLink, ...]
    """The sources that the facts cite, by name."""

    publications: tuple[SourceLink, ...]
    """The sources that it published."""

    changed: datetime.date | None
    """The last day on which a fact about it was added, corrected or withdrawn."""

    cite: CiteView
    """How to cite the page."""

    drawings: EntityDrawings
    """What is drawn of it."""
