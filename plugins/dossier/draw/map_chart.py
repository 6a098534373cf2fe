"""
A map in one width: outlines, marks and names, computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import dist

from ..atlas import atlas
from ..dossier import Dossier
from ..model import Country
from ..urls import page_of
from .frames import tidy
from .kept import kept
from .lettering import width
from .map_frame import Frame
from .map_ground import NOBODY, Ground
from .map_labels import Placed, Wanted, free, place
from .projection import Box, Point, Points, Projection, box_of, clipped

_SQUARES = 220
"""How many squares of ground there are across."""

_LEADING = 1.25
"""The height of a label, by the size of its words."""

_ROOMY = 1.04
"""How much room a label has, by the width of its words, so that it may be bold where it is short of it."""

_STEP = 1.0
"""Corners of outlines lie on a grid this fine, in the drawing's units."""

_OVERHANG = 6.0
"""Outlines go on so far beyond the map's edge, so that no border is drawn along it."""

_FURTHEST = 1.9
"""Outlines that reach further than this from the middle, on a globe of radius 1, are torn apart there and lie outside any frame."""

_MARK = 7.0
"""Half the room around the mark of a territory, which nothing else is put into."""

_NEAR = 12.0
"""A label so close to the mark of a territory needs no line."""


@dataclass(frozen=True, slots=True)
class Label:
    """
    The name of a country.
    """

    text: str
    """As it is written on the map."""

    x: float
    """Its middle."""

    y: float
    """Its baseline."""

    line: tuple[float, float, float, float] | None
    """From beside the label to the country; ``None`` where the label stands in it, or right beside its mark."""


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A country or territory of the dossier.
    """

    id: str
    """The country's."""

    name: str
    """Its short name."""

    url: str
    """Its page, from the site's root."""

    facts: int
    """How many facts are about it."""

    path: str
    """Its outline as an SVG path; empty for a territory, which is a point."""

    point: tuple[float, float] | None
    """Where a territory is marked, or where the line of a label ends; ``None`` for a country with its label inside."""

    label: Label | None
    """``None`` where there was no room; the list below the map has the name all the same."""


@dataclass(frozen=True, slots=True)
class Chart:
    """
    The map in one width.
    """

    width: float
    height: float
    size: float
    """Of all words."""

    has_numbers: bool
    """Whether the number of facts is written beside each name; a narrow map leaves that to the list."""

    around: str
    """The outlines of all other countries, as one SVG path."""

    names: tuple[Label, ...]
    """The names of other countries, by the atlas, where there is room."""

    spots: tuple[Spot, ...]
    """By name."""


def chart(dossier: Dossier, countries: Sequence[Country], found: Frame, wide: float, size: float, *, has_numbers: bool) -> Chart:
    """
    Return the map in one width.

    Args:
        dossier: What it is of.
        countries: Those that have a page, by name.
        found: The part of the world that it shows.
        wide: Its width, in the drawing's units.
        size: Of all words.
        has_numbers: Whether to leave room for the number of facts beside each name.
    """
    facts = {country.id: len(dossier.facts_about(country)) for country in countries}
    given = [
        [found.projection.longitude, found.projection.latitude, *found.box, wide, size, has_numbers],
        [[one.id, one.label, one.iso, one.at and [one.at.longitude, one.at.latitude], facts[one.id]] for one in countries],
    ]
    return kept.of(Chart, given, lambda: _Drawing(found, wide, size, has_numbers=has_numbers).chart(countries, facts))


