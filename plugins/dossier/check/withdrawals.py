"""
Nothing stands on a fact that has been withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..records import SETTINGS_ID, Records


def withdrawals(records: Records) -> Iterator[Problem]:
    """
    Refuse a lead or a finding that is withdrawn: a page would open with what no longer holds.
    """
    for id_, entity in records.entities.items():
        fact = records.facts.get(entity.lead or "")
        if fact and fact.withdrawn:
            yield records.problem(id_, f"expected a lead that stands, found '{fact.id}', withdrawn on {fact.withdrawn.on}: choose another", "lead")
    for index, finding in enumerate(records.settings.findings if records.settings else ()):
        fact = records.facts.get(finding)
        if fact and fact.withdrawn:
            yield records.problem(SETTINGS_ID, f"expected a finding that stands, found '{fact.id}', withdrawn on {fact.withdrawn.on}: take it out", "findings", index)
