"""
Where a paragraph's knowledge comes from.

A source rests on another paragraph by paragraph, so a citation's origin follows its own paragraph, through every source in between, to the end.
Two citations with one origin are one witness.
"""

from __future__ import annotations

from collections.abc import Mapping

from .fields import Place
from .model import Lineage, Source


def trail(sources: Mapping[str, Source], place: Place) -> tuple[Lineage, ...]:
    """
    Return each step from a place to its origin; nothing if the source is its own.

    What a source in between rests on counts only if all of it does, for nobody knows which of its paragraphs was retold.
    A circle, which the checks refuse, is not followed twice.
    """
    steps: list[Lineage] = []
    seen = {place.source}
    source, locator = place.source, place.locator
    while step := _step(sources[source], locator) if source in sources else None:
        if step.source in seen:
            break
        steps.append(step)
        seen.add(step.source)
        source, locator = step.source, None
    return tuple(steps)


def origin(sources: Mapping[str, Source], place: Place) -> str:
    """
    Return the id of the source that a place's knowledge comes from in the end.
    """
    steps = trail(sources, place)
    return steps[-1].source if steps else place.source


def withdrawn(sources: Mapping[str, Source], place: Place) -> str | None:
    """
    Return the id of the first source on the way from a place to its origin that was withdrawn; ``None`` where all of them stand.
    """
    way = [place.source, *(id_ for step in trail(sources, place) for id_ in (step.through, step.source) if id_)]
    return next((id_ for id_ in way if id_ in sources and sources[id_].withdrawn), None)


def _step(source: Source, locator: int | None) -> Lineage | None:
    for lineage in source.rests_on:
        if lineage.paragraphs is None or locator in lineage.paragraphs.numbers:
            return lineage
    return None
