"""
Every correction says what it changed and when, in the order in which it was made.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ..dates import Moment, Period
from ..fields import Place
from ..languages import Language
from ..model import Change, Figure, Record, fields_of
from ..problems import Problem, did_you_mean, shown
from ..records import Records

_OWN = frozenset({"added", "changed", "withdrawn", "kept", "public"})
"""Fields that tell of the record itself, and have no earlier wording."""


def corrections(records: Records) -> Iterator[Problem]:
    """
    Refuse corrections of no field, of nothing, before the record was there, out of order, or after it was withdrawn.
    """
    for own, record in records.everything():
        yield from _in_order(records, own, record)
        changed: tuple[Change, ...] = getattr(record, "changed", ())
        known = [name for name in fields_of(type(record)) if name not in _OWN] if changed else []
        for index, change in enumerate(changed):
            field = change.what or record.main
            if field not in known:
                message = f"expected one of the fields {', '.join(known)}, found {shown(field)}{did_you_mean(field, known)}"
                yield records.problem(own, message, "changed", index, "what")
                continue
            following = next((later.was for later in changed[index + 1 :] if (later.what or record.main) == field), None)
            if change.was in ([following] if following else _as_typed(getattr(record, field, None))):
                stands = "the next correction has" if following else "stands there now"
                yield records.problem(own, f"expected what stood there before the change, found what {stands}, {shown(change.was)}: write the earlier one", "changed", index, "was")


def _in_order(records: Records, own: str, record: Record) -> Iterator[Problem]:
    """Added, corrected and withdrawn, one after the other."""
    before: datetime.date | None = getattr(record, "added", None)
    since = "on which it was added"
    for index, change in enumerate(getattr(record, "changed", ())):
        if before and change.on < before:
            advice = "correct one of the two" if index == 0 else "put the older first, or correct one of the two"
            yield records.problem(own, f"expected a day from {before} on, {since}, found '{change.on}': {advice}", "changed", index, "on")
        before, since = change.on, "that of the correction before it"
    withdrawn = getattr(record, "withdrawn", None)
    if withdrawn and before and withdrawn.on < before:
        since = since if since.startswith("on") else "that of its last correction"
        yield records.problem(own, f"expected a day from {before} on, {since}, found '{withdrawn.on}': correct one of the two", "withdrawn", "on")


def _as_typed(value: Any) -> list[str]:
    """A field's value as an editor may have typed it, where that is one text."""
    if isinstance(value, tuple) and len(value) == 1:
        return _as_typed(value[0])
    if isinstance(value, Mapping) and len(value) == 1:
        return _as_typed(next(iter(value)))
    if isinstance(value, Moment | Period):
        return [value.edtf, value.words]
    if isinstance(value, Figure):
        return [value.amount.words]
    return [str(value)] if isinstance(value, str | Place | Language) else []
