"""
Every relation ties records of the sorts that its predicate is for.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, a
from ..records import Records
from ..vocabulary import Predicate


def sorts(records: Records) -> Iterator[Problem]:
    """
    Refuse a country that headed a person, and the like.
    """
    for fact in records.facts.values():
        for index, relation in enumerate(fact.relation):
            if relation.subject == relation.object:
                yield records.problem(fact.id, f"expected two records in a relation, found '{relation.subject}' twice: write the other one", "relation", index)
                continue
            if _fits(records, relation.object, relation.predicate, relation.subject) and not _fits(records, relation.subject, relation.predicate, relation.object):
                yield records.problem(fact.id, f"expected '{relation.object} {relation.predicate} {relation.subject}', found the two the wrong way round", "relation", index)
                continue
            for id_, allowed, side in (
                (relation.subject, relation.predicate.subjects, "before"),
                (relation.object, relation.predicate.objects, "after"),
            ):
                entity = records.entities.get(id_)
                if entity and entity.sort not in allowed:
                    expected = " or ".join(a(sort) for sort in sorted(allowed))
                    yield records.problem(fact.id, f"expected {expected} {side} '{relation.predicate}', found '{id_}', which is {a(entity.sort)}", "relation", index, find=id_)


def _fits(records: Records, subject: str, predicate: Predicate, object_: str) -> bool:
    first, second = records.entities.get(subject), records.entities.get(object_)
    return bool(first and second and first.sort in predicate.subjects and second.sort in predicate.objects)
