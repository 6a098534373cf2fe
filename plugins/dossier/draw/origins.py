"""
From a fact to each place that says it, and on to where that is known from: publications with one origin run together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ..dossier import Dossier
from ..views.facts import CitationView
from .frames import BOLD, LEADING, NARROW, TYPE, tidy
from .lettering import width
from .trails import DOT, ROOT, TWIG, Columns, Edge, Line, Node, line_of, named

_HEAD, _ROW, _AIR = 30.0, 34.0, 12.0
_WIDE = 590.0  # it is not scaled, and shown from 600 on


@dataclass(frozen=True, slots=True)
class Tree:
    """
    The drawing in one width.
    """

    width: float
    height: float
    root: tuple[float, float]
    """The dot of the fact itself."""

    headings: tuple[float, float]
    """Where the words over the citations and over the origins begin."""

    nodes: tuple[Node, ...]
    """Column by column, each from the top."""

    twigs: tuple[tuple[float, float], ...]
    """The dots of the citations, to which the fact's line leads."""

    edges: tuple[Edge, ...]
    """The lines between them."""


@dataclass(frozen=True, slots=True)
class Origins:
    """
    The drawing in both widths, and what it says.
    """

    narrow: Tree
    wide: Tree
    citations: int
    """How many there are."""

    origins: int
    """How many there are in the end."""

    scrolls: bool
    """Whether the narrow one is wider than a telephone, because a trail is long."""

    said: str
    """All of it in words."""


def origins(dossier: Dossier, citations: Sequence[CitationView]) -> Origins | None:
    """
    Lay out where a fact is known from; nothing where one publication is its own origin, for its name says that.
    """
    if len({cited.place.source for cited in citations}) < 2 and not any(cited.trail for cited in citations):
        return None
    firsts = list(dict.fromkeys(cited.origin.source.id for cited in citations))
    lines = [line_of(dossier, cited) for cited in citations]
    lines.sort(key=lambda line: (firsts.index(line.cited.origin.source.id), line.way(len(line.stops))))
    narrow = _tree(lines, NARROW)
    return Origins(
        narrow=narrow,
        wide=_tree(lines, _WIDE),
        citations=len(lines),
        origins=len(firsts),
        scrolls=narrow.width > NARROW,
        said=" ".join(_said(line) for line in lines),
    )


def _said(line: Line) -> str:
    if not line.cited.trail:
        return f"{named(line.cited)} is its own origin."
    through = "".join(f" through {stop.link.label}" for stop in line.stops)
    return f"{named(line.cited)} comes from {line.cited.origin.label}{through}, {'inferred' if line.inferred else 'stated'}."


def _tree(lines: Sequence[Line], across: float) -> Tree:
    depth = max(len(line.stops) for line in lines)
    columns = Columns(lines, depth, across)
    nodes: list[list[Node]] = [[] for _ in range(depth + 2)]
    edges: dict[tuple[Node, Node], Edge] = {}
    y = _HEAD
    for _, members in groupby(lines, key=lambda line: line.cited.origin.source.id):
        group = list(members)
        heights = [max(_ROW, LEADING * max(len(columns.words(at, line)) for at in range(len(line.stops) + 1)) + _AIR) for line in group]
        own = LEADING * len(columns.words(depth + 1, group[0])) + _AIR
        y += max(0.0, own - sum(heights)) / 2
        middles = [y + sum(heights[:at]) + height / 2 for at, height in enumerate(heights)]
        end = columns.node(depth + 1, group[0], sum(middles) / len(middles))
        nodes[-1].append(end)
        for line, middle in zip(group, middles, strict=True):
            before = columns.node(0, line, middle)
            nodes[0].append(before)
            for at, stop in enumerate(line.stops, start=1):
                shared = [height for other, height in zip(group, middles, strict=True) if other.way(at) == line.way(at)]
                node = columns.node(at, line, sum(shared) / len(shared))
                if node not in nodes[at]:
                    nodes[at].append(node)
                edges.setdefault((before, node), columns.edge(at - 1, before, node, stop.inferred))
                before = node
            edges.setdefault((before, end), columns.edge(len(line.stops), before, end, line.inferred))
        y += sum(heights) + max(0.0, own - sum(heights)) / 2
    return Tree(
        width=tidy(max(NARROW, columns.right, columns.xs[-1] + width("10 origins", TYPE) * BOLD)),
        height=tidy(y + 2),
        root=(ROOT, _HEAD - 16),
        headings=(tidy(columns.xs[0] - TWIG + DOT), tidy(columns.xs[-1])),
        nodes=tuple(node for column in nodes for node in column),
        twigs=tuple((node.x, node.y) for node in nodes[0]),
        edges=tuple(edges.values()),
    )
