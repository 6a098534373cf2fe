"""
Finds a place for each box of a network, so that what is tied stands near, nothing overlaps, and few lines cross.

Only ``+ - * /`` and square roots, in a fixed order: those give the same bits on every machine, and a layout that repeats its steps hundreds of times would blow up any difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from math import sqrt

from .segments import crosses, cuts

Point = tuple[float, float]
Size = tuple[float, float]
Link = tuple[int, int]

GAP: Size = (16.0, 18.0)
"""The least room between two boxes, across and down."""

_TURN = (-0.7373688780783197, 0.6754902942615238)
"""The golden angle, as a unit vector."""

_SWEEPS = 80
_ROUNDS = 14
_REACHES = (120.0, 60.0, 28.0, 12.0)
_WAYS: tuple[Point, ...] = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
_CROSSING, _CUT = 40.0, 160.0
"""What two crossing lines cost, and a line through a box that it does not tie, in units of length."""


def arrange(sizes: Sequence[Size], links: Sequence[Link], width: float, height: float) -> list[Point]:
    """
    Return the middle of each box, inside the frame; the boxes must have room in it.
    """
    apart = _distances(len(sizes), links)
    points = _fitted(_relaxed(apart), sizes, width, height)
    points = _separated(points, sizes, width, height)
    return _improved(points, sizes, links, width, height)


def _distances(number: int, links: Sequence[Link]) -> list[list[float]]:
    """How far apart any two should stand: the shortest way along the links, where a link is longer the more its ends have of them."""
    near: list[set[int]] = [set() for _ in range(number)]
    for one, other in links:
        near[one].add(other)
        near[other].add(one)
    rows = [_ways(start, near) for start in range(number)]
    longest = max((value for row in rows for value in row if value < _FAR), default=1.0)
    return [[value if value < _FAR else longest * 0.75 for value in row] for row in rows]


_FAR = 1e9


def _ways(start: int, near: Sequence[set[int]]) -> list[float]:
    row = [_FAR] * len(near)
    row[start] = 0.0
    heap = [(0.0, start)]
    while heap:
        so_far, here = heappop(heap)
        if so_far > row[here]:
            continue
        for there in sorted(near[here]):
            ends = sqrt(max(len(near[here]), len(near[there])))
            reached = so_far + 0.55 + 0.3 * ends
            if reached < row[there]:
                row[there] = reached
                heappush(heap, (reached, there))
    return row


def _relaxed(apart: Sequence[Sequence[float]]) -> list[Point]:
    """Stress majorisation: each point in turn goes where all the others, the near ones most, would have it."""
    number = len(apart)
    points: list[Point] = []
    way = (1.0, 0.0)
    rank = sorted(range(number), key=lambda i: (max(apart[i]), i))
    placed: dict[int, Point] = {}
    for step, index in enumerate(rank):
        far = sqrt(step + 0.5) * 0.6
        placed[index] = (way[0] * far, way[1] * far)
        way = (way[0] * _TURN[0] - way[1] * _TURN[1], way[0] * _TURN[1] + way[1] * _TURN[0])
    points = [placed[index] for index in range(number)]
    for _ in range(_SWEEPS):
        for i, row in enumerate(apart):
            x, y = points[i]
            to_x = to_y = weights = 0.0
            for j, wish in enumerate(row):
                if i == j:
                    continue
                other_x, other_y = points[j]
                across, down = x - other_x, y - other_y
                is_apart = sqrt(across * across + down * down) or 1e-6
                weight = 1.0 / (wish * wish)
                share = wish / is_apart
                to_x += weight * (other_x + across * share)
                to_y += weight * (other_y + down * share)
                weights += weight
            if weights:
                points[i] = (to_x / weights, to_y / weights)
    return points


def _fitted(points: Sequence[Point], sizes: Sequence[Size], width: float, height: float) -> list[Point]:
    """The same picture, stretched to fill the frame."""
    lows = [min((point[axis] for point in points), default=0.0) for axis in (0, 1)]
    highs = [max((point[axis] for point in points), default=0.0) for axis in (0, 1)]
    edges = [max((size[axis] for size in sizes), default=0.0) / 2 for axis in (0, 1)]
    frame = (width, height)
    scales = [(frame[axis] - 2 * edges[axis]) / ((highs[axis] - lows[axis]) or 1.0) for axis in (0, 1)]
    return [(edges[0] + (x - lows[0]) * scales[0], edges[1] + (y - lows[1]) * scales[1]) for x, y in points]


def _separated(points: Sequence[Point], sizes: Sequence[Size], width: float, height: float) -> list[Point]:
    """Boxes that overlap push each other apart, the shorter way, until none does."""
    spots = [list(point) for point in points]
    for _ in range(600):
        moved = False
        for i, (width_i, height_i) in enumerate(sizes):
            for j in range(i):
                room_x = (width_i + sizes[j][0]) / 2 + GAP[0]
                room_y = (height_i + sizes[j][1]) / 2 + GAP[1]
                across, down = spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]
                lack_x, lack_y = room_x - abs(across), room_y - abs(down)
                if lack_x <= 0.01 or lack_y <= 0.01:
                    continue
                moved = True
                axis, lack, way = (0, lack_x, across) if lack_x < lack_y else (1, lack_y, down)
                push = lack * 0.52 if way >= 0 else -lack * 0.52
                spots[i][axis] += push
                spots[j][axis] -= push
        for spot, (wide, high) in zip(spots, sizes, strict=True):
            spot[0] = min(max(spot[0], wide / 2), width - wide / 2)
            spot[1] = min(max(spot[1], high / 2), height - high / 2)
        if not moved:
            break
    return [(x, y) for x, y in spots]


def _improved(points: list[Point], sizes: Sequence[Size], links: Sequence[Link], width: float, height: float) -> list[Point]:
    """Each box in turn tries places around its own, and takes the best: short lines, few crossings, and none through a box."""
    own: list[list[Link]] = [[link for link in links if index in link] for index in range(len(sizes))]
    for round_ in range(_ROUNDS):
        reach = _REACHES[min(round_ * len(_REACHES) // _ROUNDS, len(_REACHES) - 1)]
        moved = False
        for index, (wide, high) in enumerate(sizes):
            here = points[index]
            best = _cost(index, points, sizes, links, own[index])
            taken = here
            for way in _WAYS:
                spot = (here[0] + way[0] * reach, here[1] + way[1] * reach)
                inside = wide / 2 <= spot[0] <= width - wide / 2 and high / 2 <= spot[1] <= height - high / 2
                if not inside or not _is_free(index, spot, points, sizes):
                    continue
                points[index] = spot
                cost = _cost(index, points, sizes, links, own[index])
                if cost < best - 0.5:
                    best, taken = cost, spot
            points[index] = taken
            moved = moved or taken != here
        if not moved and reach == _REACHES[-1]:
            break
    return points


def _is_free(index: int, spot: Point, points: Sequence[Point], sizes: Sequence[Size]) -> bool:
    wide, high = sizes[index]
    return all(
        abs(spot[0] - x) >= (wide + sizes[other][0]) / 2 + GAP[0] or abs(spot[1] - y) >= (high + sizes[other][1]) / 2 + GAP[1]
        for other, (x, y) in enumerate(points)
        if other != index
    )


def _cost(index: int, points: Sequence[Point], sizes: Sequence[Size], links: Sequence[Link], own: Iterable[Link]) -> float:
    cost = 0.0
    for one, other in own:
        a, b = points[one], points[other]
        across, down = a[0] - b[0], a[1] - b[1]
        cost += sqrt(across * across + down * down)
        for third, fourth in links:
            if third not in (one, other) and fourth not in (one, other) and crosses(a, b, points[third], points[fourth]):
                cost += _CROSSING
        for box, middle in enumerate(points):
            if box not in (one, other) and cuts(a, b, middle, sizes[box]):
                cost += _CUT
    for one, other in links:
        if index not in (one, other) and cuts(points[one], points[other], points[index], sizes[index]):
            cost += _CUT
    return cost
