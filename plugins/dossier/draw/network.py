"""
Everybody and everything that a relation ties, and every tie, as one picture.

A line stands for all ties of one firmness between two records; a name in a box for a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from ..dossier import Dossier
from ..model import ENTITIES, Entity
from ..urls import page_of
from .arrange import GAP, arrange
from .bundles import LABEL_HEIGHT, Bundle, bundles
from .kept import kept
from .marks import Mark, mark, measured
from .routes import Route, covers, route, spot_on
from .segments import Box, Point
from .settle import Link
from .ties import FactLink, Firmness, Tie, ties

WIDTH = 1080.0
"""How wide the picture is at most: the page on a large screen."""

_LEAST_WIDTH, _LEAST_HEIGHT = 328.0, 120.0
_ROOM = 118.0
"""How much room a name has before it breaks into another line."""

_SPACE = 3.2
"""How much larger the picture is than all boxes together."""

_BORDER = 2.0
_PLACINGS = 3
_TRIES, _LINES_A_FAULT = 3, 100
"""How many arrangements are tried, while each has more than one fault in so many lines."""

_BOW = 9.0


@dataclass(frozen=True, slots=True)
class Edge:
    """
    A line between two records.
    """

    one: Entity
    """Where it begins."""

    other: Entity
    """Where it ends."""

    firmness: Firmness
    """How it is drawn: dashed and labelled, where it rests on allegations alone."""

    name: str
    """All that it says, in words: ``alleged: Pluvius Drench funded Bureau of Umbrellas``."""

    facts: tuple[FactLink, ...]
    """Each fact behind it, once."""

    path: str
    """Its way, as the data of an SVG path."""

    label: str
    """The word on the line, or nothing: ``alleged``, ``2 facts``."""

    label_x: float
    """The word's middle."""

    label_y: float
    """The word's middle."""

    label_width: float
    """How much room the word takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    What ties a record to one other, in words.
    """

    other: Entity
    """The record at the other end."""

    url: str
    """The other's page, from the site's root."""

    said: tuple[tuple[str, Tie], ...]
    """Each tie as it reads from here, an allegation as one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """
    All ties of one record, in words.
    """

    entity: Entity
    """The record."""

    url: str
    """Its page, from the site's root."""

    rows: tuple[Row, ...]
    """One for each other record."""


@dataclass(frozen=True, slots=True)
class Network:
    """
    The whole network, drawn and in words.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    """By sort, then by name."""

    edges: tuple[Edge, ...]
    """Those that stand first, then the disputed, then the alleged, whose words must not be drawn over."""

    listings: tuple[Listing, ...]
    """The same in words, in the order of the marks."""


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Where everything stands in a network, whatever it is called.
    """

    width: int
    height: int
    middles: tuple[tuple[float, float], ...]
    """Of each box."""

    ways: tuple[tuple[str, float, float], ...]
    """Of each line, the path as the data of an SVG path, and the middle of its word."""


def network(dossier: Dossier) -> Network:
    """
    Return the network of a dossier; nothing is in it where no fact ties anything.
    """
    found = ties(dossier)
    entities = _entities(found)
    lines = bundles(found, {entity.id: index for index, entity in enumerate(entities)})
    sizes = [measured(entity, _ROOM) for entity in entities]
    given = [sizes, [[*bundle.ends, bundle.firmness, bundle.label_width] for bundle in lines]]
    plan = kept.of(Plan, given, lambda: _planned(sizes, lines))
    marks = [mark(entity, x, y, _ROOM) for entity, (x, y) in zip(entities, plan.middles, strict=True)]
    edges = [_edge(bundle, marks, *way) for bundle, way in zip(lines, plan.ways, strict=True)]
    return Network(plan.width, plan.height, tuple(marks), tuple(edges), _listings(found, entities))


