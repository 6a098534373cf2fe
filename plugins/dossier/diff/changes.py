"""
How two versions of one record differ, field by field.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..dates import Date
from ..fields import ID, Paragraphs
from ..figures import Amount
from ..model import Record


@dataclass(frozen=True, slots=True)
class FieldChange:
    """
    What a field lost and gained.
    """

    field: str
    """Its name, as editors type it."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    """A field with one value has at most one on either side."""


_LINKED = re.compile(rf"(?<=\[\[){ID.pattern}(?=[|\]])")
_NAMED = re.compile(rf"(?<![\w-]){ID.pattern}(?![\w-])")
_PROSE = frozenset({"text", "note", "why", "title", "summary", "name", "short"})


def changes(before: Record, after: Record, moved: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """
    Return each field in which two records differ, in the order of the model.

    Args:
        before: The one.
        after: The other, of the same sort.
        moved: The earlier id of each record that stands under another now: that alone is no change of who refers to it.
    """
    found = []
    for name, info in type(after).model_fields.items():
        field = info.alias or name
        if field == "id":
            continue
        ids = _LINKED if field in _PROSE else _NAMED
        old = tuple(ids.sub(lambda found: moved.get(found[0], found[0]), value) for value in values(getattr(before, name, None)))
        now = values(getattr(after, name))
        if sorted(old) != sorted(now):
            found.append(FieldChange(field, tuple(value for value in old if value not in now), tuple(value for value in now if value not in old)))
        elif old != now:
            found.append(FieldChange(field, ("; ".join(old),), ("; ".join(now),)))
    return tuple(found)


def values(value: Any) -> tuple[str, ...]:
    """
    Return a field's values as an editor would type them: several of a list, one of a text, none of nothing.
    """
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(written(item) for item in value)
    if isinstance(value, dict):
        return tuple(f"{written(key)}: {written(item)}" if item is not None else written(key) for key, item in value.items())
    return (written(value),)


def written(value: Any) -> str:
    """
    Return one value as an editor would type it.
    """
    if isinstance(value, Date):
        return value.edtf
    if isinstance(value, Amount | Paragraphs):
        return value.words
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Record):
        fields = {info.alias or name: getattr(value, name) for name, info in type(value).model_fields.items()}
        given = {name: ", ".join(values(item)) for name, item in fields.items() if values(item)}
        return next(iter(given.values())) if len(given) == 1 else "; ".join(f"{name}: {item}" for name, item in given.items())
    return str(value)
