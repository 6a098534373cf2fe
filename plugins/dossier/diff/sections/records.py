"""
Records other than facts and disagreements: sources and what they rest on, those who have pages, and the dossier as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...model import ENTITIES, Entity, Source
from ...problems import count
from .. import telling
from ..changes import changes
from ..comparison import Changed, Comparison, Pairs
from ..corrections import uncorrected
from ..report import Section


def records(comparison: Comparison) -> Iterator[Section]:
    """
    Tell which were removed, changed and added, the sources first.
    """
    yield from _sort(comparison, "source", comparison.sources)
    for sort in ENTITIES:
        yield from _sort(comparison, sort.sort, _of(comparison.entities, sort))
    lines = telling.fields(comparison, changes(comparison.old.settings, comparison.now.settings, comparison.moved))
    yield Section("The dossier’s settings and front page changed", tuple(lines))


def _of(pairs: Pairs[Entity], sort: type[Entity]) -> Pairs[Entity]:
    return Pairs(
        tuple(record for record in pairs.added if isinstance(record, sort)),
        tuple(record for record in pairs.removed if isinstance(record, sort)),
        pairs.kept,
        tuple(change for change in pairs.changed if isinstance(change.after, sort)),
    )


def _sort(comparison: Comparison, noun: str, pairs: Pairs[Source] | Pairs[Entity]) -> Iterator[Section]:
    for what, found in (("removed", pairs.removed), ("added", pairs.added)):
        yield Section(f"{telling.number(len(found), noun)} {what}", tuple(f"{telling.link(comparison, record)}: {inert.text(_name(record))}" for record in found))
    withdrawn = [change for change in pairs.changed if telling.is_withdrawal(change)]
    yield Section(f"{telling.number(len(withdrawn), noun)} withdrawn", tuple(_told(comparison, change) for change in withdrawn))
    other = [change for change in pairs.changed if not telling.is_withdrawal(change)]
    yield Section(f"{telling.number(len(other), noun)} changed", tuple(_told(comparison, change) for change in other))


def _told(comparison: Comparison, change: Changed[Source] | Changed[Entity]) -> str:
    printed = ""
    if change.touches("name", "title") and isinstance(change.after, Entity):
        printed = f"printed in {count(len(comparison.now.facts_about(change.after)), 'fact')}"
    head = f"{telling.link(comparison, change.after)}: {inert.text(_name(change.after))}"
    return telling.item(head, telling.withdrawal(change), uncorrected(comparison, change), *telling.fields(comparison, change.fields, but=("withdrawn",)), printed)


def _name(record: Source | Entity) -> str:
    return record.title if isinstance(record, Source) else record.name
