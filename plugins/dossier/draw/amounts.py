"""
Amounts as marks on an axis: a dot, an arrow, a span or a band that fades, as the amount's bound has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, pairwise
from math import ceil, floor, log10

from ..figures import Amount
from ..vocabulary import Bound
from .frames import TYPE, tidy
from .lettering import width

_ARROW = 46.0
_NEAR = 16.0
_WIDEST = 50
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_MANY = frozenset({Bound.DOZENS, Bound.TENS, Bound.HUNDREDS, Bound.THOUSANDS, Bound.MILLIONS, Bound.BILLIONS})


class Shape(StrEnum):
    """
    What a mark looks like.
    """

    DOT = "dot"
    """The amount itself."""
    NEAR = "near"
    """A ring in a hatched stretch, on one side of it or on both."""
    ARROW = "arrow"
    """From a dot, which belongs to it, or from a ring, which does not, to where no end is given."""
    SPAN = "span"
    """From one dot to another."""
    BAND = "band"
    """From the least that the words allow, fading."""


_SHAPES = {
    Bound.EXACTLY: Shape.DOT,
    Bound.ABOUT: Shape.NEAR,
    Bound.NEARLY: Shape.NEAR,
    Bound.BETWEEN: Shape.SPAN,
    **dict.fromkeys((Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST), Shape.ARROW),
    **dict.fromkeys(_MANY, Shape.BAND),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """
    An amount on an axis.
    """

    shape: Shape
    """What it looks like."""

    x: float
    """The amount; of a band, where it begins."""

    y: float
    left: float
    right: float
    """How far it reaches."""

    open: bool
    """Whether the amount itself is not meant: a ring, not a dot."""


@dataclass(frozen=True, slots=True)
class Tick:
    """
    An amount on the axis; without words where there is no room for them.
    """

    x: float
    words: str
    """The amount in words, or nothing."""

    anchor: str
    """``start``, ``middle`` or ``end``: which part of the words stands at the amount."""


@dataclass(frozen=True, slots=True)
class Axis:
    """
    From nothing, in equal steps; or, where amounts differ too much for that, by powers of ten.
    """

    left: float
    right: float
    by_tens: bool
    """Whether each step is ten times the one before."""

    low: float
    """The amount at the left end, or its logarithm."""

    high: float
    """The same at the right end."""

    ticks: tuple[Tick, ...]
    """The amounts that are marked on it."""

    def at(self, amount: float) -> float:
        """Return where an amount is."""
        value = log10(amount) if self.by_tens and amount > 0 else amount
        share = (value - self.low) / (self.high - self.low)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def least(amount: Amount) -> float:
    """
    Return the least that an amount can be read as: of hundreds, two hundred.
    """
    return float(amount.low) * (2 if amount.bound in _MANY else 1)


def axis_of(amounts: Sequence[Amount], unit: str, left: float, right: float) -> Axis:
    """
    Return the axis on which all amounts have their place, with room to the right for those that have no end.
    """
    ends = [float(end) for amount in amounts for end in (least(amount), amount.high) if end]
    smallest, largest = min(ends, default=1.0), max(ends, default=1.0)
    by_tens = largest / smallest > _WIDEST
    if by_tens:
        low, high = float(floor(log10(smallest))), float(ceil(log10(largest * 2)))
        values = [10.0**power for power in range(int(low), int(high) + 1)]
    else:
        step = _step(largest * 1.6)
        high, low = step * ceil(largest * 1.6 / step), 0.0
        values = [step * number for number in range(round(high / step) + 1)]
    bare = Axis(left, right, by_tens, low, high, ())
    return Axis(left, right, by_tens, low, high, _ticks(bare, values, unit))


def _step(most: float) -> float:
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in (0.1, 0.2, 0.5, 1, 2) if most <= 5 * step * power)


def _ticks(axis: Axis, values: Sequence[float], unit: str) -> tuple[Tick, ...]:
    """The first has the unit, where no other tick can be taken for what it says; as many of the others have words as there is room for."""
    scale, scale_word = next(((size, f" {word}") for size, word in _SCALES if values[-1] >= size), (1, ""))
    last = _in_words(values[-1]) if axis.by_tens else _number(values[-1] / scale)
    ticks = [Tick(tidy(axis.at(values[-1])), last, "end")]
    limit = axis.right - width(last, TYPE) - 10
    said = [_in_words(value) if axis.by_tens else _number(value / scale) for value in values[:-1]]
    said[0] += "" if axis.by_tens else f"{scale_word} {unit}"
    reaches = []
    for number, (value, words) in enumerate(zip(values[:-1], said, strict=True)):
        x, wide = axis.at(value), width(words, TYPE)
        reaches.append((x, x + wide) if number == 0 else (x - wide / 2, x + wide / 2))
    every = next(every for every in count(1) if all(one[1] + 8 <= other[0] for one, other in pairwise(reaches[::every])))
    for number, (value, words) in enumerate(zip(values[:-1], said, strict=True)):
        fits = number % every == 0 and reaches[number][1] <= limit
        ticks.append(Tick(tidy(axis.at(value)), words if fits else "", "start" if number == 0 else "middle"))
    return tuple(sorted(ticks, key=lambda tick: tick.x))


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _in_words(value: float) -> str:
    return next((f"{_number(value / size)} {word}" for size, word in _SCALES if value >= size), _number(value))


def mark_of(amount: Amount, axis: Axis, y: float) -> Mark:
    """
    Return how an amount is drawn.
    """
    bound, shape = amount.bound, _SHAPES[amount.bound]
    x = axis.at(least(amount))
    left = right = x
    if bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        right = min(x + _ARROW, axis.right)
    elif bound in (Bound.LESS_THAN, Bound.AT_MOST):
        left = max(x - _ARROW, axis.left)
    elif bound is Bound.BETWEEN and amount.high:
        right = axis.at(float(amount.high))
    elif shape is Shape.NEAR:
        left, right = max(x - _NEAR, axis.left), x if bound is Bound.NEARLY else min(x + _NEAR, axis.right)
    elif shape is Shape.BAND:
        right = axis.right
    is_open = bound in (Bound.MORE_THAN, Bound.LESS_THAN) or shape is Shape.NEAR
    return Mark(shape, tidy(x), tidy(y), tidy(left), tidy(right), is_open)
