"""
Every date lies between the years that the dossier declares.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..dates import Date
from ..problems import Problem, shown
from ..records import SETTINGS_ID, Records


def bounds(records: Records) -> Iterator[Problem]:
    """
    Refuse dates far off, which are mistyped as a rule.
    """
    if not records.settings:
        return
    earliest, latest = records.settings.dates.earliest, records.settings.dates.latest
    first, last = earliest.earliest, latest.latest
    if first is None or last is None or first > last:
        yield records.problem(SETTINGS_ID, f"expected bounds that begin before they end, found {shown(earliest.edtf)} and {shown(latest.edtf)}", "dates", "latest")
        return
    for record in (*records.facts.values(), *records.sources.values()):
        date: Date | None = record.date
        if date is None:
            continue
        known = [day for day in (date.earliest, date.latest) if day]
        if min(known) < first or max(known) > last:
            yield records.problem(record.id, f"expected a date from {earliest.words} to {latest.words}, the bounds in dossier.yml, found '{date.edtf}'", "date")
