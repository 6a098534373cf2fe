"""
Every relation ties records of the sorts that its predicate is for.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..records import Records


def sorts(records: Records) -> Iterator[Problem]:
    """
    Refuse a country that headed a person, and the like.
    """
    for fact in records.facts.values():
        for index, relation in enumerate(fact.relation):
            for id_, allowed, side in (
                (relation.subject, relation.predicate.subjects, "before"),
                (relation.object, relation.predicate.objects, "after"),
            ):
                entity = records.entities.get(id_)
                if entity and entity.sort not in allowed:
                    expected = " or ".join(sorted(allowed))
                    yield records.problem(fact.id, f"expected a {expected} {side} '{relation.predicate}', found '{id_}', of the sort '{entity.sort}'", "relation", index, find=id_)
            if relation.subject == relation.object:
                yield records.problem(fact.id, f"expected two records in a relation, found '{relation.subject}' twice", "relation", index)
