"""
From the globe to a flat picture: Lambert's azimuthal projection, on which equal areas stay equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, atan2, ceil, cos, degrees, hypot, radians, sin, sqrt

Point = tuple[float, float]
Points = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom; y grows downwards."""

_LONGEST_STEP = 2.0
"""In degrees: longer sides are cut up, so that a border along a parallel is drawn as the curve that it is."""


@dataclass(frozen=True, slots=True)
class Projection:
    """
    The globe, of radius 1, seen from above one place. What lies around the place opposite is torn apart.
    """

    longitude: float
    latitude: float

    def point(self, longitude: float, latitude: float) -> Point:
        """
        Return where a place in degrees comes to lie.
        """
        turn, high, middle = radians(longitude - self.longitude), radians(latitude), radians(self.latitude)
        cosine = sin(middle) * sin(high) + cos(middle) * cos(high) * cos(turn)
        stretch = sqrt(2 / max(1 + cosine, 1e-9))
        return stretch * cos(high) * sin(turn), -stretch * (cos(middle) * sin(high) - sin(middle) * cos(high) * cos(turn))

    def place(self, x: float, y: float) -> Point:
        """
        Return the longitude and latitude that come to lie at a point.
        """
        far = hypot(x, y)
        if not far:
            return self.longitude, self.latitude
        angle, middle = 2 * asin(min(far / 2, 1)), radians(self.latitude)
        latitude = asin(cos(angle) * sin(middle) - y * sin(angle) * cos(middle) / far)
        turn = atan2(x * sin(angle), far * cos(middle) * cos(angle) + y * sin(middle) * sin(angle))
        return self.longitude + degrees(turn), degrees(latitude)

    def ring(self, ring: Sequence[Point]) -> Points:
        """
        Return a ring as it comes to lie, or nothing if it encloses the place opposite, for its inside would be out.
        """
        if any(encloses(ring, (self.longitude + half, -self.latitude)) for half in (-180, 180)):
            return ()
        return tuple(self.point(*place) for place in _cut_up(ring))


def _cut_up(ring: Sequence[Point]) -> Iterable[Point]:
    for (x, y), (next_x, next_y) in sides(ring):
        parts = max(1, ceil(max(abs(next_x - x), abs(next_y - y)) / _LONGEST_STEP))
        for part in range(parts):
            yield x + (next_x - x) * part / parts, y + (next_y - y) * part / parts


def sides(ring: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    """
    Return the sides of a ring, each from point to point.
    """
    return zip(ring, (*ring[1:], *ring[:1]), strict=True)


def encloses(ring: Sequence[Point], point: Point) -> bool:
    """
    Say whether a point lies inside a ring.
    """
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in sides(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def box_of(points: Iterable[Point]) -> Box:
    """
    Return the smallest box that holds all points.
    """
    all_x, all_y = zip(*points, strict=True)
    return min(all_x), min(all_y), max(all_x), max(all_y)


def clipped(ring: Points, box: Box) -> Points:
    """
    Return the part of a ring that lies in a box; it may run along the box's sides (Sutherland and Hodgman).
    """
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        kept: list[Point] = []
        for here, after in sides(ring):
            is_in, stays_in = (here[axis] - limit) * sign >= 0, (after[axis] - limit) * sign >= 0
            if is_in:
                kept.append(here)
            if is_in != stays_in:
                share = (limit - here[axis]) / (after[axis] - here[axis])
                kept.append((here[0] + (after[0] - here[0]) * share, here[1] + (after[1] - here[1]) * share))
        ring = tuple(kept)
    return ring


def area_on_globe(ring: Sequence[Point]) -> float:
    """
    Return the area that a ring in degrees encloses, on a globe of radius 1.
    """
    return abs(sum((radians(x2 - x1)) * (sin(radians(y1)) + sin(radians(y2))) / 2 for (x1, y1), (x2, y2) in sides(ring)))
