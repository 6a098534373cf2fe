"""
Where the names on a map stand: inside their countries, or beside them on a line. None covers another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, pi, sin

from .map_choice import choose
from .map_ground import NOBODY, Ground
from .projection import Point
from .segments import boxes_on, crossing

Size = tuple[float, float]

_GAP = 2.0
"""Around each label, free of all others."""

_MARK = 5.0
"""Half the room that a mark takes."""

_DIRECTIONS, _TRIES = 32, 400
"""How many directions a line may take, and how many places a label looks at, the best first."""

_SIDES = 6
"""From how many sides the labels are put in order."""

_LETTERS = 0.7
"""The height of letters, by that of a label."""

_SMALL = 2.0
"""A country of less ground than this many labels of its own is small, and is not to be covered."""

_AREA = 0.4
"""Two labels may change places if their anchors are nearer than this, by the map's width."""

_SAMPLES = (-0.5, -0.3, -0.1, 0.1, 0.3, 0.5)
"""Where across a label one looks what it covers."""

_ON_A_LINE, _OVER_OTHERS, _OVER_SMALL = 30.0, 60.0, 180.0
"""What it costs, in the drawing's units, not to stand inside; to cover the ground of another, above all of a small one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    A label that has yet to find its place.
    """

    size: Size
    owner: int
    """The number of its shape; ``NOBODY`` for a point."""

    anchor: Point
    """The point, or a spot well inside the visible part of the shape."""


@dataclass(frozen=True, slots=True)
class Placed:
    """
    A label in its place.
    """

    middle: Point
    end: Point | None
    """Where its line begins, which leads to the anchor; ``None`` where it stands inside."""


