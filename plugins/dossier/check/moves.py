"""
Every earlier id leads to a record that is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..moves import way
from ..problems import Problem, did_you_mean, shown
from ..records import Records


def moves(records: Records) -> Iterator[Problem]:
    """
    Refuse earlier ids that a record has now, that lead to none, or that lead back to themselves.
    """
    file = records.moves_file
    if file is None:
        return
    told: set[str] = set()
    for id_, move in records.moves.items():
        passed = way(records.moves, id_)
        last = passed[-1]
        if id_ in records.written:
            yield file.problem(f"expected an id that no record has any more, found {shown(id_)}, which one has: take this line out, or give that record another", id_, key=True)
        elif last in records.moves:
            circle = passed[passed.index(records.moves[last].to) :]
            if told.isdisjoint(circle):
                yield file.problem(f"expected a way that ends at a record, found a circle: {' → '.join([*circle, circle[0]])}", circle[0])
            told |= set(circle)
        elif move.to == last and last not in records:
            yield file.problem(f"expected the id of a record, found {shown(last)}{did_you_mean(last, records.written)}", id_)
