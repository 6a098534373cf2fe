"""
Bars of tenures: in place, in order, and no more exact than their dates.
"""

from __future__ import annotations

import pytest

from building import PROJECT
from dossier.dates import parse
from dossier.dossier import Dossier, load
from dossier.draw.lettering import width
from dossier.draw.spans import Part, axis_of, pieces
from dossier.draw.tenures import Held, Tenures, tenures
from dossier.fields import parse_relation
from drawn import assert_sound, fact, page_with


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The fictional sample."""
    return load(PROJECT / "tests/sample")


def held(*spans: str | None, **fields: object) -> list[Held]:
    """Tenures of two people in turn, with these dates."""
    people = ("ada-brolly", "pluvius-drench")
    found = []
    for number, span in enumerate(spans):
        relation = f"{people[number % 2]} headed umbrella-bureau"
        found.append((parse_relation(relation), fact(f"tenure-{number}", relation=relation, **({"date": span} if span else {}), **fields)))
    return found


def laid_out(dossier: Dossier, *spans: str | None, **fields: object) -> Tenures:
    """The drawing for the body's page."""
    found = tenures(dossier, held(*spans, **fields), dossier.entities["umbrella-bureau"])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("1998-03-01/2003-02-01", ["sure"]),
        ("1998/2003", ["within", "sure", "within"]),
        ("1998~/2003", ["about", "sure", "within"]),
        ("1998?/2003", ["about", "likely", "within"]),
        ("1998/1998-05", ["within"]),
        ("1998?/1998-05", ["about"]),
        ("1998/..", ["within", "open"]),
        ("1998-03-01/..", ["open"]),
        ("1998?/..", ["about", "open"]),
        ("1998/", ["within", "unknown"]),
        ("../1998", ["open", "within"]),
        ("/1998-03-01", ["unknown"]),
        ("1998", ["within"]),
        ("199X", ["within"]),
        ("1998~", ["about"]),
        ("1998-03-01", ["sure"]),
        ("1998-03-01?", ["about"]),
    ],
)
def test_a_bar_is_no_more_exact_than_its_date(span: str, expected: list[str]) -> None:
    """Solid where the time is sure, hatched where an end lies, and open or fading where there is none."""
    date = parse(span)

    assert [piece.part for piece in pieces(date, axis_of([date], 40, 300), 0)] == expected


def test_a_year_is_soft_from_its_first_day_to_its_last() -> None:
    """The hatched part of a start in 2000 is as wide as the year."""
    date = parse("2000/2003")
    axis = axis_of([date], 0, 400)
    start = pieces(date, axis, 0)[0]

    assert start.points[0][0] == 0
    assert start.points[1][0] == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize("spans", [("1998/2003", "2003~/..", "/1999", "../2001"), ("198X/", "2010"), ("2010-12-31", None), ("1998", "1998/")])
def test_everything_lies_within_the_drawing(dossier: Dossier, spans: tuple[str | None, ...]) -> None:
    """Bars, question marks, years and words keep to both widths."""
    drawing = laid_out(dossier, *spans)

    for chart in (drawing.narrow, drawing.wide):
        for row in chart.rows:
            for bar in row.bars:
                assert all(bar.x + width(line, 13.5) <= chart.width for line in bar.words)
                for piece in bar.pieces:
                    assert all(0 <= x <= chart.width and 0 <= y <= chart.height for x, y in (*piece.points, *([piece.mark] if piece.mark else [])))
        assert all(0 <= x <= chart.width for _, x in chart.years)


def test_no_words_stand_on_others_or_on_bars(dossier: Dossier) -> None:
    """In the narrow drawing each line has its own height, and bars lie below the words that they belong to."""
    chart = laid_out(dossier, "1998?/2003~", "2003~/..", "2005-03-01/2006-01-01", None).narrow

    heights = []
    for row in chart.rows:
        heights.append(row.y)
        for bar in row.bars:
            heights += [] if bar.y == row.y else [bar.y]
            heights += [min(y for _, y in piece.points) for piece in bar.pieces[:1]]
            assert all(y > bar.y for piece in bar.pieces for _, y in piece.points)
    assert heights == sorted(heights)


def test_rows_are_as_given_and_one_for_each_person(dossier: Dossier) -> None:
    """Two tenures of one person are two bars in one row; those without a date have words and no bar."""
    rows = laid_out(dossier, "1998/2003", "2003/2004", "2005/..", None).wide.rows

    assert [row.name for row in rows] == [("Ada Brolly",), ("Pluvius Drench",)]
    assert [bar.words for bar in rows[0].bars] == [("1998 to 2003",), ("since 2005",)]
    assert [(bar.words, bool(bar.pieces)) for bar in rows[1].bars] == [(("2003 to 2004",), True), (("undated",), False)]


def test_the_other_side_is_named(dossier: Dossier) -> None:
    """On a person's page rows are bodies; elsewhere both are named."""
    pairs = dossier.tenures(dossier.entities["ada-brolly"])

    own = tenures(dossier, pairs, dossier.entities["ada-brolly"])
    all_of_them = tenures(dossier, pairs)

    assert own is not None
    assert own.wide.rows[0].url == "organisations/umbrella-bureau.html"
    assert all_of_them is not None
    assert all_of_them.said == "Ada Brolly, Bureau of Umbrellas, 1998 to 2003."


def test_without_a_date_there_is_no_drawing(dossier: Dossier) -> None:
    """The list on the page is enough."""
    assert tenures(dossier, held(None), dossier.entities["umbrella-bureau"]) is None


def test_an_allegation_is_dashed_and_says_so(dossier: Dossier) -> None:
    """Its bar has the dashed class and no fill of its own, and its words begin with alleged."""
    drawing = laid_out(dossier, "1998/2003", against="ada-brolly")
    page = page_with("tenures", "tenures_drawing", drawing, "../", "At its head")

    assert drawing.wide.rows[0].bars[0].words == ("alleged: 1998 to 2003",)
    assert {piece.get("class") for piece in page.xpath(".//polygon")} == {"tenures__piece tenures__piece--alleged"}


def test_it_is_sound_and_leads_to_the_person_and_the_fact(dossier: Dossier) -> None:
    """Each row has both links, from the page's place; the key explains each part and nothing else."""
    drawing = laid_out(dossier, "1998/2003~", "2003?/")
    page = page_with("tenures", "tenures_drawing", drawing, "../", "At its head")

    assert_sound(page)
    assert page.xpath(".//svg[contains(@class, 'wide')]//a/@href") == [
        "../people/ada-brolly.html",
        "../facts/tenure-0.html",
        "../people/pluvius-drench.html",
        "../facts/tenure-1.html",
    ]
    assert drawing.parts == (Part.SURE, Part.WITHIN, Part.ABOUT, Part.UNKNOWN)
    assert len(page.xpath(".//figcaption/span")) == 4


def test_it_is_the_same_each_time(dossier: Dossier) -> None:
    """Nothing in it depends on the moment."""
    assert laid_out(dossier, "1998/2003", "2003~/..") == laid_out(dossier, "1998/2003", "2003~/..")
