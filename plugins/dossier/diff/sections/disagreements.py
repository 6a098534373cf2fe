"""
Where the sources differ: told, told otherwise, or told no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...model import Disagreement
from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section
from ..sides import Side


def disagreements(comparison: Comparison) -> Iterator[Section]:
    """
    Tell of each that was removed, changed or added.
    """
    pairs = comparison.disagreements
    for noun, side, found in (("removed", comparison.before, pairs.removed), ("added", comparison.after, pairs.added)):
        yield Section(f"{count(len(found), 'disagreement')} {noun}", tuple(_told(comparison, side, record) for record in found))
    changed = (telling.item(f"{telling.link(comparison, change.after)}: {inert.text(change.after.title)}", *telling.fields(comparison, change.fields)) for change in pairs.changed)
    yield Section(f"{count(len(pairs.changed), 'disagreement')} changed", tuple(changed))


def _told(comparison: Comparison, side: Side, record: Disagreement) -> str:
    sides = "; ".join(inert.code(id_) for id_ in record.facts)
    return telling.item(f"{telling.link(comparison, record)}: {inert.text(record.title)} ({record.weight.label})", sides, inert.text(side.plain(record.why)))
