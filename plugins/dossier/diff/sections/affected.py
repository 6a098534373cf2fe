"""
Who and what the changed facts are about, with the pages to look at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ... import inert
from ...model import ENTITIES, Entity
from ...urls import page_of
from .. import telling
from ..comparison import Comparison
from ..report import Section

_NEW, _CHANGED, _GONE = "new", "changed", "withdrawn or removed"


def affected(comparison: Comparison) -> Iterator[Section]:
    """
    Tell each person, organisation, country and case with how many facts about it are new, changed or gone; most first.
    """
    counted = _counted(comparison)
    for sort in ENTITIES:
        found = [(entity, counted[id_]) for id_, entity in {**comparison.old.entities, **comparison.now.entities}.items() if id_ in counted and isinstance(entity, sort)]
        found.sort(key=lambda pair: (-pair[1].total(), pair[0].id))
        yield Section(f"{telling.number(len(found), sort.sort)} affected", tuple(_told(comparison, entity, befell) for entity, befell in found))


def _counted(comparison: Comparison) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in comparison.facts.added:
        for id_ in comparison.now.about(fact):
            counted[id_][_NEW] += 1
    for fact in comparison.facts.removed:
        for id_ in comparison.old.about(fact):
            counted[comparison.moved.get(id_, id_)][_GONE] += 1
    for change in comparison.facts.changed:
        what = _GONE if telling.is_withdrawal(change) else _CHANGED
        for id_ in {*(comparison.moved.get(id_, id_) for id_ in comparison.old.about(change.before)), *comparison.now.about(change.after)}:
            counted[id_][what] += 1
    return counted


def _told(comparison: Comparison, entity: Entity, befell: Counter[str]) -> str:
    facts = ", ".join(f"{befell[what]} {what}" for what in (_NEW, _CHANGED, _GONE) if befell[what])
    return f"{inert.text(entity.name)}: {facts} · {telling.page(comparison, page_of(entity))}"
