"""
Facts and disagreements as pages show them, with all that follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from .. import lineage
from ..asking import day_words
from ..dossier import Dossier
from ..fields import Place
from ..model import Disagreement, Entity, Fact, Lineage, Source
from ..urls import label_of, page_of
from ..vocabulary import NO_REPLY, Standing
from .changes import ChangeView, FlagView, change_views, flag_views
from .prose import ProseView
from .requests import RequestView, request_views


@dataclass(frozen=True, slots=True)
class SourceLink:
    """
    A source as it is referred to.
    """

    source: Source
    """The record."""

    label: str
    """Its short name."""

    url: str
    """Its page, from the site's root."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """
    One place that says what a fact says.
    """

    place: Place
    """The source's id and the paragraph."""

    source: SourceLink
    """The source, as it is referred to."""

    words: str | None
    """The words of the source that carry the fact."""

    url: str
    """The paragraph on the source's page, from the site's root."""

    origin: SourceLink
    """Where the paragraph's knowledge comes from in the end; the source itself where it is its own."""

    passage: str | None
    """The publisher's page, opened at the words where the browser can; nothing where the source has no address."""

    archived: str | None
    """The same passage in the archived copy; nothing where none is known."""

    trail: tuple[Lineage, ...]
    """Each step to the origin; nothing where the source is its own."""

    counts: bool
    """Whether it still says so: not if the source, or one that it rests on, was withdrawn."""


class FactView:
    """
    A fact as pages show it.
    """

    fact: Fact
    """The record."""

    id: str
    """Its id."""

    url: str
    """Its page, from the site's root."""

    statement: ProseView
    """The sentence."""

    note: ProseView | None
    """The editor's note."""

    withdrawn: str | None
    """The day on which it was withdrawn, in words."""

    rendered: dict[Any, Any]
    """What templates have made of it (the tag `once`)."""

    def __init__(self, dossier: Dossier, fact: Fact) -> None:
        self._dossier = dossier
        self.fact = fact
        self.id = fact.id
        self.url = page_of(fact)
        self.statement = ProseView(dossier, fact.text)
        self.note = ProseView(dossier, fact.note) if fact.note else None
        self.rendered = {}
        self.withdrawn = day_words(fact.withdrawn.on) if fact.withdrawn else None

    @cached_property
    def standing(self) -> Standing:
        """How firmly it stands."""
        return self._dossier.standing(self.fact)

    @cached_property
    def is_allegation(self) -> bool:
        """Whether it accuses anybody, and so is shown only with its attribution and its reply."""
        return bool(self.fact.against)

    @cached_property
    def who(self) -> str | None:
        """Whose word it is, in words."""
        entity = self._dossier.entities.get(self.fact.who or "")
        return entity.name if entity else self.fact.who

    @cached_property
    def citations(self) -> tuple[CitationView, ...]:
        """Each place that says so."""
        return tuple(citation_view(self._dossier, place, words) for place, words in self.fact.cite.items())

    @cached_property
    def publications(self) -> tuple[SourceLink, ...]:
        """The sources that it is cited from, each once; withdrawn ones only where there is no other."""
        counting = [cited for cited in self.citations if cited.counts] or self.citations
        return tuple(source_link(self._dossier, id_) for id_ in dict.fromkeys(cited.place.source for cited in counting))

    @cached_property
    def origins(self) -> tuple[SourceLink, ...]:
        """Where its knowledge comes from in the end, each once."""
        return tuple(source_link(self._dossier, id_) for id_ in self._dossier.origins(self.fact))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What it is about."""
        return tuple(self._dossier.entities[id_] for id_ in self._dossier.about(self.fact))

    @cached_property
    def accused(self) -> tuple[Entity, ...]:
        """Whom it accuses; not empty for an allegation."""
        return tuple(self._dossier.entities[id_] for id_ in self.fact.against)

    @cached_property
    def replies(self) -> tuple[FactView, ...]:
        """What denies or answers it."""
        return fact_views(self._dossier, self._dossier.replies_to(self.fact))

    @cached_property
    def requests(self) -> tuple[RequestView, ...]:
        """Who was asked for a reply to it, in the order of time."""
        return request_views(self._dossier, self._dossier.requests_about(self.fact))

    @cached_property
    def no_reply(self) -> str:
        """What is said beside an allegation that nobody answers and of which nobody was asked; nothing beside any other fact."""
        return NO_REPLY if self.is_allegation and not self.replies and not self.requests else ""

    @cached_property
    def changes(self) -> tuple[ChangeView, ...]:
        """Its corrections, in the order of time."""
        return change_views(self._dossier, self.fact)

    @cached_property
    def flags(self) -> tuple[FlagView, ...]:
        """What it stands on and was withdrawn."""
        return flag_views(self._dossier, self.fact)

    @cached_property
    def answers(self) -> tuple[FactView, ...]:
        """What it denies or answers."""
        return fact_views(self._dossier, (self._dossier.facts[id_] for id_ in self.fact.answers))

    @cached_property
    def disagreements(self) -> tuple[DisagreementView, ...]:
        """The disagreements that it is a side of."""
        return tuple(DisagreementView(self._dossier, found) for found in self._dossier.disagreements_of(self.fact))

    @cached_property
    def neighbours(self) -> tuple[FactView, ...]:
        """Whatever else is cited from the same paragraphs."""
        places = set(self.fact.cite)
        sources = dict.fromkeys(place.source for place in self.fact.cite)
        found = {
            other.id: other
            for source in sources
            for other in self._dossier.facts_citing(self._dossier.sources[source])
            if other.id != self.id and places.intersection(other.cite)
        }
        return fact_views(self._dossier, found.values())


class DisagreementView:
    """
    A disagreement with the facts on all its sides.
    """

    disagreement: Disagreement
    """The record."""

    id: str
    """Its id, and its anchor."""

    url: str
    """Where it stands, from the site's root."""

    earlier_ids: tuple[str, ...]
    """Its earlier anchors, which links may still name."""

    why: ProseView
    """The editor's reason."""

    withdrawn: str | None
    """The day on which it was withdrawn, in words."""

    changes: tuple[ChangeView, ...]
    """Its corrections, in the order of time."""

    flags: tuple[FlagView, ...]
    """Which of its sides were withdrawn."""

    def __init__(self, dossier: Dossier, disagreement: Disagreement) -> None:
        self._dossier = dossier
        self.disagreement = disagreement
        self.id = disagreement.id
        self.url = page_of(disagreement)
        self.earlier_ids = dossier.earlier_ids(disagreement.id)
        self.why = ProseView(dossier, disagreement.why)
        self.withdrawn = day_words(disagreement.withdrawn.on) if disagreement.withdrawn else None
        self.changes = change_views(dossier, disagreement)
        self.flags = flag_views(dossier, disagreement)

    @cached_property
    def facts(self) -> tuple[FactView, ...]:
        """The facts on all sides."""
        return fact_views(self._dossier, (self._dossier.facts[id_] for id_ in self.disagreement.facts))


