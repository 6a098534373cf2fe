"""
The ways from citations to their origins, in columns: the citations, what lies between, the origins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..dossier import Dossier
from ..views.facts import CitationView, SourceLink, source_link
from ..vocabulary import How
from .frames import BOLD, LEADING, NARROW, TYPE, tidy
from .lettering import width, wrapped

ROOT = 7.0
"""Where the fact itself stands."""

TWIG = 15.0
"""From there to its citations."""

DOT = 10.0
"""From a dot to its words."""

_LEAD, _BEND = 8.0, 22.0
_NOT_HELD = "not held"


@dataclass(frozen=True, slots=True)
class Node:
    """
    A citation, a source in between, or an origin.
    """

    words: tuple[str, ...]
    """``Gazette ¶3`` or a source's short name, in lines."""

    held: bool
    """Whether a copy of the source is held; where not, the words ``not held`` follow."""

    url: str
    """Its page, from the site's root."""

    x: float
    y: float
    """Its dot."""

    text: tuple[float, float]
    """Where its words begin."""

    reach: float
    """Where its longest line ends."""

    is_origin: bool
    """Whether the knowledge comes from there in the end."""


@dataclass(frozen=True, slots=True)
class Edge:
    """
    A line from a dot's words to the next dot.
    """

    start: tuple[float, float]
    """Where the words end."""

    bend: float
    """Where it stops being level."""

    end: tuple[float, float]
    """The next dot."""

    inferred: bool
    """Whether that is our conclusion; where not, the source says so, or is its own origin."""

    word: tuple[float, float] | None
    """Where the word ``inferred`` begins, above the level part."""


@dataclass(frozen=True, slots=True)
class Stop:
    """
    A source between a citation and its origin.
    """

    link: SourceLink
    inferred: bool
    """Whether the step to it is our conclusion."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    A citation with the way to its origin.
    """

    cited: CitationView
    stops: tuple[Stop, ...]
    inferred: bool
    """Whether the last step is our conclusion."""

    def way(self, steps: int) -> tuple[tuple[str, bool], ...]:
        """Return the ids of the first sources in between, and whether the steps to them are our conclusion."""
        return tuple((stop.link.source.id, stop.inferred) for stop in self.stops[:steps])


def line_of(dossier: Dossier, cited: CitationView) -> Line:
    """
    Return the way from a citation to its origin.
    """
    stops = []
    for step in cited.trail:
        on_the_way = [step.through] if step.through else []
        on_the_way += [step.source] if step is not cited.trail[-1] else []
        stops += [Stop(source_link(dossier, id_), step.how is How.INFERRED) for id_ in on_the_way]
    return Line(cited, tuple(stops), bool(cited.trail) and cited.trail[-1].how is How.INFERRED)


def named(cited: CitationView) -> str:
    """
    Return a citation as it is referred to: ``Gazette ¶3``.
    """
    return cited.source.label if cited.place.locator is None else f"{cited.source.label} ¶{cited.place.locator}"


class Columns:
    """
    Where each column begins, so that the longest of its words, and the word ``inferred``, have room before the next.
    """

    def __init__(self, lines: Sequence[Line], depth: int, across: float) -> None:
        self.depth = depth
        self.room = 200.0 if across > NARROW else 78.0 if depth else 112.0
        self.last_room = self.room
        self.xs = [ROOT + TWIG]
        for at in range(depth + 1):
            here = [line for line in lines if at <= len(line.stops)]
            marked = any(line.stops[at].inferred if at < len(line.stops) else line.inferred for line in here)
            word = width("inferred", TYPE) if marked else 0.0
            self.xs.append(self.xs[-1] + max(self.reach(at, line) for line in here) + _LEAD + word + _BEND)
        self.last_room = max(self.room, across - self.xs[-1] - DOT)
        self.right = self.xs[-1] + max(self.reach(depth + 1, line) for line in lines)

    def link(self, at: int, line: Line) -> SourceLink:
        """Return the source that a line meets in a column."""
        return line.cited.source if at == 0 else line.cited.origin if at > self.depth else line.stops[at - 1].link

    def words(self, at: int, line: Line) -> tuple[str, ...]:
        """Return its words there, in lines."""
        link = self.link(at, line)
        room = self.last_room / BOLD if at > self.depth else self.room
        words = wrapped(named(line.cited) if at == 0 else link.label, room, TYPE)
        return words if link.source.document else (*words, _NOT_HELD)

    def reach(self, at: int, line: Line) -> float:
        """Return how far its dot and its words reach."""
        bold = BOLD if at > self.depth else 1.0
        return DOT + max(width(words, TYPE) * bold for words in self.words(at, line))

    def node(self, at: int, line: Line, y: float) -> Node:
        """Return the node there."""
        link = self.link(at, line)
        words = self.words(at, line)
        return Node(
            words=words if link.source.document else words[:-1],
            held=bool(link.source.document),
            url=line.cited.url if at == 0 else link.url,
            x=tidy(self.xs[at]),
            y=tidy(y),
            text=(tidy(self.xs[at] + DOT), tidy(y + 4.5 - LEADING * (len(words) - 1) / 2)),
            reach=tidy(self.xs[at] + DOT + max(width(one, TYPE) for one in words)),
            is_origin=at > self.depth,
        )

    def edge(self, at: int, start: Node, end: Node, inferred: bool) -> Edge:
        """Return the line from one node to the next."""
        x = start.reach + _LEAD / 2
        return Edge((tidy(x), start.y), tidy(end.x - _BEND), (end.x, end.y), inferred, (tidy(x + 3), tidy(start.y - 4)) if inferred else None)