def _planned(sizes: Sequence[Point], lines: Sequence[Bundle]) -> Plan:
    links: dict[Link, Point] = {}
    for bundle in lines:
        across, down = links.get(bundle.ends, (0.0, 0.0))
        links[bundle.ends] = (across + bundle.label_width, down + (LABEL_HEIGHT if bundle.label else 0.0))
    area = sum((wide + GAP[0]) * (high + GAP[1]) for wide, high in sizes) * _SPACE
    widest = max((size[0] for size in sizes), default=0.0) + 6 * _BORDER
    wide = max(min(WIDTH, round(sqrt(area))), _LEAST_WIDTH, widest)
    high = max(round(area / wide), _LEAST_HEIGHT)
    best: tuple[int, list[Point], tuple[tuple[str, float, float], ...]] = (-1, [], ())
    for seed in range(1, _TRIES + 1):
        middles = arrange(sizes, dict(sorted(links.items())), (wide - 2 * _BORDER, high - 2 * _BORDER), seed)
        middles = [(x + _BORDER, y + _BORDER) for x, y in middles]
        ways, faults = _ways(lines, middles, sizes)
        if best[0] < 0 or faults < best[0]:
            best = (faults, middles, ways)
        if faults * _LINES_A_FAULT <= len(lines):
            break
    return Plan(round(wide), round(high), tuple(best[1]), best[2])


def _entities(found: Sequence[Tie]) -> list[Entity]:
    tied = {entity.id: entity for tie in found for entity in (tie.subject, tie.object)}
    return sorted(tied.values(), key=lambda entity: (ENTITIES.index(type(entity)), entity.label.casefold(), entity.id))


def _ways(bundles: Sequence[Bundle], middles: Sequence[Point], sizes: Sequence[Point]) -> tuple[tuple[tuple[str, float, float], ...], int]:
    """Each line's path and where its word stands; and how many faults they have: lines through names, words over names or over each other."""
    boxes = [(round(x, 1), round(y, 1), wide / 2 + 2, high / 2 + 2) for (x, y), (wide, high) in zip(middles, sizes, strict=True)]
    routes = [_way(bundle, bundles, boxes) for bundle in bundles]
    spots = _spots(bundles, routes, boxes)
    words = list(spots.values())
    faults = sum(bool(way.hits) for way in routes) + sum(covers(word, boxes) + covers(word, words) - 1 for word in words)
    places = [spots.get(number, (0.0, 0.0))[:2] for number in range(len(bundles))]
    return tuple((way.path, round(x, 1), round(y, 1)) for way, (x, y) in zip(routes, places, strict=True)), faults


def _edge(bundle: Bundle, marks: Sequence[Mark], path: str, x: float, y: float) -> Edge:
    one, other = (marks[end].entity for end in bundle.ends)
    return Edge(one, other, bundle.firmness, bundle.name, bundle.facts, path, bundle.label, x, y, bundle.label_width)


def _way(bundle: Bundle, bundles: Sequence[Bundle], boxes: Sequence[Box]) -> Route:
    parallel = [found.firmness for found in bundles if found.ends == bundle.ends]
    bow = _BOW * (2 * parallel.index(bundle.firmness) - (len(parallel) - 1))
    between = [box for index, box in enumerate(boxes) if index not in bundle.ends]
    return route(boxes[bundle.ends[0]][:2], boxes[bundle.ends[1]][:2], between, bow)


def _spots(bundles: Sequence[Bundle], ways: Sequence[Route], boxes: Sequence[Box]) -> dict[int, Box]:
    """Where the words on the lines stand; each is placed again when all others are, for there may be a better place then."""
    spots: dict[int, Box] = {}
    labelled = [number for number, bundle in enumerate(bundles) if bundle.label]
    for number in labelled * _PLACINGS:
        bundle = bundles[number]
        parallel = [other for other in labelled if bundles[other].ends == bundle.ends]
        share = (parallel.index(number) + 1) / (len(parallel) + 1)
        lines = [line for other, way in enumerate(ways) if other != number for line in way.pieces]
        taken = [spot for other, spot in spots.items() if other != number]
        size = (bundle.label_width, LABEL_HEIGHT)
        spots[number] = (*spot_on(ways[number], size, share, boxes, taken, lines), size[0] / 2, size[1] / 2)
    return spots


def _listings(found: Sequence[Tie], entities: Sequence[Entity]) -> tuple[Listing, ...]:
    listings = []
    for entity in entities:
        rows: dict[str, list[Tie]] = {}
        for tie in found:
            if entity.id in (tie.subject.id, tie.object.id):
                rows.setdefault(tie.other(entity).id, []).append(tie)
        others = [other for other in entities if other.id in rows]
        listings.append(
            Listing(
                entity,
                page_of(entity),
                tuple(Row(other, page_of(other), tuple((tie.said_from(entity), tie) for tie in rows[other.id])) for other in others),
            ),
        )
    return tuple(listings)
