"""
Every paragraph is cited by a fact, or declared to hold nothing that could be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Source
from ..problems import Problem, shown
from ..records import Records
from .texts import Texts

LIMIT = 0.25


class Coverage(NamedTuple):
    """How the paragraphs of a source are accounted for, by number."""

    cited: frozenset[int]
    declared: frozenset[int]
    left: tuple[int, ...]


def coverage(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse a paragraph that is passed over in silence, one that is both cited and declared empty, and too many declared ones.
    """
    total = declared = 0
    for id_, paragraphs in texts.paragraphs.items():
        source = records.sources[id_]
        if source.withdrawn:
            continue  # nothing is to be taken from it any more
        found = covered(records, source, len(paragraphs))
        total += len(paragraphs)
        declared += len(found.declared)
        for number in found.left:
            yield records.problem(id_, f"expected a fact that cites paragraph {number}, or a line under 'nothing_checkable', found neither: {shown(paragraphs[number - 1])}", "document")
        if both := sorted(found.cited & found.declared):
            yield records.problem(id_, f"expected 'nothing_checkable' only for paragraphs that no fact cites, found {' '.join(map(str, both))}: take them out there", "nothing_checkable")
    if total and declared > total * LIMIT:
        first = next(iter(texts.paragraphs))
        yield records.problem(first, f"expected at most {LIMIT:.0%} of all paragraphs under 'nothing_checkable', found {declared} of {total}: cite more of them", "nothing_checkable")


def covered(records: Records, source: Source, last: int) -> Coverage:
    """
    Return how the paragraphs of a source, from 1 to the last, are accounted for.
    """
    cited = frozenset(place.locator for fact in records.facts.values() for place in fact.cite if not fact.withdrawn and place.source == source.id and place.locator)
    declared = frozenset(number for numbers in source.nothing_checkable for number in numbers.numbers)
    return Coverage(cited, declared, tuple(number for number in range(1, last + 1) if number not in cited | declared))
