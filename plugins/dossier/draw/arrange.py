"""
Finds a place for each box of a network, so that what is tied stands near, and no two overlap.

Here and in ``settle.py`` and ``cost.py`` there is only ``+ - * /`` and the square root, in a fixed order.
These give the same bits on every machine; sines do not, and hundreds of repeated steps would blow up the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from math import sqrt

from .segments import Box, Point
from .settle import Gaps, Link, settle

GAP: Point = (16.0, 18.0)
"""The least room between two boxes, across and down."""

_MARGIN = 4.0
"""How near to a box a line counts as going through it: here, boxes are larger by that much, and the gaps smaller."""

_LEFT: Point = (GAP[0] - 2 * _MARGIN, GAP[1] - 2 * _MARGIN)
_AROUND_WORDS = 5.0
"""What words between two boxes need besides their own room."""


_GOLDEN_TURN = (-0.7373688780783197, 0.6754902942615238)
"""A turn by the golden angle, as a unit vector."""

_SWEEPS = 80
_NOWHERE = 1e9


def arrange(sizes: Sequence[Point], links: Mapping[Link, Point], frame: Point, seed: int = 1) -> list[Point]:
    """
    Return the middle of each box inside a frame of a width and height, which must have room for all of them with gaps between.

    Each link ties two boxes by their numbers, the lower first, and has the room that the words on it take, across and down.
    Another ``seed`` gives another arrangement, as good or nearly so.
    """
    gaps = {link: (wide + _AROUND_WORDS, high + _AROUND_WORDS) if wide else _LEFT for link, (wide, high) in links.items()}
    points = _fitted(_spread(_relaxed(_distances(len(sizes), links))), sizes, frame)
    boxes = [(*point, wide / 2 + _MARGIN, high / 2 + _MARGIN) for point, (wide, high) in zip(points, sizes, strict=True)]
    boxes = settle(_separated(boxes, gaps, frame), gaps, frame, _LEFT, seed)
    return [box[:2] for box in _separated(boxes, gaps, frame)]


def _distances(number: int, links: Iterable[Link]) -> list[list[float]]:
    """How far apart any two should stand: as far as the way along the links is long."""
    near: list[set[int]] = [set() for _ in range(number)]
    for one, other in links:
        near[one].add(other)
        near[other].add(one)
    rows = [_ways(start, near) for start in range(number)]
    longest = max((value for row in rows for value in row if value < _NOWHERE), default=1.0) or 1.0
    return [[value if value < _NOWHERE else longest * 0.75 for value in row] for row in rows]


def _ways(start: int, near: Sequence[set[int]]) -> list[float]:
    """The shortest way to each; a link is the longer, the more of them its ends have, for these need room around."""
    row = [_NOWHERE] * len(near)
    row[start] = 0.0
    heap = [(0.0, start)]
    while heap:
        so_far, here = heappop(heap)
        if so_far > row[here]:
            continue
        for there in sorted(near[here]):
            reached = so_far + 0.55 + 0.3 * sqrt(max(len(near[here]), len(near[there])))
            if reached < row[there]:
                row[there] = reached
                heappush(heap, (reached, there))
    return row


def _relaxed(apart: Sequence[Sequence[float]]) -> list[Point]:
    """Stress majorisation: again and again, each point goes where all the others, the near ones most, would have it."""
    points = _spiral(sorted(range(len(apart)), key=lambda index: (max(apart[index]), index)))
    for _ in range(_SWEEPS):
        for index, row in enumerate(apart):
            x, y = points[index]
            to_x = to_y = weights = 0.0
            for (other_x, other_y), wish in zip(points, row, strict=True):
                if not wish:
                    continue
                across, down = x - other_x, y - other_y
                share = wish / (sqrt(across * across + down * down) or 1e-6)
                weight = 1 / (wish * wish)
                to_x += weight * (other_x + across * share)
                to_y += weight * (other_y + down * share)
                weights += weight
            if weights:
                points[index] = (to_x / weights, to_y / weights)
    return points


def _spiral(order: Sequence[int]) -> list[Point]:
    """Where the points begin: the first in the middle, as sunflowers have their seeds."""
    places: dict[int, Point] = {}
    x, y = 1.0, 0.0
    for step, index in enumerate(order):
        far = sqrt(step + 0.5)
        places[index] = (x * far, y * far)
        x, y = x * _GOLDEN_TURN[0] - y * _GOLDEN_TURN[1], x * _GOLDEN_TURN[1] + y * _GOLDEN_TURN[0]
    return [places[index] for index in range(len(order))]


def _spread(points: Sequence[Point]) -> list[Point]:
    """The same picture with less of a crowd in its middle: half of where a point stands, from 0 to 1, is its rank along each axis."""
    axes = []
    for axis in (0, 1):
        values = [point[axis] for point in points]
        low = min(values, default=0.0)
        span = (max(values, default=0.0) - low) or 1.0
        last = max(len(values) - 1, 1)
        ranks = {index: rank / last for rank, index in enumerate(sorted(range(len(values)), key=lambda index: (values[index], index)))}
        axes.append([0.5 * ranks[index] + 0.5 * (value - low) / span for index, value in enumerate(values)])
    return list(zip(*axes, strict=True))


def _fitted(points: Sequence[Point], sizes: Sequence[Point], frame: Point) -> list[Point]:
    """The same picture in the frame."""
    edge_x, edge_y = (max((size[axis] for size in sizes), default=0.0) / 2 for axis in (0, 1))
    return [(edge_x + x * (frame[0] - 2 * edge_x), edge_y + y * (frame[1] - 2 * edge_y)) for x, y in points]


def _separated(boxes: Sequence[Box], gaps: Gaps, frame: Point) -> list[Box]:
    """Boxes that overlap push each other apart, the shorter way, until none does."""
    spots = [[x, y] for x, y, _, _ in boxes]
    for _ in range(600):
        moved = False
        for index, (_, _, half_x, half_y) in enumerate(boxes):
            spot = spots[index]
            for other in range(index):
                across, down = spot[0] - spots[other][0], spot[1] - spots[other][1]
                wide, high = gaps.get((other, index), _LEFT)
                lack_x = half_x + boxes[other][2] + wide - abs(across)
                lack_y = half_y + boxes[other][3] + high - abs(down)
                if lack_x < 0.01 or lack_y < 0.01:
                    continue
                moved = True
                axis, lack, way = (0, lack_x, across) if lack_x < lack_y else (1, lack_y, down)
                push = lack * 0.52 if way >= 0 else -lack * 0.52
                spot[axis] += push
                spots[other][axis] -= push
        for spot, (_, _, half_x, half_y) in zip(spots, boxes, strict=True):
            spot[0] = min(max(spot[0], half_x), frame[0] - half_x)
            spot[1] = min(max(spot[1], half_y), frame[1] - half_y)
        if not moved:
            break
    return [(x, y, half_x, half_y) for (x, y), (_, _, half_x, half_y) in zip(spots, boxes, strict=True)]
