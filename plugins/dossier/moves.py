"""
From an id that a record once had to the one that it has now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .model import Move
from .problems import did_you_mean


def way(moves: Mapping[str, Move], id_: str) -> list[str]:
    """
    Return every id that a record has had from this one on, each once; the last is its own, unless they run in a circle.
    """
    passed = [id_]
    while (move := moves.get(passed[-1])) and move.to not in passed:
        passed.append(move.to)
    return passed


def meant(moves: Mapping[str, Move], id_: str, known: Iterable[str]) -> str:
    """
    Return what to tell of an id that no record has: its new one if it was renamed, else ``, did you mean 'x'?``, or nothing.
    """
    if id_ in moves:
        return f", which was renamed to '{way(moves, id_)[-1]}': write that"
    return did_you_mean(id_, known)
