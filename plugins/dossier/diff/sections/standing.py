"""
How firmly facts stand: what lost an origin or is now disputed, and what gained one or is disputed no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...model import Fact
from ...problems import count
from ...vocabulary import Standing
from .. import telling
from ..comparison import Comparison
from ..report import Section


def standing_lost(comparison: Comparison) -> Iterator[Section]:
    """
    Tell which facts stand less firmly.
    """
    alone = [(before, after) for before, after in _both_stand(comparison) if comparison.old.is_corroborated(before) and not comparison.now.is_corroborated(after)]
    yield Section(f"{count(len(alone), 'fact')} lost {'its' if len(alone) == 1 else 'their'} only independent origin", tuple(_told(comparison, *pair) for pair in alone))
    unsupported = [(before, after) for before, after in _both_stand(comparison) if _turned(comparison, before, after) and comparison.now.standing(after) is Standing.UNSUPPORTED]
    yield Section(f"{count(len(unsupported), 'fact')} whose every source is withdrawn now", tuple(_told(comparison, *pair) for pair in unsupported))
    disputed = [(before, after) for before, after in _both_stand(comparison) if _turned(comparison, before, after) and comparison.now.is_disputed(after)]
    yield Section(f"{count(len(disputed), 'fact')} now disputed", tuple(_told(comparison, *pair) for pair in disputed))


def standing_gained(comparison: Comparison) -> Iterator[Section]:
    """
    Tell which facts stand more firmly, and which otherwise.
    """
    witnessed = [(before, after) for before, after in _both_stand(comparison) if comparison.now.is_corroborated(after) and not comparison.old.is_corroborated(before)]
    yield Section(f"{count(len(witnessed), 'fact')} gained an independent origin", tuple(_told(comparison, *pair) for pair in witnessed))
    told = {before.id for before, _ in witnessed}
    other = [
        (before, after)
        for before, after in _both_stand(comparison)
        if _turned(comparison, before, after) and before.id not in told and not comparison.now.is_disputed(after) and not _is_lost(comparison, before, after)
    ]
    yield Section(f"{count(len(other), 'fact')} with another standing", tuple(_told(comparison, *pair) for pair in other))


def _both_stand(comparison: Comparison) -> Iterator[tuple[Fact, Fact]]:
    return ((before, after) for before, after in comparison.facts.kept if not before.withdrawn and not after.withdrawn)


def _turned(comparison: Comparison, before: Fact, after: Fact) -> bool:
    return comparison.old.standing(before) is not comparison.now.standing(after)


def _is_lost(comparison: Comparison, before: Fact, after: Fact) -> bool:
    now = comparison.now.standing(after)
    return now is Standing.UNSUPPORTED or (comparison.old.standing(before), now) == (Standing.CORROBORATED, Standing.SINGLE_ORIGIN)


def _told(comparison: Comparison, before: Fact, after: Fact) -> str:
    standings = comparison.old.standing(before).label, comparison.now.standing(after).label
    origins = ", ".join(sorted(comparison.moved.get(id_, id_) for id_ in comparison.old.origins(before))), ", ".join(comparison.now.origins(after))
    return telling.item(
        f"{telling.link(comparison, after)}: {inert.text(comparison.after.plain(after.text))}",
        f"standing: {inert.marked(*standings)}" if standings[0] != standings[1] else f"standing: {standings[1]}",
        f"origins: {inert.gone(origins[0])} {inert.new(origins[1])}" if origins[0] != origins[1] else "",
    )
