"""
Facts that were there before: removed, withdrawn, put back, in another's name, reworded, and changed in some other way.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Fact
from ...problems import count
from .. import telling
from ..comparison import Changed, Comparison
from ..corrections import is_reworded, uncorrected
from ..report import Section
from .allegations import is_told_here


def facts(comparison: Comparison) -> Iterator[Section]:
    """
    Tell each changed fact once, under the gravest of what befell it.
    """
    removed = comparison.facts.removed
    items = tuple(telling.fact(comparison, comparison.before, fact) for fact in removed)
    yield Section(f"{count(len(removed), 'fact')} removed without a marker", items, "A fact that was published is withdrawn, with the day and the reason, and its page stays.")
    groups: dict[str, list[str]] = {}
    for change in comparison.facts.changed:
        if not is_told_here(change):
            groups.setdefault(_group(comparison, change), []).append(_told(comparison, change))
    for name in (_WITHDRAWN, _PUT_BACK, _VOICE, _REWORDED, _OTHERWISE):
        found = groups.get(name, [])
        yield Section(f"{count(len(found), 'fact')} {name}", tuple(found))


_WITHDRAWN = "withdrawn"
_PUT_BACK = "withdrawn no more"
_VOICE = "in another’s name"
_REWORDED = "reworded"
_OTHERWISE = "changed otherwise"


def _group(comparison: Comparison, change: Changed[Fact]) -> str:
    if change.touches("withdrawn"):
        return _WITHDRAWN if change.after.withdrawn else _PUT_BACK
    if change.touches("voice", "who"):
        return _VOICE
    return _REWORDED if is_reworded(comparison, change) else _OTHERWISE


def _told(comparison: Comparison, change: Changed[Fact]) -> str:
    return telling.fact_change(comparison, change, telling.withdrawal(change), uncorrected(comparison, change))
