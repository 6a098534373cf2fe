"""
What each template is given: typed, and documented field by field.

A page is a view of the facts: nothing here holds a statement of its own.
Every template gets its page as ``view``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entity, Lineage, Source
from ..vocabulary import Term
from .facts import CitationView, DisagreementView, FactView, ProseView, SourceLink


@dataclass(frozen=True, slots=True)
class TenureView:
    """
    Who headed what, by one fact.
    """

    person: Entity
    body: Entity
    fact: FactView


@dataclass(frozen=True, slots=True)
class EntryView:
    """
    A record in an index.
    """

    entity: Entity
    url: str
    lead: FactView | None
    """One line on why they are here; none where the lead is an allegation, for an index has no room for its reply."""

    facts: int
    """How many facts are about it."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """
    The page of a person, organisation, country or case.
    """

    entity: Entity
    url: str
    """The page itself, from the site's root."""

    kind: Term | None
    """What kind of organisation, country or case."""

    lead: FactView | None
    """One line on why they are here; none where the lead is an allegation, which stands with its reply among the facts."""

    tenures: tuple[TenureView, ...]
    """Who headed it, or what they headed."""

    relations: tuple[RelationView, ...]
    """How it is tied to other records."""

    facts: tuple[FactView, ...]
    """All facts about it, in the order of time."""

    withdrawn: tuple[FactView, ...]
    """Facts that no longer hold, which leave a marker."""

    disagreements: tuple[DisagreementView, ...]
    """Those that any of the facts is a side of."""

    spelled: tuple[tuple[str, CitationView], ...]
    """Spellings as sources print them, with one place of each."""

    sources: tuple[SourceLink, ...]
    """The sources that the facts cite, by title."""

    publications: tuple[SourceLink, ...]
    """The sources that it published."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """
    A tie to another record, read from one side.
    """

    words: str
    """``headed``, ``headed by``."""

    other: Entity
    url: str
    """The other's page, from the site's root."""

    fact: FactView
    """The fact that says so; an allegation is shown as one."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """
    The index of one sort of record.
    """

    title: str
    url: str
    groups: tuple[tuple[str, tuple[EntryView, ...]], ...]
    """Entries by kind, with the kind's label; one group without a label where there are no kinds."""


@dataclass(frozen=True, slots=True)
class FactPageView:
    """
    The page of a fact.
    """

    url: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """
    One paragraph of a source, and what it yielded.
    """

    number: int
    facts: tuple[FactView, ...]
    """The facts that cite it."""

    reason: str | None
    """Why no fact needs to cite it, where that is declared."""

    rests_on: Lineage | None
    """Whose knowledge it is, where not the source's own."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """
    The page of a source.
    """

    source: Source
    label: str
    """Its short name."""

    url: str
    note: ProseView
    publisher: Entity | None
    rests_on: tuple[tuple[Lineage, SourceLink], ...]
    """What it rests on, with the source that each line names."""

    carried_by: tuple[SourceLink, ...]
    """The sources that rest on it."""

    paragraphs: tuple[ParagraphView, ...]
    """Every paragraph of the copy held."""

    elsewhere: tuple[FactView, ...]
    """Facts that cite it without a paragraph."""


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """
    All sources.
    """

    url: str
    held: tuple[SourceView, ...]
    not_held: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """
    A stretch of the chronology.
    """

    label: str
    """``2005``, ``the 1980s``, ``Without a date``."""

    anchor: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """
    All facts in the order of time.
    """

    url: str
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """
    All disagreements, those that cannot all be right first.
    """

    url: str
    groups: tuple[tuple[Term, tuple[DisagreementView, ...]], ...]


@dataclass(frozen=True, slots=True)
class MethodologyView:
    """
    The vocabularies, with every term's definition.
    """

    url: str
    vocabularies: tuple[tuple[str, tuple[Term, ...]], ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """
    The front page.
    """

    url: str
    findings: tuple[FactView, ...]
    """The facts that matter most, as the dossier chooses them."""

    counts: tuple[tuple[int, str, str], ...]
    """How many, of what, and where they are."""

    contradictions: tuple[DisagreementView, ...]
    """Where sources cannot all be right."""
