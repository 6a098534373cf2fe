"""
Every date lies between the years that the dossier declares.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..dates import Date
from ..problems import Problem
from ..records import Records


def bounds(records: Records) -> Iterator[Problem]:
    """
    Refuse dates far off, which are mistyped as a rule.
    """
    if not records.settings:
        return
    earliest, latest = records.settings.dates.earliest, records.settings.dates.latest
    first, last = earliest.earliest, latest.latest
    if first is None or last is None or first > last:
        return
    for record in (*records.facts.values(), *records.sources.values()):
        date: Date | None = record.date
        if date is None:
            continue
        if (date.earliest and date.earliest < first) or (date.latest and date.latest > last):
            yield records.problem(record.id, f"expected a date from {earliest.words} to {latest.words}, the bounds in dossier.yml, found '{date.edtf}'", "date")
