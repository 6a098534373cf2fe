"""
Every allegation is marked as one, and says in its own sentence whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Fact, Organisation
from ..problems import Problem
from ..records import Records
from ..vocabulary import OrganisationKind, Predicate, Voice
from .who import names

_BELONGING = frozenset({Predicate.SERVED_IN, Predicate.HEADED, Predicate.DEPUTY_HEAD_OF, Predicate.WORKED_FOR, Predicate.MEMBER_OF})


def allegations(records: Records) -> Iterator[Problem]:
    """
    Refuse an allegation in nobody's name, and an unmarked one that can be recognised.
    """
    for fact in records.facts.values():
        yield from _unmarked(records, fact)
        if not fact.against or fact.voice is not Voice.REPORTING:
            continue  # any other voice names itself, as the rule on 'who' sees to
        tellers = _tellers(records, fact)
        if not all(_outlet_known(records, place.source) for place in fact.cite):
            continue  # who publishes it is a slip, and reported: under the right name, the sentence may well say so
        if fact.who is None and tellers and not any(names(records, fact, teller) for teller in tellers):
            yield records.problem(fact.id, f"expected an allegation that names in its text who makes it, such as '{tellers[0]}', found none: say in the sentence whose word it is", "text")


def _unmarked(records: Records, fact: Fact) -> Iterator[Problem]:
    for index, relation in enumerate(fact.relation):
        service = records.entities.get(relation.object)
        belongs = relation.predicate in _BELONGING and isinstance(service, Organisation) and service.kind is OrganisationKind.INTELLIGENCE_SERVICE
        if belongs and relation.subject not in fact.against:
            yield records.problem(fact.id, f"expected 'against: {relation.subject}', for belonging to an intelligence service is an allegation, found none: add it", "relation", index)


def _outlet_known(records: Records, source: str) -> bool:
    publisher = records.sources[source].publisher if source in records.sources else None
    return publisher is None or isinstance(records.entities.get(publisher), Organisation)


def _tellers(records: Records, fact: Fact) -> list[str]:
    """The names under which the outlets cited may stand in the text."""
    tellers = []
    for place in fact.cite:
        source = records.sources.get(place.source)
        outlet = records.entities.get(source.publisher) if source and source.publisher else None
        if outlet:
            tellers += [outlet.name, outlet.label, *outlet.spelled]
        if source and source.author:
            tellers.append(source.author)
    return tellers