def source_link(dossier: Dossier, id_: str) -> SourceLink:
    """
    Return a source as it is referred to.
    """
    source = dossier.sources[id_]
    return SourceLink(source, label_of(source, dossier.entities), page_of(source))


def citation_view(dossier: Dossier, place: Place, words: str | None = None) -> CitationView:
    """
    Return a place in a source as pages show it.
    """
    anchor = "" if place.locator is None else f"#p{place.locator}"
    return CitationView(
        place=place,
        source=source_link(dossier, place.source),
        words=words,
        url=page_of(dossier.sources[place.source]) + anchor,
        origin=source_link(dossier, lineage.origin(dossier.sources, place)),
        passage=_passage(dossier.sources[place.source].url, words),
        archived=_passage(dossier.sources[place.source].archive_url, words),
        trail=lineage.trail(dossier.sources, place),
        counts=lineage.withdrawn(dossier.sources, place) is None,
    )


def _passage(url: str | None, words: str | None) -> str | None:
    """A text fragment (https://wicg.github.io/scroll-to-text-fragment/), in which a hyphen of the text must be encoded too."""
    if not url or not words or "#" in url:
        return url
    return f"{url}#:~:text={quote(words, safe='').replace('-', '%2D')}"


def fact_view(dossier: Dossier, fact: Fact) -> FactView:
    """
    Return a fact as pages show it: one and the same view wherever it is shown, so that what follows from it is found once.
    """
    view: FactView | None = dossier.views.get(fact.id)
    if view is None:
        view = dossier.views[fact.id] = FactView(dossier, fact)
    return view


def fact_views(dossier: Dossier, facts: Iterable[Fact]) -> tuple[FactView, ...]:
    """
    Return facts as pages show them.
    """
    return tuple(fact_view(dossier, fact) for fact in facts)
