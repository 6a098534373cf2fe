"""
Dates: what is read, what is said of it, how it sorts, and what is refused with which way out.

The `edtf` package is the oracle for spans and validity; where the two differ, the tables at the end say why.
"""

from __future__ import annotations

import dataclasses
import random
import re
from calendar import monthrange
from itertools import product

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException

from dossier.dates import DateProblem, Moment, Period, parse

DATES = [
    # text, words, first day, last day, years
    ("2025-02-19", "19 February 2025", "2025-02-19", "2025-02-19", [2025]),
    ("2024-02-29", "29 February 2024", "2024-02-29", "2024-02-29", [2024]),
    ("2025-02", "February 2025", "2025-02-01", "2025-02-28", [2025]),
    ("2024-02", "February 2024", "2024-02-01", "2024-02-29", [2024]),
    ("2025-12", "December 2025", "2025-12-01", "2025-12-31", [2025]),
    ("2025", "2025", "2025-01-01", "2025-12-31", [2025]),
    ("0987", "987", "0987-01-01", "0987-12-31", [987]),
    ("198X", "the 1980s", "1980-01-01", "1989-12-31", [*range(1980, 1990)]),
    ("2005-21", "spring 2005", "2005-03-01", "2005-05-31", [2005]),
    ("2005-22", "summer 2005", "2005-06-01", "2005-08-31", [2005]),
    ("2005-23", "autumn 2005", "2005-09-01", "2005-11-30", [2005]),
    ("2005-24", "winter 2005", "2005-12-01", "2006-02-28", [2005, 2006]),
    ("2007-24", "winter 2007", "2007-12-01", "2008-02-29", [2007, 2008]),
    ("2009~", "about 2009", "2009-01-01", "2009-12-31", [2009]),
    ("2009?", "2009 (uncertain)", "2009-01-01", "2009-12-31", [2009]),
    ("2009%", "about 2009 (uncertain)", "2009-01-01", "2009-12-31", [2009]),
    ("198X~", "about the 1980s", "1980-01-01", "1989-12-31", [*range(1980, 1990)]),
    ("2005-21?", "spring 2005 (uncertain)", "2005-03-01", "2005-05-31", [2005]),
    ("2025-02-19~", "about 19 February 2025", "2025-02-19", "2025-02-19", [2025]),
    ("9999", "9999", "9999-01-01", "9999-12-31", [9999]),
    ("2007/2009", "2007 to 2009", "2007-01-01", "2009-12-31", [2007, 2008, 2009]),
    ("2005~/2007-21", "about 2005 to spring 2007", "2005-01-01", "2007-05-31", [2005, 2006, 2007]),
    ("2009?/2010-03-05", "2009 (uncertain) to 5 March 2010", "2009-01-01", "2010-03-05", [2009, 2010]),
    ("198X/1991", "the 1980s to 1991", "1980-01-01", "1991-12-31", [*range(1980, 1992)]),
    ("2012/..", "since 2012", "2012-01-01", None, [2012]),
    ("198X~/..", "since about the 1980s", "1980-01-01", None, [*range(1980, 1990)]),
    ("../2025-08", "until August 2025", None, "2025-08-31", [2025]),
    ("2007/", "from 2007, end unknown", "2007-01-01", None, [2007]),
    ("/2009", "from an unknown date until 2009", None, "2009-12-31", [2009]),
    ("/2005-24", "from an unknown date until winter 2005", None, "2006-02-28", [2005, 2006]),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest", "years"), DATES)
def test_reads(text, words, earliest, latest, years):
    """A date says itself in words, knows its first and last day and its years, and keeps its spelling."""
    dated = parse(text)

    assert words == dated.words
    assert earliest == (dated.earliest and dated.earliest.isoformat())
    assert latest == (dated.latest and dated.latest.isoformat())
    assert years == list(dated.years)
    assert text == dated.edtf


PARTS = [
    # text, year, month, day, season, decade, uncertain, approximate
    ("2025-02-19", 2025, 2, 19, None, False, False, False),
    ("2025-02?", 2025, 2, None, None, False, True, False),
    ("2005-24~", 2005, None, None, 24, False, False, True),
    ("198X%", 1980, None, None, None, True, True, True),
]


@pytest.mark.parametrize(("text", "year", "month", "day", "season", "decade", "uncertain", "approximate"), PARTS)
def test_moment_parts(text, year, month, day, season, decade, uncertain, approximate):
    """A moment holds what was written and nothing finer."""
    moment = parse(text)

    assert isinstance(moment, Moment)
    assert (year, month, day, season) == (moment.year, moment.month, moment.day, moment.season)
    assert (decade, uncertain, approximate) == (moment.decade, moment.uncertain, moment.approximate)


ENDS = [
    ("2007/2009~", "known", "known"),
    ("2007/..", "known", "open"),
    ("2007/", "known", "unknown"),
    ("../2009~", "open", "known"),
    ("/2009~", "unknown", "known"),
]


@pytest.mark.parametrize(("text", "start_is", "end_is"), ENDS)
def test_period_ends(text, start_is, end_is):
    """A period tells an open end from an unknown one, and its known ends are moments."""
    period = parse(text)

    assert isinstance(period, Period)
    assert (start_is, end_is) == (period.start_is, period.end_is)
    assert (parse("2007") if start_is == "known" else None) == period.start
    assert (parse("2009~") if end_is == "known" else None) == period.end


@pytest.mark.parametrize("text", ["2025-02", "2025", "2025-02-19?", "2025-02-19~", "2025-02-19%", "2005-21", "198X", "2025-02-19/2025-02-19", "2025-02-19/.."])
def test_only_a_day_without_a_mark_is_exact(text):
    """Nothing but an unmarked day is exact."""
    assert parse("2025-02-19").is_exact
    assert not parse(text).is_exact


def test_sorts_by_first_day_then_wider_span_first():
    """What can begin earlier comes first; then the wider before the narrower; an open start stands where its end does."""
    expected = [
        "198X/..", "198X", "1980", "1980?", "1980~", "1980-01", "1980-01-01", "1981",
        "2005/..", "2005/2007", "../2005", "/2005", "2005", "2005-21", "2005-03", "2005-03-01", "2005-24", "2005-12", "2005-12-01",
        "2006/", "2006", "../2025-08", "2025-08", "2025-08-01",
    ]  # fmt: skip
    shuffled = random.Random(0).sample(expected, len(expected))

    assert expected == sorted(shuffled, key=lambda text: parse(text).sort_key)


def test_is_a_value():
    """Equal texts give equal, hashable dates that cannot be changed."""
    dated = parse("2007/2009")

    assert {parse("2007/2009")} == {dated}
    assert parse("2007/2009~") != dated
    with pytest.raises(dataclasses.FrozenInstanceError):
        dated.start = None


A_DATE = "expected a date such as 2025-02-19, 2025-02, 2025, 198X, 2005-21 (spring) or 2007/2009"
A_MONTH = "expected a month from 01 to 12, or a season from 21 to 24 without a day"
A_YEAR = "expected a year from 0001 to 9999"
AN_END = "expected an interval with at least one known end, as 2009/.. or ../2009 has"

REFUSED = [
    # Read, but not in the calendar.
    ("2021-02-31", "expected a day from 01 to 28 in February 2021", ""),
    ("2021-02-29", "expected a day from 01 to 28 in February 2021", ""),
    ("2021-02-31/..", "expected a day from 01 to 28 in February 2021", ""),
    ("../2021-06-31?", "expected a day from 01 to 30 in June 2021", ""),
    ("2021-13", A_MONTH, ""),
    ("2021-13-40", A_MONTH, ""),
    ("2005-20", A_MONTH, ""),
    ("2005-25", A_MONTH, ""),
    ("2005-21-05", A_MONTH, ""),
    ("0000", A_YEAR, ""),
    ("0000-01-15", A_YEAR, ""),
    ("000X", A_YEAR, ""),
    ("9999-24", A_YEAR, ""),
    # Intervals.
    ("2009/2007", "expected an interval that begins before it ends, as 2007/2009 does", ""),
    ("2005-24/2005-11", "expected an interval that begins before it ends, as 2005-11/2005-24 does", ""),
    ("2001/198X", "expected an interval that begins before it ends, as 198X/2001 does", ""),
    ("/", AN_END, ""),
    ("../..", AN_END, ""),
    ("../", AN_END, ""),
    ("/..", AN_END, ""),
    ("2007/2008/2009", A_DATE, ""),
    ("2007/09", A_DATE, "write 2007-09 for a month, 2007/2009 for years"),
    ("2007-2009", A_DATE, "an interval has a slash and no spaces: 2007/2009"),
    ("2007\u20132009", A_DATE, "an interval has a slash and no spaces: 2007/2009"),
    ("2007 / 2009", A_DATE, "an interval has a slash and no spaces: 2007/2009"),
    ("2009/present", A_DATE, "write 2009/.. for an open end, 2009/ for an unknown one"),
    ("since Feb 2012", A_DATE, "write 2012-02/.."),
    ("until 2012", A_DATE, "write ../2012"),
    ("1980s/1990s", A_DATE, "write 198X for the 1980s; write 199X for the 1990s"),
    ("../Aug 2025", A_DATE, "write 2025-08"),
    # Another order, or words.
    ("31.02.2021", A_DATE, "as 2021-02-31 it would need a day from 01 to 28 in February 2021"),
    ("28.02.2021", A_DATE, "write 2021-02-28"),
    ("03.04.2025", A_DATE, "write 2025-04-03"),
    ("19/02/2025", A_DATE, "write 2025-02-19"),
    ("02/19/2025", A_DATE, "write 2025-02-19"),
    ("03/04/2025", A_DATE, "write 2025-04-03 or 2025-03-04"),
    ("2025/02/19", A_DATE, "write 2025-02-19"),
    ("2025-2-9", A_DATE, "write 2025-02-09"),
    ("2025-2~", A_DATE, "write 2025-02~"),
    ("20250219", A_DATE, "write 2025-02-19"),
    ("Feb 2025", A_DATE, "write 2025-02"),
    ("19th of February, 2025", A_DATE, "write 2025-02-19"),
    ("spring of 2005", A_DATE, "write 2005-21"),
    ("late 2024", A_DATE, "write 2024 and put the words into date_words"),
    ("late Feb 2025", A_DATE, "write 2025-02 and put the words into date_words"),
    ("late, c. 2024", A_DATE, "write 2024~ and put the words into date_words"),
    ("about 2009", A_DATE, "write 2009~"),
    ("c. 2009?", A_DATE, "write 2009%"),
    ("~2009", A_DATE, "write 2009~"),
    ("2009?~", A_DATE, "write 2009%"),
    ("1980s", A_DATE, "write 198X for the 1980s"),
    ("the late 1980s", A_DATE, "write 198X for the 1980s"),
    ("198x", A_DATE, "write 198X for the 1980s"),
    # More, or less, than is known.
    ("2024-00-00", A_DATE, "leave out what is not known: 2024"),
    ("2024-05-00", A_DATE, "leave out what is not known: 2024-05"),
    ("2024-XX", A_DATE, "leave out what is not known: 2024"),
    ("", A_DATE, "leave the field out where no date is known"),
    ("85", A_DATE, "begin with the year, in four digits"),
    ("19.2.25", A_DATE, "begin with the year, in four digits"),
    (" 2025", A_DATE, "write 2025"),
    ("2025\n", A_DATE, "write 2025"),
    # Not plain: no guess.
    ("..", A_DATE, ""),
    ("unknown", A_DATE, ""),
    ("Christmas 2024", A_DATE, ""),
    ("March-April 2025", A_DATE, ""),
    ("1.2.3.2025", A_DATE, ""),
    ("-0044", A_DATE, ""),
    ("2025-W08", A_DATE, ""),
    ("2025-050", A_DATE, ""),
    ("20XX", A_DATE, ""),
    ("٢٠٢٥", A_DATE, ""),
]


@pytest.mark.parametrize(("text", "expected", "advice"), REFUSED)
def test_refuses(text, expected, advice):
    """What is no date is refused with what was expected, what was found and, if it is plain, the way out."""
    with pytest.raises(DateProblem) as refusal:
        parse(text)

    assert f"{expected}, found {text!r}" + (f": {advice}" if advice else "") == str(refusal.value)


@pytest.mark.parametrize("advice", sorted({advice for _, _, advice in REFUSED if "write " in advice or ": " in advice}))
def test_advice_is_itself_a_date(advice):
    """Whatever an editor is told to write is accepted."""
    advised = re.findall(r"(?:write|or|,|:) ([0-9.][^ ,;]+)", advice)

    assert advised
    assert advised == [parse(text).edtf for text in advised]


@pytest.mark.parametrize("text", ["x" * 1_000_000, "2009" + " " * 1_000_000, "9" * 1_000_000, "1 " * 500_000], ids=["x", "spaces", "digits", "pairs"])
def test_refuses_a_very_long_text_briefly(text):
    """A text of any length is refused in one short line."""
    with pytest.raises(DateProblem) as refusal:
        parse(text)

    assert len(str(refusal.value)) < 250
    assert "\n" not in str(refusal.value)


# The oracle, on a grid of texts good and bad.

ENDS_OF_ALL_KINDS = ["", "..", "198X", "1999~", "2004-02-29?", "2005", "2005-03%", "2005-21", "2005-22?", "2005-23", "2005-24", "2006-01", "2006-02-28"]
MOMENTS = ["2000", "2021", "198X", "2005-02-28", "2004-02-29", "2005-12-31", *(f"2005-{code:02}" for code in (*range(1, 13), *range(21, 25)))]
GRID = [
    *(moment + mark for moment, mark in product(MOMENTS, ["", "?", "~", "%"])),
    *map("/".join, product(ENDS_OF_ALL_KINDS, repeat=2)),
    *(f"2020-{month:02}" for month in range(43)),
    *(f"{year}-{month:02}-{day:02}" for year, month, day in product((2020, 2021), range(14), (0, 1, 28, 29, 30, 31, 32))),
    *("0000", "000X", "19XX", "2024-XX", "198X-02", "2025-21-01", "-0044", "85", "2025-2-9", "19/02/2025", "2025/2", "Feb 2025", "1980s", "2025??", "?2025", "2025 "),
]

ONLY_OURS = {
    r"2005-2[1-4][?~%]": "it takes a marked season inside an interval, but not alone",
    r"198X/(|\.\.|.*[?~%])|(|\.\.)/198X": "it takes a decade in an interval, but not beside an open, unknown or marked end",
}
ONLY_THEIRS = {
    r"2021-02-29": "it knows no leap years",
    r"\.\./\.\.": "it takes an interval without any known end, which says nothing",
    r"2020-(2[5-9]|3[0-9]|4[01])": "quarters, halves and the hemispheres' seasons are not in our subset",
    r"0000|000X|-0044": "years before 0001 are not in our subset",
    r"19XX|2024-XX|198X-02": "unspecified digits other than a decade's are not in our subset",
    r"\?2025": "marks before a part (level 2) are not in our subset",
    r"2025 ": "it strips spaces; we keep one spelling a date",
}
"""Texts that one of the two reads and the other refuses, and why."""


def ours(text):
    """Return the first and the last day that we read, or nothing if we refuse."""
    try:
        dated = parse(text)
    except DateProblem:
        return None
    return tuple(day and day.isoformat() for day in (dated.earliest, dated.latest))


def theirs(text):
    """Return the first and the last day that the oracle reads, set right in three things, or nothing if it refuses."""
    try:
        read = edtf.parse_edtf(text)
    except (EDTFParseException, TypeError):  # the latter where it trips over two missing ends
        return None
    bounds = (read.lower_strict(), read.upper_strict())
    lower, upper = (None if isinstance(bound, float) else "{:04}-{:02}-{:02}".format(*bound[:3]) for bound in bounds)
    start, end = text.split("/") if "/" in text else (text, text)
    lower, upper = start and lower, end and upper  # an unknown end: it puts one ten years off, so that 2009/ ends in 2019
    if re.search("-24[?~%]?$", end):  # winter: it stops at 31 December, "for simplicity", as its source says
        assert upper[4:] == "-12-31"
        upper = f"{int(upper[:4]) + 1}-02-{monthrange(int(upper[:4]) + 1, 2)[1]}"
    if lower and upper and lower > upper:  # it takes an interval that ends before it begins
        return None
    return lower or None, upper or None


def test_agrees_with_the_oracle():
    """On a grid of texts we read and refuse what the `edtf` package does, with the same first and last day, but for what is listed above."""
    read = {text: (ours(text), theirs(text)) for text in GRID}

    assert not {text: spans for text, spans in read.items() if all(spans) and spans[0] != spans[1]}
    assert {text for text in read if re.fullmatch("|".join(ONLY_OURS), text)} == {text for text, (we, they) in read.items() if we and not they}
    assert {text for text in read if re.fullmatch("|".join(ONLY_THEIRS), text)} == {text for text, (we, they) in read.items() if they and not we}
    assert sum(all(spans) for spans in read.values()) > 250
