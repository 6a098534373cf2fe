"""
Moves the boxes of a network about until few lines cross, and hardly one goes through a box that it does not tie.

Threshold accepting: each box in turn tries a place near its own and moves there if that is better, or hardly worse; "near" and "hardly" shrink to nothing.
Then each that a line still goes through looks all around for a better place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .cost import Surroundings
from .segments import Box, Point

Link = tuple[int, int]
Gaps = Mapping[Link, Point]
"""The least room between two boxes that a link ties, across or down: a word must fit on the line."""

_LENIENCY, _REACH, _LEAST_REACH = 400.0, 300.0, 12.0
"""What a worse place may cost at first; how far a box looks for another at first, and in the end."""

_CUT, _REPAIR_CUT = 1500.0, 4000.0
"""What a line through a box costs, at first and in the end."""

_EFFORT = 3_000_000
"""How many looks at a line or a box are taken, about: a second or two."""

_REPAIRS = 4
_REPAIR_REACHES = (20.0, 40.0, 65.0, 95.0, 130.0, 180.0, 240.0, 320.0)
_SIDES: tuple[Point, ...] = ((1.0, 0.0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92))
_WAYS = tuple(way for x, y in _SIDES for way in ((x, y), (-y, x), (-x, -y), (y, -x)))


def settle(boxes: Sequence[Box], links: Gaps, frame: Point, gap: Point, seed: int) -> list[Box]:
    """
    Return the boxes where they do best, inside the frame; ``gap`` is the least room between two boxes without a link.
    """
    settled = list(boxes)
    numbers = range(len(boxes))
    ends = [[(sum(link) - index, room) for link, room in links.items() if index in link] for index in numbers]
    rest = [[link for link in links if index not in link] for index in numbers]

    def around(index: int, cut: float) -> Surroundings:
        return Surroundings(
            others=settled[:index] + settled[index + 1 :],
            ends=[(settled[end], room) for end, room in ends[index]],
            lines=[settled[one][:2] + settled[other][:2] for one, other in rest[index]],
            gap=gap,
            cut=cut,
        )

    sweeps = max(30, min(200, _EFFORT // (2 * len(links) * (len(links) + len(boxes)) + 1)))
    wander = _wander(seed)
    for sweep in range(sweeps):
        left = (1 - sweep / sweeps) * (1 - sweep / sweeps)
        reach = _LEAST_REACH + _REACH * left
        for index in numbers:
            here, seen = settled[index], around(index, _CUT)
            there = _moved(here, next(wander) * reach, next(wander) * reach, frame)
            limit = seen.cost(here) + _LENIENCY * left
            if seen.cost(there, limit) < limit:
                settled[index] = there
    for _ in range(_REPAIRS):
        before = list(settled)
        for index in numbers:
            settled[index] = _repaired(settled[index], around(index, _REPAIR_CUT), frame)
        if settled == before:
            break
    return settled


def _wander(seed: int) -> Iterator[float]:
    """Numbers between -1 and 1 without a pattern, and the same every time."""
    state = seed
    while True:
        state = (state * 1103515245 + 12345) % 2147483648
        yield state / 1073741824 - 1


def _moved(box: Box, across: float, down: float, frame: Point) -> Box:
    x, y, half_x, half_y = box
    return (min(max(x + across, half_x), frame[0] - half_x), min(max(y + down, half_y), frame[1] - half_y), half_x, half_y)


def _repaired(box: Box, around: Surroundings, frame: Point) -> Box:
    """The best place for a box with a line through it or one of its own through another, near or far."""
    if not around.cuts(box):
        return box
    best, least = box, around.cost(box) - 1
    for reach in _REPAIR_REACHES:
        for across, down in _WAYS:
            there = _moved(box, across * reach, down * reach, frame)
            cost = around.cost(there, least)
            if cost < least:
                best, least = there, cost
    return best
