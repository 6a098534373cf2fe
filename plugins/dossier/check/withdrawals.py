"""
Nothing stands on a fact that has been withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..records import Records


def withdrawals(records: Records) -> Iterator[Problem]:
    """
    Refuse a lead that is withdrawn: a page would open with what no longer holds.
    """
    for id_, entity in records.entities.items():
        fact = records.facts.get(entity.lead or "")
        if fact and fact.withdrawn:
            yield records.problem(id_, f"expected a lead that stands, found '{fact.id}', withdrawn on {fact.withdrawn.on}: choose another", "lead")
