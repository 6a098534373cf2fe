"""
The years of the chronology as columns.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from building import PROJECT
from dossier.dates import parse
from dossier.dossier import Dossier, load
from dossier.draw.boxes import Box
from dossier.draw.columns import begin_of
from dossier.draw.timeline import Timeline, timeline
from dossier.pages import pages
from dossier.views.facts import FactView
from dossier.views.overviews import YearView
from drawn import assert_sound, fact, page_with


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The fictional sample."""
    return load(PROJECT / "tests/sample")


def laid_out(dossier: Dossier, *dates: str | None) -> Timeline:
    """The drawing for facts with these dates, listed as the chronology lists them."""
    stretches: dict[tuple[str, str], list[FactView]] = {}
    for number, text in enumerate(sorted(dates, key=lambda text: (text is None, text and parse(text).sort_key))):
        begin = begin_of(parse(text)) if text else None
        heading = ("Without a date", "undated") if begin is None else (str(begin.year), f"{'d' if begin.decade else 'y'}{begin.year}")
        stretches.setdefault(heading, []).append(FactView(dossier, fact(f"fact-{number}", **({"date": text} if text else {}))))
    found = timeline([YearView(label, anchor, tuple(facts)) for (label, anchor), facts in stretches.items()])
    assert found is not None
    return found


def columns(drawing: Timeline) -> list[tuple[str, str | None, int, int]]:
    """Name, link and numbers of each column."""
    return [(one.column.label, one.column.url, one.column.exact, one.column.inexact) for one in drawing.wide.columns]


def test_a_fact_counts_where_it_begins(dossier: Dossier) -> None:
    """Days without a mark count as exact, all else does not, and facts without a date are not drawn but told of."""
    drawing = laid_out(dossier, "2001-05-06", "2001-05-06?", "2001", "2002-01-01/2003", "/2003", None, None)

    assert columns(drawing) == [("2001", "#y2001", 1, 2), ("2002", "#y2002", 1, 0), ("2003", "#y2003", 0, 1)]
    assert (drawing.dated, drawing.inexact, drawing.undated, drawing.undated_url) == (5, 3, 2, "#undated")


def test_empty_years_keep_their_place_and_lead_nowhere(dossier: Dossier) -> None:
    """From the first dense year on, the axis is one of equal years."""
    drawing = laid_out(dossier, "2001", "2003", "2004")

    assert columns(drawing)[1] == ("2002", None, 0, 0)
    steps = {round(later.reach.x - earlier.reach.x) for earlier, later in pairwise(drawing.wide.columns)}
    assert len(steps) <= 2  # rounding


def test_sparse_decades_are_one_column_each(dossier: Dossier) -> None:
    """They lead to the first place in the chronology that they hold; a decade that later years begin in says how far it goes."""
    drawing = laid_out(dossier, "198X", "1985", "1991", "2000", *(str(year) for year in range(2008, 2013)), "201X")

    assert columns(drawing)[:4] == [("1980s", "#d1980", 0, 2), ("1990s", "#y1991", 0, 1), ("2000–07", "#y2000", 0, 1), ("2008", "#y2008", 0, 1)]
    assert [label for label, *_ in columns(drawing)][4:] == ["2009", "2010s", "2010", "2011", "2012"]


def test_decades_alone_can_be_drawn(dossier: Dossier) -> None:
    """Where no year is known there are no columns for years."""
    assert [label for label, *_ in columns(laid_out(dossier, "198X", "199X"))] == ["1980s", "1990s"]


def test_without_dates_there_is_no_drawing(dossier: Dossier) -> None:
    """A list of undated facts has no axis."""
    assert timeline([YearView("Without a date", "undated", (FactView(dossier, fact("undated")),))]) is None
    assert timeline([]) is None


MANY = [*("2003",) * 12, *("2004-05-06",) * 3, *(str(year) for year in range(1996, 2020)), "198X", "200X", *("2011~",) * 40]
CENTURIES = [str(year) for year in range(1605, 2003, 10)]


def test_columns_and_words_have_room(dossier: Dossier) -> None:
    """All lies within the drawing, columns stand beside each other, and no number stands on a column or a number."""
    drawing = laid_out(dossier, *MANY)

    for chart in (drawing.narrow, drawing.wide, laid_out(dossier, *MANY, *CENTURIES).narrow):
        numbers, bars = [], []
        for one in chart.columns:
            assert one.exact.x >= 0
            assert one.exact.x + one.exact.width <= chart.width
            assert 0 <= one.inexact.y <= one.exact.y <= chart.foot
            assert one.exact.y + one.exact.height == pytest.approx(chart.foot, abs=0.11)
            bars.append(Box(one.exact.x, one.inexact.y, one.exact.width, chart.foot - one.inexact.y))
            if one.number:
                wide = 8 * len(str(one.column.facts))
                numbers.append(Box(one.number[0] - wide / 2, one.number[1] - 10, wide, 10))
        assert all(later.x >= earlier.x + earlier.width for earlier, later in pairwise(bars))
        assert not [(a, b) for at, a in enumerate(numbers) for b in [*numbers[at + 1 :], *bars] if a.meets(b)]
        named = [(one.label[0], 7 * len(one.name)) for one in chart.columns if one.label]
        assert all(later - earlier >= (one + two) / 2 for (earlier, one), (later, two) in pairwise(named))
        assert named[-1][0] + named[-1][1] / 2 <= chart.width


def test_heights_are_numbers_of_facts(dossier: Dossier) -> None:
    """Twice as many facts stand twice as high."""
    chart = laid_out(dossier, *["2001"] * 4, *["2002-03-04"] * 2, "2003").wide
    heights = [one.exact.height + one.inexact.height for one in chart.columns]

    assert heights[0] == pytest.approx(2 * heights[1], abs=0.2)
    assert heights[0] == pytest.approx(4 * heights[2], abs=0.4)


def test_it_is_sound_and_each_column_says_what_it_holds(dossier: Dossier) -> None:
    """A link has its year and numbers in words, and inexact parts are hatched."""
    page = page_with("timeline", "timeline_drawing", laid_out(dossier, "2001", "2002-03-04", "2002~"))

    assert_sound(page)
    links = page.xpath(".//svg[contains(@class, 'wide')]//a")
    assert [link.findtext("title") for link in links] == ["2001 1 fact, with no exact day", "2002 2 facts, 1 of them with no exact day"]
    assert [re.sub(r"#.*-", "#", fill) for fill in page.xpath(".//svg[contains(@class, 'wide')]//a/rect[not(contains(@class, 'reach'))]/@fill")] == [
        "url(#within)",
        "currentColor",
        "url(#within)",
    ]


def test_it_leads_to_places_that_the_chronology_has(dossier: Dossier) -> None:
    """Anchors are the page's own."""
    view: Any = next(page.view() for page in pages(dossier) if page.template == "chronology")
    drawing = timeline(view.years)

    assert drawing is not None
    assert {url for _, url, _, _ in columns(drawing) if url} <= {f"#{year.anchor}" for year in view.years}


def test_it_is_the_same_each_time(dossier: Dossier) -> None:
    """Nothing in it depends on the moment."""
    assert laid_out(dossier, *MANY) == laid_out(dossier, *MANY)