class _Drawing:
    def __init__(self, found: Frame, wide: float, size: float, *, has_numbers: bool) -> None:
        self.size, self.line, self.has_numbers = size, tidy(size * _LEADING), has_numbers
        left, self.top, right, foot = found.box
        self.left, self.projection, self.scale = left, found.projection, wide / (right - left)
        self.width, self.height = wide, tidy((foot - self.top) * self.scale)

    def chart(self, countries: Sequence[Country], facts: Mapping[str, int]) -> Chart:
        codes = {country.iso for country in countries}
        seen = {code: rings for code, flat in _flattened(self.projection).items() if (rings := self._rings(flat))}
        order = [country.iso for country in countries if country.iso in seen] + [code for code in seen if code not in codes]
        ground = Ground([seen[code] for code in order], self.width, self.height, self.width / _SQUARES)
        points = {country.id: self._point(country.at.longitude, country.at.latitude) for country in countries if country.at}
        for point in points.values():
            ground.clear(point, _MARK)
        middles = ground.middles()
        anchors = {code: middles.get(number) or self._speck(seen[code]) for number, code in enumerate(order)}
        shown: list[tuple[Country, int, Point]] = []
        for country in countries:
            if country.iso and (anchor := anchors.get(country.iso)):
                shown.append((country, order.index(country.iso), anchor))
            elif country.id in points and self._holds(points[country.id]):
                shown.append((country, NOBODY, points[country.id]))
        wanted = [Wanted((self._width(country.label, facts[country.id]), self.line), owner, anchor) for country, owner, anchor in shown]
        placed = place(ground, (self.width, self.height), wanted)
        spots = tuple(
            Spot(
                id=country.id,
                name=country.label,
                url=page_of(country),
                facts=facts[country.id],
                path=_path(seen[country.iso or ""]) if owner != NOBODY else "",
                point=_tidy(anchor) if owner == NOBODY or not where or where.end else None,
                label=self._label(country.label, where, anchor, is_point=owner == NOBODY) if where else None,
            )
            for (country, owner, anchor), where in zip(shown, placed, strict=True)
        )
        others = [code for code in order if code not in codes]
        taken = [(where, label) for where, label in zip(placed, wanted, strict=True) if where]
        names = self._names(ground, {order.index(code): atlas().outlines[code].name for code in others}, taken)
        return Chart(self.width, self.height, self.size, self.has_numbers, "".join(_path(seen[code]) for code in others), tuple(names), spots)

    def _rings(self, rings: Iterable[Points]) -> tuple[Points, ...]:
        """The visible part of an outline, in the drawing's units."""
        edge: Box = (-_OVERHANG, -_OVERHANG, self.width + _OVERHANG, self.height + _OVERHANG)
        inside = (clipped(tuple(self._scaled(point) for point in ring), edge) for ring in rings)
        return tuple(ring for ring in inside if len(ring) > 2)

    def _scaled(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def _point(self, longitude: float, latitude: float) -> Point:
        return self._scaled(self.projection.point(longitude, latitude))

    def _holds(self, point: Point) -> bool:
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height

    def _speck(self, rings: Sequence[Points]) -> Point | None:
        """Where a country is that has no square of ground of its own; nothing if that is beyond the edge."""
        left, top, right, foot = box_of(rings[0])
        middle = (left + right) / 2, (top + foot) / 2
        return middle if self._holds(middle) else None

    def _names(self, ground: Ground, names: dict[int, str], taken: list[tuple[Placed, Wanted]]) -> Iterable[Label]:
        spots = ground.spots(self.line)
        for owner, name in names.items():
            size = width(name, self.size), self.line
            fitting = [(wide, middle) for wide, middle in spots.get(owner, ()) if wide > size[0] + self.line]
            for _, middle in sorted(fitting, key=lambda spot: (-spot[0], spot[1])):
                if free((self.width, self.height), middle, size, taken):
                    yield self._label(name, Placed(middle, None), middle, is_point=False)
                    break

    def _width(self, name: str, facts: int) -> float:
        return width(f"{name} {facts}" if self.has_numbers else name, self.size) * _ROOMY

    def _label(self, text: str, where: Placed, anchor: Point, *, is_point: bool) -> Label:
        x, y = where.middle
        line = (*_tidy(where.end), *_tidy(anchor)) if where.end and (dist(where.end, anchor) > _NEAR or not is_point) else None
        return Label(text, tidy(x), tidy(y + self.size * 0.36), line)


@lru_cache(maxsize=1)
def _flattened(projection: Projection) -> dict[str, list[Points]]:
    """Every outline but what is torn apart far from the middle. Both widths of a map have one projection."""
    flat = {code: [projection.ring(ring) for ring in outline.rings] for code, outline in atlas().outlines.items()}
    return {code: [ring for ring in rings if ring and min(x * x + y * y for x, y in ring) < _FURTHEST**2] for code, rings in flat.items()}


def _tidy(point: Point) -> Point:
    return tidy(point[0]), tidy(point[1])


def _path(rings: Iterable[Points]) -> str:
    """An SVG path in relative steps on the grid: short, and the same for two countries along their border."""
    parts = []
    for ring in rings:
        steps = [(round(x / _STEP), round(y / _STEP)) for x, y in ring]
        steps = [step for before, step in zip([steps[-1], *steps[:-1]], steps, strict=True) if step != before]
        if len(steps := _without_straight(steps)) < 3:
            continue
        moves = [(x - last_x, y - last_y) for (last_x, last_y), (x, y) in pairwise(steps)]
        parts.append(f"M{_pair(steps[0])}l{' '.join(_pair(move) for move in moves)}z")
    return "".join(parts)


def _without_straight(steps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corners alone; what lies on a straight line between its neighbours does so whichever way a border is read."""
    if len(steps) < 3:
        return []
    kept = []
    for (x1, y1), here, (x2, y2) in zip([steps[-1], *steps[:-1]], steps, [*steps[1:], steps[0]], strict=True):
        if (here[0] - x1) * (y2 - here[1]) != (here[1] - y1) * (x2 - here[0]):
            kept.append(here)
    return kept


def _pair(step: tuple[int, int]) -> str:
    x, y = (f"{number * _STEP:g}" for number in step)
    return f"{x}{'' if y.startswith('-') else ' '}{y}"