_Try = tuple[float, Placed]
"""A place, with what it costs."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    ground: Ground
    room: Size
    spots: dict[int, list[tuple[float, Point]]]
    important: frozenset[int]
    small: frozenset[int]
    marks: tuple[Point, ...]


def place(ground: Ground, room: Size, wanted: Sequence[Wanted]) -> tuple[Placed | None, ...]:
    """
    Return where each label stands, in the order given; ``None`` for one that finds no place.

    Args:
        ground: The map.
        room: Its width and height.
        wanted: The labels, all of one height.
    """
    spots = ground.spots(max((label.size[1] for label in wanted), default=0.0) * _LETTERS)
    sizes = [ground.size(label.owner) * ground.square**2 for label in wanted]
    sheet = _Sheet(
        ground=ground,
        room=room,
        spots=spots,
        important=frozenset(label.owner for label in wanted),
        small=frozenset(label.owner for label, size in zip(wanted, sizes, strict=True) if size < label.size[0] * label.size[1] * _SMALL),
        marks=tuple(label.anchor for label in wanted if not any(wide >= label.size[0] for wide, _ in spots.get(label.owner, ()))),
    )
    tries = [_tries(sheet, label) for label in wanted]
    choice = choose(
        costs=[[cost for cost, _ in places] for places in tries],
        clash=lambda label, place, other, its: _clash(wanted[label], tries[label][place][1], wanted[other], tries[other][its][1]),
        orders=_orders(wanted, sizes),
        near=lambda label, other: dist(wanted[label].anchor, wanted[other].anchor) < room[0] * _AREA,
    )
    return tuple(None if found is None else places[found][1] for found, places in zip(choice, tries, strict=True))


def _orders(wanted: Sequence[Wanted], sizes: Sequence[float]) -> Iterator[list[int]]:
    """Those with little room choose first; after that, orders from all sides of the map."""
    yield sorted(range(len(wanted)), key=lambda index: (sizes[index], index))
    for turn in range(_SIDES):
        across, down = cos(turn * 2 * pi / _SIDES), sin(turn * 2 * pi / _SIDES)
        far = [round(label.anchor[0] * across + label.anchor[1] * down) for label in wanted]
        yield sorted(range(len(wanted)), key=lambda index, far=far: (far[index], index))  # type: ignore[misc]


def free(room: Size, middle: Point, size: Size, others: Iterable[tuple[Placed, Wanted]]) -> bool:
    """
    Say whether one more label, in its country, fits into a map beside those that are placed, and off their lines.
    """
    label = Wanted(size, NOBODY, middle)
    return _within(room, middle, size) and not any(_clash(label, Placed(middle, None), wanted, other) for other, wanted in others)


def _within(room: Size, middle: Point, size: Size) -> bool:
    half_x, half_y = size[0] / 2 + _GAP, size[1] / 2 + _GAP
    return half_x <= middle[0] <= room[0] - half_x and half_y <= middle[1] <= room[1] - half_y


def _clash(label: Wanted, placed: Placed, wanted: Wanted, other: Placed) -> bool:
    """Whether one of two labels, with its line, stands in the way of the other."""
    (x, y), (other_x, other_y) = placed.middle, other.middle
    (width, height), (other_width, other_height) = label.size, wanted.size
    if abs(other_x - x) < (width + other_width) / 2 + _GAP and abs(other_y - y) < (height + other_height) / 2 + _GAP:
        return True
    lines = [(*one.end, *of.anchor) for one, of in ((placed, label), (other, wanted)) if one.end]
    boxes = [(x, y, width / 2 + _GAP, height / 2 + _GAP), (other_x, other_y, other_width / 2 + _GAP, other_height / 2 + _GAP)]
    if placed.end and boxes_on(lines[0], boxes[1:]):
        return True
    if other.end and boxes_on(lines[-1], boxes[:1]):
        return True
    return len(lines) == 2 and crossing(lines[0], lines[1:]) > 0


def _tries(sheet: _Sheet, label: Wanted) -> list[_Try]:
    inside = [(cost, placed) for cost, placed in _inside(sheet, label) if _is_clear(sheet, label, placed)]
    beside = [(_ON_A_LINE + _covers(sheet, label, placed), placed) for placed in _beside(label) if _is_clear(sheet, label, placed)]
    return sorted(inside + beside, key=lambda one: (one[0], one[1].middle))[:_TRIES]


def _is_clear(sheet: _Sheet, label: Wanted, placed: Placed) -> bool:
    """Whether a label lies on the map, and with its line off all marks but its own."""
    marks = [(*mark, _MARK, _MARK) for mark in sheet.marks if mark != label.anchor]
    half_x, half_y = label.size[0] / 2 + _MARK, label.size[1] / 2 + _MARK
    return (
        _within(sheet.room, placed.middle, label.size)
        and not any(abs(x - placed.middle[0]) < half_x and abs(y - placed.middle[1]) < half_y for x, y, _, _ in marks)
        and not (placed.end and boxes_on((*placed.end, *label.anchor), marks))
    )


def _inside(sheet: _Sheet, label: Wanted) -> Iterator[_Try]:
    for wide, middle in sheet.spots.get(label.owner, ()):
        if wide >= label.size[0]:
            slack = min(wide - label.size[0], label.size[1] * 2)
            yield dist(middle, label.anchor) / 2 - slack / 2, Placed(middle, None)


def _beside(label: Wanted) -> Iterator[Placed]:
    (x, y), (width, height) = label.anchor, label.size
    for step in range(18):
        far = _MARK + 2 + step * height / 2
        for turn in range(_DIRECTIONS):
            across, down = cos(turn * 2 * pi / _DIRECTIONS), sin(turn * 2 * pi / _DIRECTIONS)
            middle = (x + across * far + _sign(across) * width / 2, y + down * far + _sign(down) * height / 2)
            end = (min(max(x, middle[0] - width / 2), middle[0] + width / 2), min(max(y, middle[1] - height / 2), middle[1] + height / 2))
            yield Placed(middle, end)


def _sign(value: float) -> float:
    """From -1 to 1; nearly level or upright directions put the label's middle there, not its corner."""
    return max(-1.0, min(1.0, value * 1.5))


def _covers(sheet: _Sheet, label: Wanted, placed: Placed) -> float:
    """What a label beside its country costs for its line, and for the ground of others that both cover."""
    (x, y), (width, height) = placed.middle, label.size
    boxes = [_foreign(sheet, label, x + across * width, y + down * height) for across in _SAMPLES for down in (-0.5, 0.0, 0.5)]
    end = end_x, end_y = placed.end or label.anchor
    to_x, to_y = label.anchor[0] - end_x, label.anchor[1] - end_y
    line = [_foreign(sheet, label, end_x + to_x * part / 6, end_y + to_y * part / 6) for part in range(6)]
    return dist(end, label.anchor) + sum(boxes) / len(boxes) + sum(line) / len(line)


def _foreign(sheet: _Sheet, label: Wanted, x: float, y: float) -> float:
    owner = sheet.ground.owner(x, y)
    if owner in (label.owner, NOBODY) or owner not in sheet.important:
        return 0.0
    return _OVER_SMALL if owner in sheet.small else _OVER_OTHERS
