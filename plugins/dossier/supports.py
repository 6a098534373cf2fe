"""
What records stand on, and what of that was withdrawn.

Nothing here changes a record: whoever withdraws a source or a fact is told what stood on it, and deals with each.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import lineage
from .fields import Place
from .model import Disagreement, Entity, Fact, Request, Source

Supported = Fact | Source | Disagreement | Entity | Request


def fallen_places(sources: Mapping[str, Source], fact: Fact) -> dict[Place, str]:
    """
    Return the places that a fact cites in vain, each with the withdrawn source that it is in or rests on.
    """
    found = ((place, lineage.withdrawn(sources, place)) for place in fact.cite)
    return {place: id_ for place, id_ in found if id_}


def is_unsupported(sources: Mapping[str, Source], fact: Fact) -> bool:
    """
    Say whether every place that a fact cites is in a withdrawn source, or rests on one.
    """
    return len(fallen_places(sources, fact)) == len(fact.cite)


def no_longer(sources: Mapping[str, Source], fact: Fact) -> str:
    """
    Return why nothing may be built on a fact any more, in words; nothing where it may.
    """
    if fact.withdrawn:
        return f"withdrawn on {fact.withdrawn.on}"
    return "every source of which was withdrawn" if is_unsupported(sources, fact) else ""


def fallen(sources: Mapping[str, Source], facts: Mapping[str, Fact], record: Supported) -> tuple[str, ...]:
    """
    Return the ids of the withdrawn sources and facts that a record stands on, each once; nothing for what is withdrawn itself.
    """
    if getattr(record, "withdrawn", None):
        return ()
    if isinstance(record, Fact):
        found = [*fallen_places(sources, record).values(), *_withdrawn(facts, record.answers)]
    elif isinstance(record, Disagreement):
        found = _withdrawn(facts, record.facts)
    elif isinstance(record, Source):
        found = _withdrawn(sources, [id_ for step in record.rests_on for id_ in (step.through, step.source) if id_])
    elif isinstance(record, Request):
        found = _withdrawn(facts, record.answer.facts if record.answer else ())
    else:
        found = _withdrawn(sources, [place.source for place in record.spelled.values()])
    return tuple(dict.fromkeys(found))


def _withdrawn(records: Mapping[str, Source] | Mapping[str, Fact], ids: list[str] | tuple[str, ...]) -> list[str]:
    return [id_ for id_ in ids if id_ in records and records[id_].withdrawn]
