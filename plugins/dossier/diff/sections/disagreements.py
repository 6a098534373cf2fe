"""
Where the sources differ: told, told otherwise, or told no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...model import Disagreement
from ...problems import count
from .. import telling
from ..comparison import Changed, Comparison
from ..corrections import uncorrected
from ..report import Section
from ..sides import Side


def disagreements(comparison: Comparison) -> Iterator[Section]:
    """
    Tell of each that was removed, changed or added.
    """
    pairs = comparison.disagreements
    for noun, side, found in (("removed", comparison.before, pairs.removed), ("added", comparison.after, pairs.added)):
        yield Section(f"{count(len(found), 'disagreement')} {noun}", tuple(_told(comparison, side, record) for record in found))
    for noun, is_so in (("withdrawn", True), ("changed", False)):
        changed = [change for change in pairs.changed if telling.is_withdrawal(change) is is_so]
        yield Section(f"{count(len(changed), 'disagreement')} {noun}", tuple(_changed(comparison, change) for change in changed))


def _changed(comparison: Comparison, change: Changed[Disagreement]) -> str:
    head = f"{telling.link(comparison, change.after)}: {inert.text(change.after.title)}"
    return telling.item(head, telling.withdrawal(change), uncorrected(comparison, change), *telling.fields(comparison, change.fields, but=("withdrawn",)))


def _told(comparison: Comparison, side: Side, record: Disagreement) -> str:
    sides = "; ".join(inert.code(id_) for id_ in record.facts)
    return telling.item(f"{telling.link(comparison, record)}: {inert.text(record.title)} ({record.weight.label})", sides, inert.text(side.plain(record.why)))
