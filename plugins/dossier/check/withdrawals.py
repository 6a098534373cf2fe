"""
Nothing is published as if it stood that rests on something withdrawn.

What can be said beside a record is no problem but a flag: readers see it there, and editors in the report of replies and flags.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import supports
from ..model import Disagreement, Fact
from ..problems import Problem, shown
from ..records import SETTINGS_ID, Records


def withdrawals(records: Records) -> Iterator[Problem]:
    """
    Refuse a lead or a finding that no longer holds, a fact that no source is left of, and a ``kept`` for nothing.
    """
    for fact in records.facts.values():
        yield from _unsupported(records, fact)
        yield from _kept(records, fact)
    for disagreement in records.disagreements.values():
        yield from _kept(records, disagreement)
    for id_, entity in records.entities.items():
        fact = records.facts.get(entity.lead or "")
        if fact and (gone := supports.no_longer(records.sources, fact)):
            yield records.problem(id_, f"expected a lead that stands, found '{fact.id}', {gone}: choose another", "lead")
    for index, finding in enumerate(records.settings.findings if records.settings else ()):
        fact = records.facts.get(finding)
        if fact and (gone := supports.no_longer(records.sources, fact)):
            yield records.problem(SETTINGS_ID, f"expected a finding that stands, found '{fact.id}', {gone}: take it out", "findings", index)


def _unsupported(records: Records, fact: Fact) -> Iterator[Problem]:
    if fact.withdrawn or not supports.is_unsupported(records.sources, fact):
        return
    for place, id_ in supports.fallen_places(records.sources, fact).items():
        if id_ in fact.kept:
            continue
        found = shown(place) if id_ == place.source else f"{shown(place)}, which rests on '{id_}',"
        message = f"expected a source that stands, found {found} withdrawn on {_day(records, id_)}: cite another, withdraw this fact too, or add 'kept: {{{id_}: why it stays}}'"
        yield records.problem(fact.id, message, "cite", str(place), key=True)
        return


def _kept(records: Records, record: Fact | Disagreement) -> Iterator[Problem]:
    fallen = supports.fallen(records.sources, records.facts, record)
    for id_ in record.kept:
        kept = records.sources.get(id_) or records.facts.get(id_)
        if kept is None or id_ in fallen:
            continue
        stands_on = "one of its sides" if isinstance(record, Disagreement) else "a source or fact that it stands on"
        found = f"'{id_}', which was not withdrawn" if not kept.withdrawn else f"'{id_}', which it does not stand on" if not record.withdrawn else f"'{id_}' in what was withdrawn itself"
        yield records.problem(record.id, f"expected {stands_on} and that was withdrawn, found {found}: take it out", "kept", id_, key=True)


def _day(records: Records, source: str) -> str:
    withdrawn = records.sources[source].withdrawn
    return str(withdrawn.on) if withdrawn else ""
