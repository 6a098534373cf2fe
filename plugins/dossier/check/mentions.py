"""
Every record with a page has at least one fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..about import about
from ..problems import Problem
from ..records import Records


def mentions(records: Records) -> Iterator[Problem]:
    """
    Refuse an entity that no fact mentions and no source is published by.
    """
    if records.unknown:
        return
    mentioned = {id_ for fact in records.facts.values() for id_ in about(fact, records.entities)}
    mentioned |= {source.publisher for source in records.sources.values() if source.publisher}
    for id_, entity in records.entities.items():
        if id_ not in mentioned and id_ not in records.broken_words:
            yield records.problem(id_, f"expected at least one fact that names '{id_}', found none: write one with [[{id_}]] in its text, or delete this file", "name")
