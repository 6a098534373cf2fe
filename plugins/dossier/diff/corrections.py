"""
Whether what was published was changed with the entry that tells readers so.
"""

from __future__ import annotations

from typing import Any

from ..model import Change, Disagreement, Entity, Fact, Record, Source
from ..wording import fold
from .comparison import Changed, Comparison

_PUBLISHED: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Fact, ("text", "note", "date", "date_words", "figure", "voice", "who")),
    (Source, ("title", "note", "author", "date")),
    (Entity, ("name",)),
    (Disagreement, ("title", "why")),
)
"""The fields that readers have read, and whose change they are told."""

_SENTENCES = frozenset({"text", "note", "why", "title", "name"})


def is_reworded(comparison: Comparison, change: Changed[Fact]) -> bool:
    """
    Say whether a fact reads otherwise than before.
    """
    return any(_differs(comparison, change, field) for field in ("text", "note"))


def uncorrected(comparison: Comparison, change: Changed[Any]) -> str:
    """
    Return what is amiss with the correction of a record that was published; nothing where all is told.
    """
    after: Record = change.after
    # Its withdrawal tells readers all that they need to know.
    if getattr(after, "withdrawn", None):
        return ""
    entries: list[Change] = [entry for entry in after.changed if entry not in change.before.changed]  # type: ignore[attr-defined]
    told = {entry.what or after.main for entry in entries}
    fields = next(names for sort, names in _PUBLISHED if isinstance(after, sort))
    missing = [field for field in fields if field not in told and _differs(comparison, change, field)]
    if any(field in _SENTENCES for field in missing):
        return "**reworded without a correction entry**"
    if missing:
        return f"**{', '.join(missing)}: changed without a correction entry**"
    if after.main in told and not _gives_what_stood(comparison, change, entries):
        return "**the correction entry gives another earlier text than the one that stood there**"
    return ""


def _differs(comparison: Comparison, change: Changed[Any], field: str) -> bool:
    if not change.touches(field):
        return False
    if field not in _SENTENCES:
        return True
    # A record's new name changes how its mentions read, which is told of the record.
    before, after = getattr(change.before, field) or "", getattr(change.after, field) or ""
    return comparison.before.plain(before) != comparison.after.plain(after)


def _gives_what_stood(comparison: Comparison, change: Changed[Any], entries: list[Change]) -> bool:
    stood = getattr(change.before, change.after.main)
    old = {fold(stood), fold(comparison.before.plain(stood))}
    return any(fold(text) in old for entry in entries if (entry.what or change.after.main) == change.after.main for text in (entry.was, comparison.before.plain(entry.was)))
