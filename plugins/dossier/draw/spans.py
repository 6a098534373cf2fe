"""
A date as a bar on an axis of years, never more exact than it is.

An end of which only the year is known is soft across that year; one that is not known fades.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..dates import Date, Moment
from .frames import TYPE, tidy
from .lettering import width

HEIGHT = 14.0
"""How thick a bar is."""

TAIL = 34.0
"""The room beyond the axis for an end that is open or unknown."""

_LEAST, _FEWEST = 4.0, 4
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class Part(StrEnum):
    """
    What a part of a bar says of its time.
    """

    SURE = "sure"
    LIKELY = "likely"
    """Between two ends of which one is marked as uncertain."""
    WITHIN = "within"
    """Somewhere in here: the source gives the year or month, not the day."""
    ABOUT = "about"
    """About here, or perhaps here: the date is marked so."""
    OPEN = "open"
    """It goes on."""
    UNKNOWN = "unknown"
    """How far it goes is not known."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A part of a bar, as a polygon.
    """

    part: Part
    """What it says of its time."""

    points: tuple[tuple[float, float], ...]
    """Its corners."""

    leftwards: bool = False
    """Whether an open or unknown part leads back in time."""

    mark: tuple[float, float] | None = None
    """Where the question mark of an unknown part stands: the middle of its foot."""


@dataclass(frozen=True, slots=True)
class Scale:
    """
    An axis of whole years.
    """

    first: int
    last: int
    left: float
    """Where the first year begins."""

    right: float
    """Where the last year ends."""

    def at(self, day: int) -> float:
        """Return where a day begins, counted as ``date.toordinal`` does."""
        start, stop = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal() + 1
        return self.left + (self.right - self.left) * (day - start) / (stop - start)


def axis_of(spans: Iterable[Date], left: float, right: float) -> Scale:
    """
    Return the axis on which all dates have their place, of several years even for one.
    """
    touched = [year for span in spans for year in span.years]
    return Scale(max(1, min(*touched, max(touched) + 1 - _FEWEST)), max(touched), left, right)


def years(scale: Scale) -> tuple[tuple[int, float], ...]:
    """
    Return the years that have room for their names after the line at which they begin, and where those lines are.
    """
    a_year = (scale.right - scale.left) / (scale.last + 1 - scale.first)
    step = next(step for step in _STEPS if step * a_year >= width("2000", TYPE) + 8 or step == _STEPS[-1])
    named = [year for year in range(scale.first, scale.last + 1) if year % step == 0] or [scale.first]
    return tuple((year, tidy(scale.at(date(year, 1, 1).toordinal()))) for year in named)


def pieces(when: Date, scale: Scale, top: float) -> tuple[Piece, ...]:
    """
    Return the parts of a date's bar in the order of time.
    """
    if isinstance(when, Moment):
        return (_span(Part.SURE if when.is_exact else _soft(when), *_ends(when), scale, top),)
    start, end = when.start, when.end
    if start and end and start.latest >= end.earliest:
        part = Part.ABOUT if Part.ABOUT in (_soft(start), _soft(end)) else Part.SURE if start.is_exact and end.is_exact else Part.WITHIN
        return (_span(part, start.earliest.toordinal(), end.latest.toordinal() + 1, scale, top),)
    found = []
    if start:
        found += [] if start.is_exact else [_span(_soft(start), *_ends(start), scale, top)]
        begun = start.earliest.toordinal() if start.is_exact else start.latest.toordinal() + 1
    else:
        found += _loose(when.start_is, scale.at(end.earliest.toordinal()), scale, top, leftwards=True, doubtful=end.uncertain)
    if end:
        over = end.latest.toordinal() + 1 if end.is_exact else end.earliest.toordinal()
        core = Part.LIKELY if start and (start.uncertain or end.uncertain) else Part.SURE
        found += [_span(core, begun, over, scale, top)] if start and over > begun else []
        found += [] if end.is_exact else [_span(_soft(end), *_ends(end), scale, top)]
    else:
        found += _loose(when.end_is, scale.at(begun), scale, top, leftwards=False, doubtful=start.uncertain)
    return tuple(found)


def _soft(moment: Moment) -> Part:
    return Part.ABOUT if moment.uncertain or moment.approximate else Part.WITHIN


def _ends(moment: Moment) -> tuple[int, int]:
    return moment.earliest.toordinal(), moment.latest.toordinal() + 1


def _span(part: Part, begun: int, over: int, scale: Scale, top: float) -> Piece:
    left, right = scale.at(begun), scale.at(over)
    if right - left < _LEAST:  # a day would be too thin to see
        left, right = min(left, scale.right - _LEAST), max(right, left + _LEAST)
    return Piece(part, _box(left, min(right, scale.right), top))


def _loose(end_is: str, x: float, scale: Scale, top: float, *, leftwards: bool, doubtful: bool) -> list[Piece]:
    """The end that is missing: an arrow to the edge, or a stretch that fades and whose length means nothing."""
    if end_is == "unknown":
        reach = x - TAIL + 14 if leftwards else x + TAIL - 14
        mark = (tidy(reach - 7 if leftwards else reach + 7), tidy(top + HEIGHT - 2))
        return [Piece(Part.UNKNOWN, _box(min(x, reach), max(x, reach), top), leftwards, mark)]
    edge = scale.left if leftwards else scale.right
    likely = [Piece(Part.LIKELY, _box(min(x, edge), max(x, edge), top))] if doubtful and x != edge else []
    x = edge if doubtful else x
    tip = scale.left - TAIL if leftwards else scale.right + TAIL
    neck = tip + 10 if leftwards else tip - 10
    middle, foot = top + HEIGHT / 2, top + HEIGHT
    outline = ((x, top), (neck, top), (neck, top - 3), (tip, middle), (neck, foot + 3), (neck, foot), (x, foot))
    arrow = Piece(Part.OPEN, tuple((tidy(px), tidy(py)) for px, py in outline), leftwards)
    return [arrow, *likely] if leftwards else [*likely, arrow]


def _box(left: float, right: float, top: float) -> tuple[tuple[float, float], ...]:
    left, right, head, foot = tidy(left), tidy(right), tidy(top), tidy(top + HEIGHT)
    return (left, head), (right, head), (right, foot), (left, foot)
