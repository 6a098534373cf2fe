"""
Every record with a page has at least one fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..about import about
from ..moves import way
from ..problems import Problem, closest
from ..records import Records
from .links import meant
from .references import dangling


def mentions(records: Records) -> Iterator[Problem]:
    """
    Refuse an entity that no fact mentions and no source is published by.
    """
    if records.unknown or records.untold:
        return
    mentioned = {id_ for fact in records.facts.values() for id_ in about(fact, records.entities)}
    mentioned |= {source.publisher for source in records.sources.values() if source.publisher}
    linked = {id_ for fact in records.facts.values() for id_ in meant(fact.text)}
    # Under a misspelt id, or an earlier one, it is mentioned all the same: the spelling is reported, and is the one slip.
    strange = dangling(records) | (linked - set(records.written))
    mentioned |= linked | {closest(id_, records.entities) for id_ in strange} | {way(records.moves, id_)[-1] for id_ in strange}
    for id_ in records.entities:
        if id_ not in mentioned and id_ not in records.broken_words:
            yield records.problem(id_, f"expected at least one fact that names '{id_}', found none: write one with [[{id_}]] in its text, or delete this file", "name")
