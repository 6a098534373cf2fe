"""
Facts that were not there before and accuse nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section


def new_facts(comparison: Comparison) -> Iterator[Section]:
    """
    Tell each; one that came withdrawn is only a marker.
    """
    found = [fact for fact in comparison.facts.added if not fact.against or fact.withdrawn]
    yield Section(f"{count(len(found), 'new fact')}", tuple(telling.fact(comparison, comparison.after, fact, "withdrawn" if fact.withdrawn else "") for fact in found))
