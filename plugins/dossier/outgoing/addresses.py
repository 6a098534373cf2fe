"""
Every address that the dossier gives, and the records that give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Record
from ..records import Records

_SETTINGS = "dossier.yml"


def addresses(records: Records) -> Mapping[str, tuple[str, ...]]:
    """
    Return each address with where it is given: ``gazette-report: archive_url``.
    """
    found: dict[str, list[str]] = {}
    for id_, record in records.everything():
        for field, address in _in(record):
            found.setdefault(address.partition("#")[0], []).append(f"{id_ or _SETTINGS}: {field}")
    return {address: tuple(places) for address, places in sorted(found.items())}


def _in(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Whatever stands in a field whose name ends with ``url``, however deep."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _in(getattr(value, name), name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _in(item, field)
    elif isinstance(value, str) and field.endswith("url"):
        yield field, value
