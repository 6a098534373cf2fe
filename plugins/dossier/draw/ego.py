"""
One record and its own ties: its name above, a stem below it, and from the stem a line for each tie to the other's name.

Every line is labelled, so that it reads as a sentence from left to right; it stays legible on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..dossier import Dossier
from ..model import Entity
from .lettering import wrapped
from .marks import Mark, mark, measured
from .ties import FactLink, Firmness, ties_of

WIDTH = 328.0
"""A phone's, between its margins; a very long word takes more."""

MOST = 16
"""How many ties are drawn; the others are counted."""

_EDGE = 1.0
_STEM = 14.0
_WORDS, _WORDS_LINE, _WORDS_AT = 12.0, 14.0, 26.0
_LINE_ENDS = 158.0
_WORDS_ROOM = _LINE_ENDS - _WORDS_AT - 4.0
_ROOM = WIDTH - _LINE_ENDS - _EDGE - 2 * 16.0
_GAP = 10.0
_HEAD_GAP = 12.0
_ABOVE, _BELOW = -4.5, 12.5


@dataclass(frozen=True, slots=True)
class Branch:
    """
    A tie: a line from the stem to a name.
    """

    mark: Mark
    """The other's name in its box."""

    firmness: Firmness
    """How the line is drawn."""

    y: float
    """The height of the line."""

    words: tuple[tuple[float, str], ...]
    """What is said, an allegation as one, in lines above and below the line, each with where its letters stand."""

    name: str
    """The same, as a sentence."""

    facts: tuple[FactLink, ...]
    """The facts behind it."""


@dataclass(frozen=True, slots=True)
class Ego:
    """
    The ties of one record, drawn.
    """

    entity: Entity
    """The record."""

    width: float
    height: float
    mark: Mark
    """The record itself."""

    stem: float
    """Where the stem is, from the left."""

    words_at: float
    """Where the words on the lines begin."""

    line_ends: float
    """Where the lines end and the names begin."""

    branches: tuple[Branch, ...]
    """Those that stand first, then the disputed, then the alleged."""

    left_out: int
    """How many ties had no room."""

    left_out_alleged: int
    """How many of these are allegations."""


def ego(dossier: Dossier, entity: Entity) -> Ego | None:
    """
    Return the drawing of a record's ties, or nothing where no fact ties it.
    """
    found = ties_of(dossier, entity)
    if not found:
        return None
    head_room = WIDTH - 2 * _EDGE - 2 * 16.0
    wide, high = measured(entity, head_room)
    y = _EDGE + high + _HEAD_GAP
    branches = []
    for tie in found[:MOST]:
        other = tie.other(entity)
        said = tie.said_from(entity)
        counted = f"{said} ({len(tie.facts)} facts)" if len(tie.facts) > 1 else said
        lines = _lines(counted, tie.firmness)
        other_wide, other_high = measured(other, _ROOM)
        above, below = (len(lines) + 1) // 2, len(lines) // 2
        y += max(other_high / 2, above * _WORDS_LINE)
        branches.append(
            Branch(
                mark=mark(other, _LINE_ENDS + other_wide / 2, y, _ROOM),
                firmness=tie.firmness,
                y=round(y, 1),
                words=tuple((round(y + _baseline(number, above), 1), line) for number, line in enumerate(lines)),
                name=f"{entity.label} {counted} {other.label}",
                facts=tie.facts,
            ),
        )
        y += max(other_high / 2, below * _WORDS_LINE + 2) + _GAP
    rest = found[MOST:]
    widest = max(wide + 2 * _EDGE, *(branch.mark.x + branch.mark.width / 2 + _EDGE for branch in branches))
    return Ego(
        entity=entity,
        width=max(WIDTH, round(widest, 1)),
        height=round(y - _GAP + _EDGE + 1, 1),
        mark=mark(entity, _EDGE + wide / 2, _EDGE + high / 2, head_room),
        stem=_STEM,
        words_at=_WORDS_AT,
        line_ends=_LINE_ENDS,
        branches=tuple(branches),
        left_out=len(rest),
        left_out_alleged=sum(tie.firmness is Firmness.ALLEGED for tie in rest),
    )


def _lines(words: str, firmness: Firmness) -> tuple[str, ...]:
    """What is said, in as many lines as it needs; ``alleged:`` has a line of its own before it stands on two."""
    lines = wrapped(words, _WORDS_ROOM, _WORDS)
    if len(lines) == 1 or not firmness:
        return lines
    first = f"{firmness}:"
    return (first, *wrapped(words.removeprefix(first).strip(), _WORDS_ROOM, _WORDS))


def _baseline(number: int, above: int) -> float:
    """Where a line of words stands, from the line that it labels: half of them above it, the rest below."""
    if number < above:
        return _ABOVE - _WORDS_LINE * (above - 1 - number)
    return _BELOW + _WORDS_LINE * (number - above)
