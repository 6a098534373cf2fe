"""
Dates as sources give them: a declared subset of EDTF (ISO 8601-2), never more exact than it was written.

Day ``2025-02-19``, month ``2025-02``, year ``2025``, decade ``198X``, season ``2005-21`` (spring; 22 summer, 23 autumn, 24 winter).
A mark may follow: ``?`` uncertain, ``~`` approximate, ``%`` both; it changes the words, not the span, for nobody said how far "about" reaches.
Intervals ``2007/2009``, with ``..`` for an open end and nothing for an unknown one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

WORDS = {
    "months": "January February March April May June July August September October November December",
    "seasons": "spring summer autumn winter",
    "date": "{day} {name} {year}",
    "decade": "the {year}s",
    "approximate": "about {}",
    "uncertain": "{} (uncertain)",
    "known to known": "{start} to {end}",
    "known to open": "since {start}",
    "known to unknown": "from {start}, end unknown",
    "open to known": "until {end}",
    "unknown to known": "from an unknown date until {end}",
}
"""Every word that a reader sees, in English; another language is another such table."""

_NAMES = dict(enumerate(WORDS["months"].split(), 1)) | dict(enumerate(WORDS["seasons"].split(), 21))
_MOMENT = re.compile(r"(?:([0-9]{3})X|([0-9]{4})(?:-(2[1-4])|-(?!00)([0-9]{2})(?:-(?!00)([0-9]{2}))?)?)([?~%]?)")
_MISSING = {"..": "open", "": "unknown"}

_ADVICE = (
    (r"\s*", "leave the field out where no date is known"),
    (r"([0-9]{4}(?:-(?!00)[0-9]{2})?)(?:-(?:00|XX))+", r"leave out what is not known: \1"),
    (r"(?:.*\s)?([0-9]{3})(?:0['\u2019]?s|x)", r"write \1X for the \g<1>0s"),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", r"write \1-\2-\3"),
    (r"([0-9]{4})(?:\s*[-\u2013\u2014]\s*|\s+/\s*|/\s+)([0-9]{4})", r"an interval has a slash and no spaces: \1/\2"),
    (r"([0-9]{4})[/\u2013\u2014]([0-9]{1,2})", "write 2007-09 for a month, 2007/2009 for years"),
    (r"([0-9]{4}.*)/(?:open|present|now|today|unknown)", r"write \1/.. for an open end, \1/ for an unknown one"),
    (r"(?!.*[0-9]{4})(?=.*[0-9])[0-9./ -]+", "begin with the year, in four digits"),
)
"""What editors write instead and what to tell them, the first that fits; then ``_advice`` looks for parts in another order."""

_CODES = {name[:size].lower(): f"{code:02}" for code, name in _NAMES.items() for size in range(3, 10)}
_FRAMES = dict.fromkeys(("the", "of", "in", "on", "st", "nd", "rd", "th"), "{}") | {"since": "{}/..", "until": "../{}"}
_FRAMES |= dict.fromkeys(("about", "circa", "ca", "c"), "{}~") | dict.fromkeys(("early", "mid", "late"), "{} and put the words into date_words")


class DateProblem(ValueError):
    """
    A text that is no date: what was expected, what was found and, where it is plain, the way out.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    edtf: str
    """The text that was parsed: each date has one spelling."""
    words: str
    """What a reader is told: ``spring 2005``, ``about 2009 (uncertain)``, ``since 2012``."""
    earliest: date | None
    """The first day that it can mean, marks aside; ``None`` where an interval has no such end."""

    latest: date | None
    """The last day that it can mean, in the same way."""
    years: range
    """Every year that it touches: a decade's ten, a winter's two; a missing end adds none."""
    sort_key: tuple[int, int, str]
    """First day (without a start: of the end), then the wider span before the narrower (widest: without an end), then the text, so that none tie."""
    is_exact: bool
    """Whether it is a day without a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(_Dated):
    """
    One day, month, season, year or decade (``year`` is then its first), and how sure its source is.

    Seasons are northern and meteorological, whole months from March on: EDTF gives its codes no months and calls them "independent of location", and an equinox would be too exact.
    Winter begins in December of the year written and ends with the next February: EDTF leaves that open too, but so read its codes 21 to 24 stand in the order of time.
    """

    earliest: date
    latest: date
    year: int
    """The year; a decade's first."""

    month: int | None
    """If it is a month or a day."""

    day: int | None
    """If it is a day."""

    season: int | None
    """21 spring, 22 summer, 23 autumn, 24 winter."""

    decade: bool
    """Whether all that is known is the decade."""

    uncertain: bool
    """Marked ``?`` or ``%``."""

    approximate: bool
    """Marked ``~`` or ``%``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(_Dated):
    """
    From one moment to another; either of them, not both, may be missing: open or unknown.
    """

    start: Moment | None
    """Where it begins, if that is known."""

    end: Moment | None
    """Where it ends, if that is known."""

    start_is: str
    """``known``, ``open`` or ``unknown``."""

    end_is: str
    """``known``, ``open`` or ``unknown``."""


Date = Moment | Period


@lru_cache(maxsize=100_000)
def parse(text: str) -> Date:
    """
    Return the date that the text stands for, or raise `DateProblem`.
    """
    try:
        return _period(text) if "/" in text else _moment(text)
    except DateProblem as problem:
        parts = [part for part in text.split("/") if part not in _MISSING or part == text]
        whole = "" if len(parts) <= text.count("/") else _advice(text)
        advice = whole or "; ".join(filter(None, map(_advice, parts)))
        msg = f"expected {problem}, found {text[:60]!r}" + (advice and f": {advice}")
        raise DateProblem(msg) from None


def _period(text: str) -> Period:
    ends = text.split("/", 1)
    start, end = (None if part in _MISSING else _moment(part) for part in ends)
    start_is, end_is = (_MISSING.get(part, "known") for part in ends)
    first, last = start or end, end or start
    if not first or not last:
        msg = "an interval with at least one known end, as 2009/.. or ../2009 has"
        raise DateProblem(msg)
    if first.earliest > last.latest:
        msg = f"an interval that begins before it ends, as {last.edtf}/{first.edtf} does"
        raise DateProblem(msg)
    return Period(
        edtf=text, start=start, end=end, start_is=start_is, end_is=end_is, is_exact=False,
        words=WORDS[f"{start_is} to {end_is}"].format(start=first.words, end=last.words),
        earliest=start.earliest if start else None,
        latest=end.latest if end else None,
        years=range(first.years.start, last.years.stop),
        sort_key=(first.sort_key[0], end.sort_key[1] if end else -date.max.toordinal(), text),
    )  # fmt: skip


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if not match:
        msg = "a date such as 2025-02-19, 2025-02, 2025, 198X, 2005-21 (spring) or 2007/2009"
        raise DateProblem(msg)
    decade, *parts, mark = match.groups()
    year, season, month, day = (int(part or 0) for part in parts)
    year = 10 * int(decade) if decade else year
    first, months = (month, 1) if month else (3 * season - 60, 3) if season else (1, 120 if decade else 12)
    last_year, before = divmod(12 * year + first + months - 2, 12)  # counted in months, so that a winter ends in the next year
    try:
        earliest = date(year, first, day or 1)
        latest = date(last_year, before + 1, day or monthrange(last_year, before + 1)[1])
    except ValueError:
        msg = "a month from 01 to 12, or a season from 21 to 24 without a day" if month > 12 else "a year from 0001 to 9999"
        if year and day and month <= 12:
            msg = f"a day from 01 to {monthrange(year, month)[1]} in {_NAMES[month]} {year}"
        raise DateProblem(msg) from None
    uncertain, approximate = mark in ("?", "%"), mark in ("~", "%")
    words = WORDS["decade" if decade else "date"].format(day=day or "", name=_NAMES.get(season or month, ""), year=year).strip()
    words = WORDS["approximate"].format(words) if approximate else words
    return Moment(
        edtf=text, earliest=earliest, latest=latest, years=range(year, last_year + 1), is_exact=bool(day and not mark),
        words=WORDS["uncertain"].format(words) if uncertain else words,
        sort_key=(earliest.toordinal(), -latest.toordinal(), text),
        year=year, month=month or None, day=day or None, season=season or None,
        decade=bool(decade), uncertain=uncertain, approximate=approximate,
    )  # fmt: skip


def _advice(text: str) -> str:
    for pattern, advice in _ADVICE:
        if match := re.fullmatch(pattern, text):
            return match.expand(advice)
    words, numbers = re.findall(r"[^\W\d_]+", text.lower()), re.findall("[0-9]+", text)
    names, frames = [_CODES[word] for word in words if word in _CODES], [_FRAMES.get(word, "") for word in words if word not in _CODES]
    years, rest = [n for n in numbers if len(n) == 4], [n.zfill(2) for n in numbers if len(n) < 3]
    plain = "" not in frames and len(years) == 1 and len(rest) == len(numbers) - 1 and len(names) < 2 and len(names + rest) < 3
    if not plain or text[0] == "-" or _MOMENT.fullmatch(text):
        return ""
    orders = [names + rest] if names or text.startswith(years[0]) else [rest[::-1], rest][: 1 if "." in text else 2]
    mark = "".join(dict.fromkeys(re.findall("[?~%]", text)))
    good, needed = {}, ""
    for order in orders:
        candidate = "-".join(years + order) + ("%" if len(mark) > 1 else mark)
        try:
            good[_moment(candidate).edtf] = ""
        except DateProblem as problem:
            needed = needed or f"as {candidate} it would need {problem}"
    advice = " or ".join(good)
    for frame in sorted(frames, key=len):
        advice = frame.format(advice)
    return f"write {advice}".replace("?~", "%") if good else needed
