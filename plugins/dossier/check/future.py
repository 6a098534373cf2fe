"""
Nothing has been corrected, withdrawn, asked or answered on a day that is still to come.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model import Record, Request
from ..problems import Problem
from ..records import Records
from ..yamlfile import Step


def future(records: Records, today: datetime.date) -> Iterator[Problem]:
    """
    Refuse days after today, which are mistyped.
    """
    for own, record in records.everything():
        for day, steps in _done(record):
            if day > today:
                yield records.problem(own, f"expected a day until today, {today}, found '{day}', which is still to come: correct it", *steps)


def _done(record: Record) -> Iterator[tuple[datetime.date, tuple[Step, ...]]]:
    """Each day on which something is said to have been done to a record, with the way to it."""
    for index, change in enumerate(getattr(record, "changed", ())):
        yield change.on, ("changed", index, "on")
    if withdrawn := getattr(record, "withdrawn", None):
        yield withdrawn.on, ("withdrawn", "on")
    if isinstance(record, Request):
        yield record.on, ("on",)
        for name, came in (("answer", record.answer), ("declined", record.declined)):
            if came:
                yield came.on, (name, "on")
