"""
The types of the fields that editors fill in: from the text that was typed to a typed value.

Each raises ``ValueError`` whose message says what was expected; what was found, and where, is added by the parser.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from . import dates
from .figures import parse_amount
from .vocabulary import Bound, Predicate

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Marks that make text read otherwise than it is stored: overrides of direction, and spaces of no width.
_INVISIBLE = re.compile("[\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--)>?")


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        msg = "expected an id of lower-case letters, digits and single hyphens, such as 'igor-maslov'"
        raise ValueError(msg)
    if len(text) > 80:
        msg = "expected an id of at most 80 characters"
        raise ValueError(msg)
    return text


def _text(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        msg = "expected text"
        raise ValueError(msg)
    if hidden := _INVISIBLE.search(text):
        msg = f"expected visible text without the invisible character U+{ord(hidden[0]):04X}: type the text again"
        raise ValueError(msg)
    if tag := _TAG.search(text):
        msg = f"expected plain text without HTML ('{tag[0][:20]}'): take the tag out"
        raise ValueError(msg)
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\^`{|}]+\.[^\s<>\"'\\^`{|}]+", text):
        msg = "expected a web address that begins with https:// or http://"
        raise ValueError(msg)
    return text


def _day(text: Any) -> datetime.date:
    if isinstance(text, str) and (parsed := dates.parse(text)).is_exact:
        return parsed.earliest
    msg = "expected a day, written 2026-11-22"
    raise ValueError(msg)


def _date(text: Any) -> dates.Date:
    if not isinstance(text, str):
        msg = "expected a date, written 2025-02-19, 2025-02, 2025 or 2005-21"
        raise ValueError(msg)
    return dates.parse(text)


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place in a source.
    """

    source: str
    """The source's id."""

    locator: int | None
    """The paragraph or page, counted from 1; ``None`` for the source as a whole."""

    def __str__(self) -> str:
        return self.source if self.locator is None else f"{self.source} {self.locator}"


@dataclass(frozen=True, slots=True)
class Relation:
    """
    Two records and how they are tied.
    """

    subject: str
    """An entity's id."""

    predicate: Predicate

    object: str
    """An entity's id."""


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number with its bound and unit.
    """

    words: str
    """As typed."""

    bound: Bound

    low: Decimal
    """In single units: 100 million is 100000000."""

    high: Decimal | None
    """The upper end of a range; otherwise ``None``."""

    unit: str
    """``USD``, ``percent a year``, ``files``; ``""`` where none is given."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """
    Some paragraphs of a source.
    """

    words: str
    """As typed: ``3 9-18``."""

    numbers: tuple[int, ...]
    """Every one of them, in order."""


def parse_place(text: str) -> Place:
    """
    Read ``trend-feature 41``, or ``trend-feature`` alone for a source as a whole.
    """
    if isinstance(text, Place):
        return text
    found = re.fullmatch(rf"({ID.pattern})(?:\s+(?:¶\s*)?([1-9]\d{{0,5}}))?", text.strip())
    if not found:
        msg = "expected a source's id and a number, such as 'trend-feature 41'"
        raise ValueError(msg)
    return Place(found[1], int(found[2]) if found[2] else None)


def parse_relation(text: str) -> Relation:
    """
    Read ``nikolai-tsvetkov headed interregional-office``.
    """
    parts = text.split()
    if len(parts) != 3:
        msg = "expected three words, 'subject predicate object', such as 'igor-maslov headed moldova-desk'"
        raise ValueError(msg)
    subject, predicate, object_ = parts
    if predicate not in Predicate._value2member_map_:
        from .problems import did_you_mean

        msg = f"expected a predicate, one of {', '.join(Predicate)}{did_you_mean(predicate, Predicate)}"
        raise ValueError(msg)
    return Relation(_id(subject), Predicate(predicate), _id(object_))


def parse_paragraphs(text: str) -> Paragraphs:
    """
    Read ``3 9-18``: numbers and ranges, rising, separated by spaces.
    """
    numbers: list[int] = []
    for part in text.split():
        found = re.fullmatch(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?", part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not found or last < first or last - first > 10_000 or (numbers and first <= numbers[-1]):
            msg = "expected paragraphs in rising order, such as '3 9-18'"
            raise ValueError(msg)
        numbers.extend(range(first, last + 1))
    if not numbers:
        msg = "expected paragraphs, such as '3 9-18'"
        raise ValueError(msg)
    return Paragraphs(" ".join(text.split()), tuple(numbers))


def _amount(text: Any) -> Amount:
    if not isinstance(text, str):
        msg = "expected a number with its unit, such as 'more than 100 million USD'"
        raise ValueError(msg)
    bound, low, high, unit = parse_amount(text)
    return Amount(" ".join(text.split()), bound, low, high, unit)


def _words(text: str) -> str:
    text = _text(text)
    number = len(text.split())
    if not 2 <= number <= 6:
        msg = f"expected two to six words of the paragraph, not {number}"
        raise ValueError(msg)
    return text


def as_list(value: Any) -> Any:
    """
    Let an editor write one item without the list around it.
    """
    return [value] if isinstance(value, str | dict) else value


def as_figure(value: Any) -> Any:
    """
    Let an editor write a figure as its amount alone.
    """
    return {"amount": value} if isinstance(value, str) else value


def as_places(value: Any) -> Any:
    """
    Let an editor cite whole sources by their ids alone, where the dossier demands no words.
    """
    if isinstance(value, dict) and value:
        keys = [" ".join(key.split()) for key in value]
        if len(set(keys)) < len(keys):
            msg = "expected each place once: give one of the two another paragraph, or merge them"
            raise ValueError(msg)
        return value
    if not value:
        msg = "expected at least one citation, such as 'trend-feature 41: two to six of its words'"
        raise ValueError(msg)
    listed = as_list(value)
    return dict.fromkeys(listed) if isinstance(listed, list) and all(isinstance(item, str) for item in listed) else value


def _typed(parse: Any, schema: dict[str, Any]) -> Any:
    return [PlainValidator(parse), WithJsonSchema(schema)]


Id = Annotated[str, AfterValidator(_id)]
Text = Annotated[str, AfterValidator(_text)]
Url = Annotated[str, AfterValidator(_url)]
CitedWords = Annotated[str, AfterValidator(_words)]
Day = Annotated[datetime.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
EdtfDate = Annotated[dates.Date, PlainValidator(_date), WithJsonSchema({"type": "string", "description": "EDTF"})]
PlaceKey = Annotated[Place, PlainValidator(parse_place), WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9-]+( \d+)?$"})]
RelationText = Annotated[Relation, PlainValidator(parse_relation), WithJsonSchema({"type": "string"})]
ParagraphsText = Annotated[Paragraphs, PlainValidator(parse_paragraphs), WithJsonSchema({"type": "string"})]
AmountText = Annotated[Amount, PlainValidator(_amount), WithJsonSchema({"type": "string"})]
OneOrMore = BeforeValidator(as_list)
