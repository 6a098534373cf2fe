"""
Who is tied to whom, and how firmly: the relations of all facts that stand, brought together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..dossier import Dossier
from ..model import Entity, Fact
from ..urls import page_of
from ..vocabulary import SYMMETRIC, Predicate, Standing

_PLAIN = frozenset({Standing.SINGLE_ORIGIN, Standing.CORROBORATED})


class Firmness(StrEnum):
    """
    What a tie rests on; the words go before what is said of it.
    """

    SAID = ""
    DISPUTED = "disputed"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class FactLink:
    """
    A fact behind a tie.
    """

    id: str
    """The fact's."""

    url: str
    """Its page, from the site's root."""

    firmness: Firmness
    """Whether it is an allegation, or disputed."""

    standing: Standing
    """How firmly it stands."""

    @property
    def words(self) -> str:
        """What a link to it is called."""
        if self.firmness is Firmness.ALLEGED:
            return "who says so, and any reply"
        return "fact" if self.standing in _PLAIN else f"fact, {self.standing.label}"


@dataclass(frozen=True, slots=True)
class Tie:
    """
    Two records and one way in which they are tied, with all facts that say so.
    """

    subject: Entity
    """Where the predicate begins."""

    predicate: Predicate
    """How the two are tied."""

    object: Entity
    """Where it leads."""

    facts: tuple[FactLink, ...]
    """Those that are not allegations first; then in the order of time."""

    @property
    def firmness(self) -> Firmness:
        """Alleged or disputed only if every fact behind it is an allegation, or is contradicted or one."""
        found = {fact.firmness for fact in self.facts}
        if Firmness.SAID in found:
            return Firmness.SAID
        return Firmness.DISPUTED if Firmness.DISPUTED in found else Firmness.ALLEGED

    @property
    def sentence(self) -> str:
        """All of it, in words: ``alleged: Pluvius Drench funded Bureau of Umbrellas``."""
        words = f"{self.subject.label} {self.predicate.label} {self.object.label}"
        return f"{self.firmness}: {words}" if self.firmness else words

    def other(self, entity: Entity) -> Entity:
        """Return the record at the far end."""
        return self.object if entity.id == self.subject.id else self.subject

    def said_from(self, entity: Entity) -> str:
        """Return the predicate as it reads from one end, as an allegation where it is one: ``alleged: funded by``."""
        forward = entity.id == self.subject.id or self.predicate in SYMMETRIC
        words = self.predicate.label if forward else self.predicate.inverse
        return f"{self.firmness}: {words}" if self.firmness else words


def ties(dossier: Dossier) -> tuple[Tie, ...]:
    """
    Return every tie that a fact still makes, by the ids of its ends and then as the vocabulary has the predicates.
    """
    found: dict[tuple[str, Predicate, str], dict[str, Fact]] = {}
    for fact in dossier.standing_facts:
        for relation in fact.relation:
            ends = (relation.subject, relation.object)
            if relation.predicate in SYMMETRIC:
                ends = (min(ends), max(ends))
            found.setdefault((ends[0], relation.predicate, ends[1]), {})[fact.id] = fact
    order = list(Predicate)
    return tuple(
        Tie(dossier.entities[subject], predicate, dossier.entities[object_], _links(dossier, found[subject, predicate, object_]))
        for subject, predicate, object_ in sorted(found, key=lambda key: (key[0], key[2], order.index(key[1])))
    )


@lru_cache(maxsize=1)
def _by_end(dossier: Dossier) -> dict[str, list[Tie]]:
    found: dict[str, list[Tie]] = {}
    for tie in ties(dossier):
        for id_ in {tie.subject.id, tie.object.id}:
            found.setdefault(id_, []).append(tie)
    return found


def ties_of(dossier: Dossier, entity: Entity) -> tuple[Tie, ...]:
    """
    Return the ties of one record: those that stand first, then the disputed, then the alleged.
    """
    order, firmnesses = list(Predicate), list(Firmness)
    return tuple(
        sorted(
            _by_end(dossier).get(entity.id, ()),
            key=lambda tie: (
                firmnesses.index(tie.firmness),
                order.index(tie.predicate),
                tie.subject.id != entity.id,
                tie.other(entity).label.casefold(),
                tie.other(entity).id,
            ),
        ),
    )


def _links(dossier: Dossier, facts: dict[str, Fact]) -> tuple[FactLink, ...]:
    links = []
    for fact in facts.values():
        standing = dossier.standing(fact)
        firmness = Firmness.ALLEGED if fact.against else Firmness.DISPUTED if standing is Standing.DISPUTED else Firmness.SAID
        links.append(FactLink(fact.id, page_of(fact), firmness, standing))
    order = list(Firmness)
    return tuple(sorted(links, key=lambda link: order.index(link.firmness)))
