"""
No source rests, in the end, on itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..records import Records


def circles(records: Records) -> Iterator[Problem]:
    """
    Refuse each circle of lineage once.
    """
    told: set[frozenset[str]] = set()
    # From a source that is not held first: what it rests on is the likelier slip.
    for start in sorted(records.sources, key=lambda id_: (records.sources[id_].document is not None, id_)):
        circle = _back_to(records, start)
        if not circle or frozenset(circle) in told:
            continue
        told.add(frozenset(circle))
        following = circle[1] if len(circle) > 1 else start
        source = records.sources[start]
        index, lineage = next((number, lineage) for number, lineage in enumerate(source.rests_on) if following in (lineage.source, lineage.through))
        way = " → ".join([*circle, start])
        yield records.problem(start, f"expected a lineage that ends somewhere, found a circle: {way}", "rests_on", index, "source" if lineage.source == following else "through")


def _back_to(records: Records, start: str) -> list[str]:
    """The shortest way from a source back to itself; nothing if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        source = records.sources.get(way[-1])
        for lineage in source.rests_on if source else ():
            for following in filter(None, (lineage.source, lineage.through)):
                if following == start:
                    return way
                if following not in seen:
                    seen.add(following)
                    ways.append([*way, following])
    return []
