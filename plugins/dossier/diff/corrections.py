"""
Whether what was published was changed with the entry that tells readers so.
"""

from __future__ import annotations

from ..model import Fact
from ..wording import fold
from .comparison import Changed, Comparison

WORDING = ("text", "note")
"""The fields of a fact that are sentences for readers."""


def is_reworded(comparison: Comparison, change: Changed[Fact]) -> bool:
    """
    Say whether a fact reads otherwise than before.
    """
    return _differs(comparison, change.before.text, change.after.text) or _differs(comparison, change.before.note or "", change.after.note or "")


def uncorrected(comparison: Comparison, change: Changed[Fact]) -> str:
    """
    Return what is amiss with the correction of a fact that reads otherwise; nothing where all is told.
    """
    if not is_reworded(comparison, change):
        return ""
    entries = [entry for entry in change.after.changed if entry not in change.before.changed]
    if not entries:
        return "**reworded without a correction entry**"
    old = {fold(text) for name in WORDING if (raw := getattr(change.before, name)) for text in (raw, comparison.before.plain(raw))}
    if not any(fold(entry.was) in old for entry in entries):
        return "**the correction entry gives another earlier text than the one that stood there**"
    return ""


def _differs(comparison: Comparison, before: str, after: str) -> bool:
    # A record's new name changes how its mentions read, which is told of the record.
    return before != after and comparison.before.plain(before) != comparison.after.plain(after)
