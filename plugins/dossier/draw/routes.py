"""
The way of a line between two boxes: straight, or bent around a box in between; and where on it a word has room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt

from .segments import Box, Line, Point, boxes_on, lines_on

_BENDS = (8.0, 14.0, 20.0, 28.0, 38.0, 50.0, 64.0, 80.0, 100.0)
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95)
_MOST_BENT = 0.45
"""How far a line may leave the straight way, as a share of its length: beyond, it would look like a loop."""

_STEPS = 16


@dataclass(frozen=True, slots=True)
class Route:
    """
    A line from one point to another, drawn towards a third on its way.
    """

    start: Point
    towards: Point
    end: Point
    is_bent: bool

    hits: int = 0
    """How many of its pieces go through a box all the same."""

    def at(self, share: float) -> Point:
        """Return the point at a share of the way."""
        one, two, three = (1 - share) * (1 - share), 2 * share * (1 - share), share * share
        (ax, ay), (bx, by), (cx, cy) = self.start, self.towards, self.end
        return (one * ax + two * bx + three * cx, one * ay + two * by + three * cy)

    @property
    def pieces(self) -> tuple[Line, ...]:
        """The line in straight pieces."""
        if not self.is_bent:
            return ((*self.start, *self.end),)
        points = [self.at(step / _STEPS) for step in range(_STEPS + 1)]
        return tuple((*one, *two) for one, two in pairwise(points))

    @property
    def path(self) -> str:
        """The line, as the data of an SVG path."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.towards, self.end
        return f"M{ax:.1f} {ay:.1f}" + (f"Q{bx:.1f} {by:.1f} " if self.is_bent else "L") + f"{cx:.1f} {cy:.1f}"


def route(start: Point, end: Point, boxes: Sequence[Box], bow: float = 0.0) -> Route:
    """
    Return the way past the boxes that is bent least; ``bow`` bends it in any case, so that two lines between the same ends are seen as two.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    length = sqrt(across * across + down * down) or 1.0
    best: Route | None = None
    for bend, share in _bends(length, bow):
        towards = (start[0] + share * across - 2 * bend * down / length, start[1] + share * down + 2 * bend * across / length)
        found = Route(start, towards, end, is_bent=bool(bend))
        found = replace(found, hits=sum(boxes_on(piece, boxes) for piece in found.pieces))
        if best is None or found.hits < best.hits:
            best = found
        if not best.hits:
            break
    return best or Route(start, end, end, is_bent=False)


def _bends(length: float, bow: float) -> Iterator[Point]:
    """How far to bend a line, and where on its way; the least bent first."""
    yield bow, 0.5
    for reach in _BENDS:
        if reach <= _MOST_BENT * length:
            for share in _SHARES:
                yield bow + reach, share
                yield bow - reach, share


def spot_on(way: Route, size: Point, share: float, boxes: Sequence[Box], taken: Sequence[Box], lines: Sequence[Line]) -> Point:
    """
    Return where on a line a word of a size covers no box and no other word, the fewest other lines, and is nearest to a share of what is seen of it.
    """
    half_x, half_y = size[0] / 2, size[1] / 2
    seen = [step for step in range(1, 60) if not covers((*way.at(step / 60), 0.0, 0.0), boxes)] or [30]
    wish = seen[int(len(seen) * share)]

    def worse(step: int) -> tuple[float, int, int]:
        box = (*way.at(step / 60), half_x, half_y)
        return (
            12 * covers(box, boxes) + 12 * covers(box, taken) + lines_on(box, lines) + abs(step - wish) / 12,
            abs(step - wish),
            step,
        )

    return way.at(min(seen, key=worse) / 60)


def covers(box: Box, others: Sequence[Box]) -> int:
    """
    Count the boxes that a box is over, even in part.
    """
    x, y, half_x, half_y = box
    return sum(abs(x - other[0]) < half_x + other[2] and abs(y - other[1]) < half_y + other[3] for other in others)
