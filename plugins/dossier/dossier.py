"""
A dossier that holds together: its records, and what follows from them.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from . import lineage, supports
from .about import about
from .check import check
from .fields import Place, Relation
from .known import Known
from .model import Disagreement, Entity, Fact, Move, Request, Settings, Source
from .moves import way
from .parse import parse
from .problems import DossierError
from .prose import Resolve
from .records import Records
from .urls import resolver
from .vocabulary import Predicate, Standing, Voice, Weight


class Dossier:
    """
    All that the site, the exports and the reports are made from. Nothing here changes after it is made.
    """

    settings: Settings
    """What the dossier is as a whole."""

    sources: Mapping[str, Source]
    """By id, as all records are."""

    entities: Mapping[str, Entity]
    """People, organisations, countries and cases."""

    facts: Mapping[str, Fact]
    """All facts, those that were withdrawn among them."""

    disagreements: Mapping[str, Disagreement]
    """All disagreements, open or not."""

    requests: Mapping[str, Request]
    """What somebody was asked to reply to."""

    paragraph_counts: Mapping[str, int]
    """How many paragraphs each source has of which a copy is held."""

    moves: Mapping[str, Move]
    """Where records went that were renamed, by the earlier id."""

    def __init__(self, records: Records) -> None:
        if records.settings is None:
            msg = "a dossier without settings cannot be made"
            raise ValueError(msg)
        self.settings = records.settings
        self.sources = dict(sorted(records.sources.items()))
        self.entities = dict(sorted(records.entities.items()))
        self.facts = dict(sorted(records.facts.items()))
        self.disagreements = dict(sorted(records.disagreements.items()))
        self.requests = dict(sorted(records.requests.items()))
        self.paragraph_counts = {id_: len(taken.paragraphs) for id_, taken in sorted(records.fingerprints.items())}
        self.moves = dict(sorted(records.moves.items()))
        self.resolve: Resolve = resolver(records)
        self.views: dict[str, Any] = {}
        """What shows a fact, by its id: kept by whoever makes it, for as long as the dossier lives."""

    @cached_property
    def standing_facts(self) -> tuple[Fact, ...]:
        """Every fact that is not withdrawn, in the order of time."""
        return in_time(fact for fact in self.facts.values() if not fact.withdrawn)

    @cached_property
    def _about(self) -> Mapping[str, tuple[str, ...]]:
        return {id_: about(fact, self.entities) for id_, fact in self.facts.items()}

    @cached_property
    def _facts_about(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.standing_facts:
            for id_ in self._about[fact.id]:
                found[id_].append(fact)
        return {id_: tuple(facts) for id_, facts in found.items()}

    @cached_property
    def _withdrawn_about(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts.values():
            if fact.withdrawn:
                for id_ in self._about[fact.id]:
                    found[id_].append(fact)
        return {id_: tuple(facts) for id_, facts in found.items()}

    @cached_property
    def _replies(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.standing_facts:
            for id_ in fact.answers:
                found[id_].append(fact)
        return {id_: tuple(facts) for id_, facts in found.items()}

    @cached_property
    def _disagreements(self) -> Mapping[str, tuple[Disagreement, ...]]:
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.disagreements.values():
            for id_ in disagreement.facts if self.is_open(disagreement) else ():
                found[id_].append(disagreement)
        return {id_: tuple(disagreements) for id_, disagreements in found.items()}

    @cached_property
    def _citing(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.standing_facts:
            for source in dict.fromkeys(place.source for place in fact.cite):
                found[source].append(fact)
        return {id_: tuple(facts) for id_, facts in found.items()}

    @cached_property
    def _published_by(self) -> Mapping[str, tuple[Source, ...]]:
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self.sources.values():
            if source.publisher:
                found[source.publisher].append(source)
        return {id_: tuple(sources) for id_, sources in found.items()}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, sorted."""
        return tuple(sorted([*self.sources, *self.entities, *self.facts, *self.disagreements, *self.requests]))

    @cached_property
    def _requests(self) -> Mapping[str, tuple[Request, ...]]:
        found: dict[str, list[Request]] = defaultdict(list)
        for request in sorted(self.requests.values(), key=lambda request: (request.on, request.id)):
            for id_ in (*request.about, request.asked):
                found[id_].append(request)
        return {id_: tuple(requests) for id_, requests in found.items()}

    @cached_property
    def _earlier_ids(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in self.moves:
            found[way(self.moves, id_)[-1]].append(id_)
        return {id_: tuple(earlier) for id_, earlier in found.items()}

    def earlier_ids(self, id_: str) -> tuple[str, ...]:
        """Return the ids that a record had before it was renamed, sorted."""
        return self._earlier_ids.get(id_, ())

    def about(self, fact: Fact) -> tuple[str, ...]:
        """Return the ids of the entities that a fact is about, sorted."""
        return self._about[fact.id]

    def facts_about(self, entity: Entity) -> tuple[Fact, ...]:
        """Return the facts about an entity, in the order of time."""
        return self._facts_about.get(entity.id, ())

    def withdrawn_about(self, entity: Entity) -> tuple[Fact, ...]:
        """Return the withdrawn facts that were about an entity, by id: each leaves a marker, not a hole."""
        return self._withdrawn_about.get(entity.id, ())

    def facts_citing(self, source: Source) -> tuple[Fact, ...]:
        """Return the facts that cite a source, in the order of time."""
        return self._citing.get(source.id, ())

    def published_by(self, entity: Entity) -> tuple[Source, ...]:
        """Return the sources that an organisation published, by id."""
        return self._published_by.get(entity.id, ())

    def replies_to(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts that deny or answer a fact, in the order of time."""
        return self._replies.get(fact.id, ())

    def disagreements_of(self, fact: Fact) -> tuple[Disagreement, ...]:
        """Return the disagreements that a fact is a side of and that are still open."""
        return self._disagreements.get(fact.id, ())

    def disagreements_among(self, facts: Iterable[Fact]) -> tuple[Disagreement, ...]:
        """Return the open disagreements that any of the facts is a side of, each once, by id."""
        found = {disagreement.id: disagreement for fact in facts for disagreement in self.disagreements_of(fact)}
        return tuple(found[id_] for id_ in sorted(found))

    @cached_property
    def open_disagreements(self) -> tuple[Disagreement, ...]:
        """Every disagreement that is neither withdrawn nor left with one side, by id."""
        return tuple(disagreement for disagreement in self.disagreements.values() if self.is_open(disagreement))

    def is_open(self, disagreement: Disagreement) -> bool:
        """Say whether two sides of a disagreement still stand against each other."""
        return not disagreement.withdrawn and sum(not self.facts[id_].withdrawn for id_ in disagreement.facts) > 1

    def requests_about(self, record: Fact | Entity) -> tuple[Request, ...]:
        """Return the requests for a reply to an allegation, or to somebody, in the order of time."""
        return self._requests.get(record.id, ())

    def is_answered(self, fact: Fact) -> bool:
        """Say whether somebody denies a fact, answers it or has declined to, in a source or when asked."""
        return bool(self.replies_to(fact)) or any(request.answer or request.declined for request in self.requests_about(fact))

    def fallen(self, record: supports.Supported) -> tuple[Source | Fact, ...]:
        """Return the withdrawn sources and facts that a record stands on."""
        return tuple(self.sources.get(id_) or self.facts[id_] for id_ in supports.fallen(self.sources, self.facts, record))

    def no_longer(self, fact: Fact) -> str:
        """Return why nothing may be built on a fact any more, in words; nothing where it may."""
        return supports.no_longer(self.sources, fact)

    def origins(self, fact: Fact) -> tuple[str, ...]:
        """Return the ids of the sources that a fact's knowledge comes from in the end, sorted; what was withdrawn is none."""
        return tuple(sorted({lineage.origin(self.sources, place) for place in self._standing_places(fact)}))

    def _standing_places(self, fact: Fact) -> list[Place]:
        """The places that a fact cites and that still count."""
        fallen = supports.fallen_places(self.sources, fact)
        return [place for place in fact.cite if place not in fallen]

    def standing(self, fact: Fact) -> Standing:
        """
        Return how firmly a fact stands: the first term of ``Standing`` that applies.
        """
        if fact.withdrawn:
            return Standing.WITHDRAWN
        if supports.is_unsupported(self.sources, fact):
            return Standing.UNSUPPORTED
        if self.is_disputed(fact):
            return Standing.DISPUTED
        if self.is_answered(fact):
            return Standing.ANSWERED
        if fact.voice is Voice.OPINION:
            return Standing.OPINION
        return Standing.CORROBORATED if self.is_corroborated(fact) else Standing.SINGLE_ORIGIN

    def is_corroborated(self, fact: Fact) -> bool:
        """Whether two sources say it from two origins: a source that also quotes another is no second witness to itself."""
        told = {(place.source, lineage.origin(self.sources, place)) for place in self._standing_places(fact)}
        return any(one[0] != other[0] and one[1] != other[1] for one in told for other in told)

    def is_disputed(self, fact: Fact) -> bool:
        """Say whether another fact here contradicts a fact."""
        return any(disagreement.weight is Weight.CONTRADICTION for disagreement in self.disagreements_of(fact))

    def tenures(self, entity: Entity) -> tuple[tuple[Relation, Fact], ...]:
        """Return who headed what, on either side of an entity, with the facts that say so, in the order of time."""
        return tuple(
            (relation, fact)
            for fact in self.facts_about(entity)
            for relation in fact.relation
            if relation.predicate is Predicate.HEADED and entity.id in (relation.subject, relation.object)
        )


def in_time(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """
    Return facts in the order of time, those without a date last, and by id where dates say nothing.
    """
    dated, undated = [], []
    for fact in facts:
        (undated if fact.date is None else dated).append(fact)
    dated.sort(key=lambda fact: (fact.date.sort_key, fact.id) if fact.date else ())
    return tuple(dated + sorted(undated, key=lambda fact: fact.id))


def load(folder: Path, today: datetime.date | None = None, known: Known | None = None) -> Dossier:
    """
    Read and check a dossier.

    Args:
        folder: Where its files are.
        known: What was read before of files that have not changed since; what is read now is added.
        today: The day after which nothing can have been done yet; without it, as in a build, no day is held against today.

    Raises:
        DossierError: With every problem in it, if there is any.
    """
    records, problems = parse(folder, known)
    problems += check(records, today)
    if problems:
        raise DossierError(problems)
    return Dossier(records)
