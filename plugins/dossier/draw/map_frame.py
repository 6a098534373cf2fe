"""
Which part of the world a map shows: derived from the countries that a dossier tells most of, for their size.

A huge country would make everything else small, so the frame is set by those with as many facts for their area as all together
have, or more, if they bring half of the facts; of the rest, and of the world around, the map shows whatever lies within.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from ..atlas import Outline
from .projection import Box, Point, Points, Projection, area_on_globe, box_of

_MAIN_PART = 0.2
"""A country's lands that are at least so large, against its largest, set the frame; its far islands do not."""

_COST, _WORTH = 0.5, 0.1
"""A country that would cost more than this share of the map, and brings less than this share of the facts, does not set it."""

_WIDEST = 1.3
"""No point of the frame lies further from the middle than this, on a globe of radius 1: about 80 degrees."""

_MARGIN = 0.05
"""Of the longer side, left free all around."""

_ENOUGH = 60
"""So many corners of a land tell how far it reaches; what lies between lies within the margin."""

_SMALLEST = 0.05
"""The least side of a frame, on a globe of radius 1: about 300 km."""


@dataclass(frozen=True, slots=True)
class Subject:
    """
    A country or territory that a map is about.
    """

    id: str
    facts: int
    area: float
    """On a globe of radius 1; 0 for a point."""

    reach: Points
    """The places in degrees that it spans."""


def subject(id_: str, facts: int, outline: Outline) -> Subject:
    """
    Return a country as what a map is about.
    """
    areas = [area_on_globe(ring) for ring in outline.rings]
    main = [ring for ring, area in zip(outline.rings, areas, strict=True) if area >= areas[0] * _MAIN_PART]
    return Subject(id_, facts, sum(areas), tuple(place for ring in main for place in ring[:: 1 + len(ring) // _ENOUGH]))


@dataclass(frozen=True, slots=True)
class Frame:
    """
    A projection, and the box that is shown of it.
    """

    projection: Projection
    box: Box


def frame(subjects: Sequence[Subject]) -> Frame:
    """
    Return the part of the world that shows the subjects best.
    """
    setting = _without_outliers(_dense(subjects))
    if sum(one.facts for one in setting) * 2 < sum(one.facts for one in subjects):
        setting = _without_outliers(list(subjects))
    found = _around(setting)
    left, top, right, bottom = found.box
    margin = max(right - left, bottom - top, _SMALLEST) * _MARGIN
    wide, high = max((_SMALLEST - right + left) / 2, 0) + margin, max((_SMALLEST - bottom + top) / 2, 0) + margin
    return Frame(found.projection, (left - wide, top - high, right + wide, bottom + high))


def shaped(found: Frame, tallest: float, flattest: float) -> Frame:
    """
    Return a frame widened or heightened until its height, by its width, lies between two bounds.
    """
    left, top, right, bottom = found.box
    width, height = right - left, bottom - top
    more_width = max(height / tallest - width, 0) / 2
    more_height = max(width * flattest - height, 0) / 2
    return Frame(found.projection, (left - more_width, top - more_height, right + more_width, bottom + more_height))


def _dense(subjects: Sequence[Subject]) -> list[Subject]:
    facts, area = sum(one.facts for one in subjects), sum(one.area for one in subjects)
    return [one for one in subjects if one.facts * area >= facts * one.area]


def _without_outliers(subjects: list[Subject]) -> list[Subject]:
    while len(subjects) > 1:
        found, facts = _around(subjects), sum(one.facts for one in subjects)
        rests = [(_size(_around(_but(subjects, one))), one.id, one) for one in subjects if one.facts <= facts * _WORTH]
        if rests and (smallest := min(rests))[0] <= _size(found) * (1 - _COST):
            outlier = smallest[2]
        elif _radius(found) > _WIDEST:
            outlier = min(subjects, key=lambda one: (one.facts, one.id))
        else:
            break
        subjects = _but(subjects, outlier)
    return subjects


def _but(subjects: Sequence[Subject], left_out: Subject) -> list[Subject]:
    return [one for one in subjects if one is not left_out]


def _around(subjects: Sequence[Subject]) -> Frame:
    """The middle is sought by turns: the box is taken around it, and the middle of the box is the next."""
    places = [place for one in subjects for place in one.reach]
    projection = Projection(*_middle(places))
    for _ in range(3):
        left, top, right, bottom = box_of(projection.point(*place) for place in places)
        projection = Projection(*projection.place((left + right) / 2, (top + bottom) / 2))
    return Frame(projection, box_of(projection.point(*place) for place in places))


def _middle(places: Sequence[Point]) -> Point:
    x = sum(cos(radians(latitude)) * cos(radians(longitude)) for longitude, latitude in places)
    y = sum(cos(radians(latitude)) * sin(radians(longitude)) for longitude, latitude in places)
    z = sum(sin(radians(latitude)) for _, latitude in places)
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def _size(found: Frame) -> float:
    left, top, right, bottom = found.box
    return (right - left) * (bottom - top)


def _radius(found: Frame) -> float:
    left, top, right, bottom = found.box
    return hypot(right - left, bottom - top) / 2
