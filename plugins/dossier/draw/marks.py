"""
The box that a record's name stands in: its shape tells a person, an organisation, a country and a case apart without colour.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entity
from ..urls import page_of
from ..vocabulary import CASE, COUNTRY, PERSON
from .lettering import width, wrapped

SIZE = 13.0
"""The size of its letters."""

LINE = 16.0
"""From one line of its text to the next."""

_SIDE = {PERSON: 13.0, COUNTRY: 15.0, CASE: 16.0}
_SIDE_OF_OTHERS = 10.0
_ABOVE = 5.0
_POINT = 9.0
"""How far a country's points and a case's slant reach in."""


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A record in a network.
    """

    entity: Entity
    """The record."""

    url: str
    """Its page, from the site's root."""

    x: float
    y: float
    """Its middle."""

    width: float
    height: float
    outline: str
    """Its edge, as the data of an SVG path."""

    lines: tuple[tuple[float, str], ...]
    """Its name, line by line, each with where its letters stand."""


def measured(entity: Entity, room: float) -> tuple[float, float]:
    """
    Return how wide and how high a record's box is, if its text has so much room.
    """
    lines = wrapped(entity.label, room, SIZE)
    widest = max(width(line, SIZE) for line in lines)
    return round(widest + 2 * _SIDE.get(entity.sort, _SIDE_OF_OTHERS)), round(LINE * len(lines) + 2 * _ABOVE)


def mark(entity: Entity, x: float, y: float, room: float) -> Mark:
    """
    Return a record's box around a point.
    """
    wide, high = measured(entity, room)
    lines = wrapped(entity.label, room, SIZE)
    first = y - LINE * (len(lines) - 1) / 2 + SIZE * 0.35
    return Mark(
        entity=entity,
        url=page_of(entity),
        x=round(x, 1),
        y=round(y, 1),
        width=wide,
        height=high,
        outline=outline(entity.sort, x, y, wide, high),
        lines=tuple((round(first + LINE * number, 1), line) for number, line in enumerate(lines)),
    )


def outline(sort: str, x: float, y: float, wide: float, high: float) -> str:
    """
    Return the edge of a box for a sort of record: round for people, pointed for countries, slanted for cases, square for the others.
    """
    left, right, top, bottom = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    if sort == PERSON:
        round_ = min(high / 2, 14.0)
        arc = f"a{round_:.1f} {round_:.1f} 0 0 1"
        across, down = wide - 2 * round_, high - 2 * round_
        return (
            f"M{left + round_:.1f} {top:.1f}h{across:.1f}{arc} {round_:.1f} {round_:.1f}v{down:.1f}{arc} {-round_:.1f} {round_:.1f}"
            f"h{-across:.1f}{arc} {-round_:.1f} {-round_:.1f}v{-down:.1f}{arc} {round_:.1f} {-round_:.1f}z"
        )
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    if sort == COUNTRY:
        corners = [(left + _POINT, top), (right - _POINT, top), (right, y), (right - _POINT, bottom), (left + _POINT, bottom), (left, y)]
    if sort == CASE:
        corners = [(left + _POINT, top), (right, top), (right - _POINT, bottom), (left, bottom)]
    return "M" + "L".join(f"{corner_x:.1f} {corner_y:.1f}" for corner_x, corner_y in corners) + "z"
