"""
Facts under the headings of a chronology, brought together by year, and before the first dense year by decade.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..dates import Date, Moment
from ..views.facts import FactView

_MOST_YEARS = 30


class Stretch(Protocol):
    """
    Facts under one heading of the chronology: those that begin in one year or decade, or have no date.
    """

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""

    @property
    def facts(self) -> Sequence[FactView]:
        """What it holds."""


@dataclass(frozen=True, slots=True)
class Column:
    """
    The facts of a year or a decade.
    """

    label: str
    """``2015``, ``1980s``, or ``2000–02`` where the years of a decade begin later."""

    url: str | None
    """The place in the chronology on the same page; ``None`` where nothing happened."""

    exact: int
    """How many begin on a day that is known."""

    inexact: int
    """How many have a date that is coarser than a day, or marked as uncertain."""

    is_year: bool
    """Whether it is one year, not a decade."""

    @property
    def facts(self) -> int:
        """How many there are."""
        return self.exact + self.inexact


def begin(stretch: Stretch) -> Moment | None:
    """
    Return when the facts of a stretch begin, to the year or decade.
    """
    return begin_of(stretch.facts[0].fact.date) if stretch.facts else None


def begin_of(date: Date | None) -> Moment | None:
    """
    Return the moment under which a date is listed: its start, or its end where the start is not known.
    """
    return None if date is None else getattr(date, "start", date) or date.end


def columns_of(dated: Sequence[tuple[Moment, Stretch]]) -> tuple[Column, ...]:
    """
    Return the columns, in the order of time; each leads to the first of its stretches.
    """
    by_year = {start.year: [stretch] for start, stretch in dated if not start.decade}
    first = _first_dense(sorted(by_year)) if by_year else 10_000
    last = max(by_year, default=0)
    lumps: dict[tuple[int, str, bool], list[Stretch]] = {}
    for start, stretch in dated:
        decade = start.year - start.year % 10
        if start.decade or decade + 10 <= first:
            lumps.setdefault((decade, f"{decade}s", False), []).append(stretch)
        elif start.year < first:
            lumps.setdefault((decade, f"{decade}–{(first - 1) % 100:02}", False), []).append(stretch)
    for year in range(first, last + 1):
        lumps[year, str(year), True] = by_year.get(year, [])
    in_order = sorted(lumps, key=lambda key: (key[0], key[2], len(key[1])))  # a decade before its years
    return tuple(_column(label, is_year, lumps[begins, label, is_year]) for begins, label, is_year in in_order)


def _column(label: str, is_year: bool, stretches: Sequence[Stretch]) -> Column:
    starts = [begin_of(view.fact.date) for stretch in stretches for view in stretch.facts]
    exact = sum(start is not None and start.is_exact for start in starts)
    return Column(label, f"#{stretches[0].anchor}" if stretches else None, exact, len(starts) - exact, is_year)


def _first_dense(years: Sequence[int]) -> int:
    """The first year from which at least every second one has facts, and from which there are not too many to draw."""
    last = years[-1]
    return next(year for at, year in enumerate(years) if last - year < _MOST_YEARS and 2 * (len(years) - at) >= last + 1 - year)
