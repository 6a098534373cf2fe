"""
How many dated facts begin in each year, as columns that lead to the years of the chronology.

Sparse decades at the beginning are one column each; from the first dense year on every year has its place, empty or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .boxes import Box
from .columns import Column, Stretch, begin, columns_of
from .frames import BOLD, LEADING, NARROW, TYPE, WIDE, tidy
from .lettering import width

_EDGE = 14.0  # the last year's name is wider than its column
_TALL = {NARROW: 120.0, WIDE: 150.0}
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    A column in its place.
    """

    column: Column
    """What it counts."""

    exact: Box
    """The part of the facts whose day is known."""

    inexact: Box
    """On top of the exact ones."""

    reach: Box
    """Where it can be pressed: the whole height."""

    number: tuple[float, float] | None
    """Where the number of facts stands, if there is room for it: the middle of its foot."""

    label: tuple[float, float] | None
    """Where its name stands, if there is room for it: the middle of its foot."""

    name: str
    """Its name as it is written here."""


@dataclass(frozen=True, slots=True)
class Chart:
    """
    The drawing in one width.
    """

    width: float
    height: float
    foot: float
    """Where the columns stand."""

    left: float
    levels: tuple[tuple[int, float], ...]
    """Numbers of facts, and how high they are."""

    columns: tuple[Drawn, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    The drawing in both widths, and what it says.
    """

    narrow: Chart
    wide: Chart
    dated: int
    """How many facts have a date."""

    inexact: int
    """How many of these no day is known of."""

    undated: int
    """How many facts have no date and are not drawn."""

    undated_url: str | None
    """Where in the chronology they stand."""

    said: str
    """All of it in words."""


def timeline(stretches: Iterable[Stretch]) -> Timeline | None:
    """
    Lay out the stretches of a chronology; nothing if no fact has a date.
    """
    stretches = tuple(stretches)
    dated = [(first, stretch) for stretch in stretches if (first := begin(stretch))]
    undated = [stretch for stretch in stretches if begin(stretch) is None]
    if not dated:
        return None
    columns = columns_of(dated)
    inexact = sum(column.inexact for column in columns)
    return Timeline(
        narrow=_chart(columns, NARROW),
        wide=_chart(columns, WIDE),
        dated=sum(column.facts for column in columns),
        inexact=inexact,
        undated=sum(len(stretch.facts) for stretch in undated),
        undated_url=f"#{undated[0].anchor}" if undated else None,
        said=", ".join(f"{column.label}: {column.facts}" for column in columns if column.facts) + ".",
    )


def _chart(columns: Sequence[Column], across: float) -> Chart:
    tall = _TALL[across]
    most = max(column.facts for column in columns)
    step = next(step for step in _STEPS if most / step <= 4 or step == _STEPS[-1])
    left = tidy(width(str(most), TYPE) + 6)
    foot = LEADING + 2 + tall
    names = _names(columns, across)
    slots = _slots(columns, names, left, across)
    thick = min(40.0, *(slot for _, slot in slots)) * 0.78
    drawn = []
    for column, name, (x, slot) in zip(columns, names, slots, strict=True):
        bar, middle = x + (slot - thick) / 2, x + slot / 2
        high, low = tall * column.exact / most, tall * column.inexact / most
        drawn.append(
            Drawn(
                column=column,
                exact=Box(tidy(bar), tidy(foot - high), tidy(thick), tidy(high)),
                inexact=Box(tidy(bar), tidy(foot - high - low), tidy(thick), tidy(low)),
                reach=Box(tidy(x), 0.0, tidy(slot), tidy(foot + LEADING + 6)),
                number=(tidy(middle), tidy(foot - high - low - 4)),
                label=(tidy(middle), tidy(foot + LEADING)),
                name=name,
            ),
        )
    named, numbered = _named(drawn), _numbered(drawn)
    return Chart(
        width=across,
        height=tidy(foot + LEADING + 6),
        foot=tidy(foot),
        left=left,
        levels=tuple((number, tidy(foot - tall * number / most)) for number in range(step, most + 1, step)),
        columns=tuple(
            replace(one, label=one.label if at in named else None, number=one.number if at in numbered else None)
            for at, one in enumerate(drawn)
        ),
    )


def _names(columns: Sequence[Column], across: float) -> tuple[str, ...]:
    """What the columns are called here: on a telephone the 1980s are ’80s, if there are no others."""
    short = across == NARROW and int(columns[-1].label[:4]) - int(columns[0].label[:4]) < 100
    return tuple(f"’{column.label[2:]}" if short and not column.is_year else column.label for column in columns)


def _slots(columns: Sequence[Column], names: Sequence[str], left: float, across: float) -> list[tuple[float, float]]:
    """Where each column's room begins, and how wide that is: years share what decades, which are as wide as their names, leave over."""
    room = across - left - _EDGE
    years = sum(column.is_year for column in columns)
    wanted = [0.0 if column.is_year else width(name, TYPE) + 5 for column, name in zip(columns, names, strict=True)]
    scale = min(1.0, 0.55 * room / max(1.0, sum(wanted))) if years else room / sum(wanted)
    a_year = (room - scale * sum(wanted)) / max(1, years)
    slots, x = [], left
    for column, wide in zip(columns, wanted, strict=True):
        slot = a_year if column.is_year else scale * wide
        slots.append((x, slot))
        x += slot
    return slots


def _named(drawn: Sequence[Drawn]) -> set[int]:
    """The columns whose names have room: the last, the decades, and every year, or every second, fifth or tenth."""
    years = [one.column.label for one in drawn if one.column.is_year]
    slot = next((one.reach.width for one in drawn if one.column.is_year), 1.0)
    step = next(step for step in _STEPS if step * slot >= width("2000", TYPE) + 5 or step == _STEPS[-1])
    wanted = [at for at, one in enumerate(drawn) if not one.column.is_year or one.column.label in years[-1:] or int(one.column.label) % step == 0]
    wanted.sort(key=lambda at: (drawn[at].column.is_year, -at) if at < len(drawn) - 1 else (False, -at))
    return _fitting({at: _around(drawn[at].name, drawn[at].label, 1.0) for at in wanted}, [])


def _numbered(drawn: Sequence[Drawn]) -> set[int]:
    """The columns whose numbers have room above them, beside the other columns: the tallest first."""
    wanted = sorted((at for at, one in enumerate(drawn) if one.column.facts), key=lambda at: (-drawn[at].column.facts, at))
    bars = [Box(one.exact.x, one.inexact.y, one.exact.width, one.exact.y + one.exact.height - one.inexact.y) for one in drawn]
    return _fitting({at: _around(str(drawn[at].column.facts), drawn[at].number, BOLD) for at in wanted}, bars)


def _around(words: str, foot: tuple[float, float] | None, bold: float) -> Box:
    wide = width(words, TYPE) * bold
    x, y = foot or (0.0, 0.0)
    return Box(x - wide / 2, y - TYPE * 0.8, wide, TYPE * 0.8)


def _fitting(wanted: Mapping[int, Box], obstacles: Sequence[Box]) -> set[int]:
    """Those that meet neither an obstacle nor one before them."""
    kept: dict[int, Box] = {}
    for at, box in wanted.items():
        if not any(box.meets(other) for other in [*kept.values(), *obstacles]):
            kept[at] = box
    return set(kept)
