"""
Who headed what, as bars on an axis of years: a row for each person, or for each body where a person is looked at.

No bar is more exact than its date: an end of which only the year is known is soft across that year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..dates import Date
from ..dossier import Dossier
from ..fields import Relation
from ..model import Entity, Fact
from ..urls import page_of
from .frames import BOLD, LEADING, NARROW, TYPE, WIDE, tidy
from .lettering import width, wrapped
from .spans import HEIGHT, TAIL, Part, Piece, axis_of, pieces, years

_NAMES = 240.0


@dataclass(frozen=True, slots=True)
class Bar:
    """
    One tenure by one fact.
    """

    words: tuple[str, ...]
    """The date as a reader is told it, in lines; ``undated`` where there is none."""

    x: float
    y: float
    """Where the first of the words begins."""

    url: str
    """The fact's page, from the site's root."""

    alleged: bool
    """Whether it is an allegation."""

    pieces: tuple[Piece, ...]
    """Nothing where no date is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    A person or a body, with all its bars.
    """

    name: tuple[str, ...]
    """In lines."""

    x: float
    y: float
    """Where the first of the lines begins."""

    url: str
    """The record's page, from the site's root."""

    bars: tuple[Bar, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class Chart:
    """
    The drawing in one width.
    """

    width: float
    height: float
    years: tuple[tuple[int, float], ...]
    """The years on the axis, and where each begins."""

    tracks: tuple[tuple[float, float], ...]
    """From where to where the lines of the years run down: behind all bars, or behind each where words stand between."""

    left: float
    right: float
    """Where the axis begins and ends."""

    rows: tuple[Row, ...]
    """From the top."""


@dataclass(frozen=True, slots=True)
class Tenures:
    """
    The drawing in both widths, and what it says.
    """

    narrow: Chart
    wide: Chart
    parts: tuple[Part, ...]
    """The parts that occur in it, for a key; those of allegations are dashed, whatever they say."""

    alleged: bool
    """Whether any bar is an allegation."""

    said: str
    """All of it in words."""


Held = tuple[Relation, Fact]


def tenures(dossier: Dossier, held: Iterable[Held], seen_from: Entity | None = None) -> Tenures | None:
    """
    Lay out tenures; nothing if none has a date.

    Args:
        dossier: Where their people and bodies are.
        held: As ``Dossier.tenures`` returns them.
        seen_from: The record whose page it is for: rows are then those on the other side.
    """
    rows: dict[tuple[str, str], tuple[str, Entity, list[Fact]]] = {}
    for relation, fact in held:
        person, body = dossier.entities[relation.subject], dossier.entities[relation.object]
        other = body if seen_from is not None and person.id == seen_from.id else person
        name = other.name if seen_from else f"{person.name}, {body.label}"
        rows.setdefault((person.id, body.id), (name, other, []))[2].append(fact)
    facts = [fact for _, _, found in rows.values() for fact in found]
    spans = [fact.date for fact in facts if fact.date]
    if not spans:
        return None
    wide = _chart(dossier, tuple(rows.values()), spans, WIDE)
    parts = [piece.part for row in wide.rows for bar in row.bars for piece in bar.pieces if not bar.alleged]
    return Tenures(
        narrow=_chart(dossier, tuple(rows.values()), spans, NARROW),
        wide=wide,
        parts=tuple(part for part in Part if part in parts),
        alleged=any(fact.against for fact in facts),
        said="; ".join(f"{name}, {', '.join(_words(dossier, fact) for fact in found)}" for name, _, found in rows.values()) + ".",
    )


def _words(dossier: Dossier, fact: Fact) -> str:
    words = fact.date.words if fact.date else "undated"
    return f"alleged: {words}" if fact.against else f"{words}, disputed" if dossier.is_disputed(fact) else words


def _chart(dossier: Dossier, rows: Sequence[tuple[str, Entity, list[Fact]]], spans: Sequence[Date], across: float) -> Chart:
    beside = across > NARROW
    names = _NAMES if beside else across
    before = TAIL if any(getattr(span, "start", span) is None for span in spans) else 0.0
    after = TAIL if any(getattr(span, "end", span) is None for span in spans) else 0.0
    scale = axis_of(spans, (names + 20 if beside else 0.0) + before, across - after)
    y = top = LEADING + 8
    drawn, tracks = [], []
    for name, entity, facts in rows:
        lines = wrapped(name, names / BOLD, TYPE)
        row_y, bars = y + LEADING, []
        y += LEADING * len(lines)
        for fact in facts:
            room = names - (width(lines[-1], TYPE * BOLD) + 12)
            told = _words(dossier, fact)
            alone = beside or bars or width(told, TYPE) > room
            words = wrapped(told, names, TYPE) if alone else (told,)
            words_x, words_y = (0.0, y + LEADING) if alone else (names - room, y)
            y += LEADING * len(words) if alone else 0
            begins = row_y - LEADING if len(facts) == 1 else words_y - LEADING
            bar_top = ((begins + y - HEIGHT) / 2 if beside else y + 5) + 3
            bars.append(Bar(words, tidy(words_x), tidy(words_y), page_of(fact), bool(fact.against), pieces(fact.date, scale, bar_top) if fact.date else ()))
            if not beside and fact.date:
                tracks.append((tidy(bar_top - 3), tidy(bar_top + HEIGHT + 3)))
                y += HEIGHT + 12
        drawn.append(Row(lines, 0.0, tidy(row_y), page_of(entity), tuple(bars)))
        y += 12
    return Chart(
        width=across,
        height=tidy(y),
        years=years(scale),
        tracks=((tidy(top), tidy(y)),) if beside else tuple(tracks),
        left=tidy(scale.left - before),
        right=across,
        rows=tuple(drawn),
    )
