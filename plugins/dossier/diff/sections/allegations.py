"""
Allegations: what is newly said against somebody, what is said otherwise, and what has lost its reply.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Fact
from ...problems import count
from .. import telling
from ..comparison import Changed, Comparison
from ..corrections import uncorrected
from ..report import Section


def allegations(comparison: Comparison) -> Iterator[Section]:
    """
    Tell of each, with its reply or the lack of one.
    """
    yield _new(comparison)
    yield _changed(comparison)
    yield _lost(comparison)
    yield _replies(comparison)


def is_told_here(change: Changed[Fact]) -> bool:
    """
    Say whether a changed fact is told as an allegation or as a reply, so that no other section need tell it.
    """
    return not telling.is_withdrawal(change) and bool(change.before.against or change.after.against or change.before.answers or change.after.answers)


def _new(comparison: Comparison) -> Section:
    found = [fact for fact in comparison.facts.added if fact.against and not fact.withdrawn]
    silent = sum(not comparison.now.is_answered(fact) for fact in found)
    reply = "" if not silent else ", without a reply" if silent == len(found) else f", {silent} of them without a reply"
    items = tuple(telling.fact(comparison, comparison.after, fact, *telling.replies(comparison, fact)) for fact in found)
    return Section(f"{count(len(found), 'new allegation')}{reply}", items)


def _changed(comparison: Comparison) -> Section:
    found = [change for change in comparison.facts.changed if not telling.is_withdrawal(change) and (change.before.against or change.after.against)]
    items = tuple(telling.fact_change(comparison, change, _mark(change), uncorrected(comparison, change), *telling.replies(comparison, change.after)) for change in found)
    return Section(f"{count(len(found), 'allegation')} changed", items)


def _mark(change: Changed[Fact]) -> str:
    if not change.before.against:
        return "**now marked as an allegation**"
    return "" if change.after.against else "**no longer marked as an allegation**"


def _lost(comparison: Comparison) -> Section:
    items = []
    for before, after in comparison.facts.kept:
        still = {reply.id for reply in comparison.now.replies_to(after)}
        lost = [reply for reply in comparison.old.replies_to(before) if comparison.moved.get(reply.id, reply.id) not in still]
        fell_silent = comparison.old.is_answered(before) and not comparison.now.is_answered(after)
        if after.against and not after.withdrawn and (lost or fell_silent):
            gone = [f"lost: {telling.link(comparison, reply)}" for reply in lost]
            items.append(telling.fact(comparison, comparison.after, after, *gone, *telling.replies(comparison, after)))
    return Section(f"{count(len(items), 'allegation')} lost a reply", tuple(items))


def _replies(comparison: Comparison) -> Section:
    found = [change for change in comparison.facts.changed if is_told_here(change) and not (change.before.against or change.after.against)]
    return Section(f"{count(len(found), 'reply')} changed", tuple(telling.fact_change(comparison, change, uncorrected(comparison, change)) for change in found))
