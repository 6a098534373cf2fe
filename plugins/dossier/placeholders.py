"""
What a new record has where an editor must still write: it can be read, and is never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .model import Record, described
from .problems import Problem
from .slips import Location, fields_at
from .vocabulary import Term
from .yamlfile import YamlFile

PLACEHOLDER = "FILL IN"


def unfilled(record: type[Record], file: YamlFile, steps: tuple[str, ...], raw: Any) -> dict[Location, Problem]:
    """
    Return a problem for each value, and each key, that is still to be written, by the way to it in the record.

    Args:
        record: What is written there.
        file: The file.
        steps: The way to the record in it.
        raw: The record as it was read.
    """
    # Nearly always there is none, and then nothing need be looked through.
    if PLACEHOLDER not in file.text:
        return {}
    return {where: file.problem(_message(record, where), *steps, *where, key=key) for where, key in _places(raw, ())}


def is_within(location: Location, place: Location) -> bool:
    """
    Say whether pydantic's way to a value leads through a place in what was read, where one item may stand for a list of one.
    """
    rest = list(location)
    for step in place:
        while rest and rest[0] != step and isinstance(rest[0], int):
            del rest[0]
        if not rest or rest.pop(0) != step:
            return False
    return True


def _places(raw: Any, way: Location) -> Iterator[tuple[Location, bool]]:
    if isinstance(raw, str) and PLACEHOLDER in raw:
        yield way, False
    elif isinstance(raw, list):
        for index, item in enumerate(raw):
            yield from _places(item, (*way, index))
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if PLACEHOLDER in key:
                yield (*way, key), True
            else:
                yield from _places(value, (*way, key))


def _message(record: type[Record], where: Location) -> str:
    described()
    fields, name, info = fields_at(record, ()), "", None
    for number, step in enumerate(where):
        if isinstance(step, str) and step in fields:
            name, info = step, fields[step]
            fields = fields_at(record, where[: number + 1])
    terms = info.annotation if info else None
    if isinstance(terms, type) and issubclass(terms, Term):
        told = f"one of {', '.join(terms)}"
    else:
        told = re.split(r"\.(?:\s|$)", (info.description or "").replace("``", ""))[0] if info else ""
        told = told[:1].lower() + told[1:]
    return f"expected a value for '{name}' ({told}), found the template's words '{PLACEHOLDER}': replace them"
