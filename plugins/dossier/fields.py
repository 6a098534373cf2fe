"""
The types of the fields that editors fill in: from the text that was typed to a typed value.

Each raises ``ValueError`` whose message says what was expected; what was found, and where, is added by the parser.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from . import dates
from .figures import EXPECTED, MANY, Amount, parse_amount
from .languages import CODE, Language, parse_language
from .problems import did_you_mean, shown
from .vocabulary import Predicate

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80

_REACHED_AT = re.compile(r"\S*@\S*|\S*://\S*|\bwww\.\S*|\+?\(?\d[\d ()/.-]{4,}\d")
"""What an address or a telephone number looks like."""

_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--)>?")


class FieldProblem(ValueError):
    """
    A value that is wrong in one part of it: the message, and the part as it was typed.
    """

    def __init__(self, message: str, find: str) -> None:
        self.find = find
        super().__init__(message)


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        msg = f"expected an id of lower-case letters, digits and single hyphens, found {shown(text)}{_meant_by(text)}"
        raise FieldProblem(msg, find=text)
    if len(text) > MAX_ID:
        msg = f"expected an id of at most {MAX_ID} characters, found {len(text)}"
        raise ValueError(msg)
    return text


def _meant_by(text: str) -> str:
    if "," in text:
        return ": write several as [one, two]"
    bare = text.strip("\"'“”„‘’«»")
    if bare != text:
        return ": take the quotation marks out" + (f", and write {bare.lower()}" if not ID.fullmatch(bare) and ID.fullmatch(bare.lower()) else "")
    likely = re.sub(r"[\s_]+", "-", text.lower())
    return f": write {likely}, if that is its id" if ID.fullmatch(likely) else ": write its id, which is its file's name, or a fact's key"


def _text(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        msg = "expected text"
        raise ValueError(msg)
    if tag := _TAG.search(text) or _entity(text):
        msg = f"expected plain text, found the HTML '{tag[0][:20]}': take it out, or type the character itself"
        raise FieldProblem(msg, find=tag[0])
    return text


def _entity(text: str) -> re.Match[str] | None:
    return next((found for found in re.finditer(r"&(?:#\d+|#[xX][0-9a-fA-F]+|(\w+));", text) if not found[1] or f"{found[1]};" in html5), None)


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\^`{|}]+\.[^\s<>\"'\\^`{|}]+", text):
        msg = "expected a web address that begins with https:// or http:// and has neither spaces nor quotation marks"
        raise ValueError(msg)
    return text


def _day(text: str) -> datetime.date:
    if (parsed := dates.parse(text)).is_exact:
        return parsed.earliest
    msg = "expected a day, written 2026-11-22"
    raise ValueError(msg)


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
    """How they are tied."""

    object: str
    """An entity's id."""

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object}"


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """
    Some paragraphs of a source.
    """

    words: str
    """As typed: ``3 9-18``."""

    numbers: tuple[int, ...]
    """Every one of them, in order."""


@lru_cache(maxsize=100_000)
def parse_place(text: str) -> Place:
    """
    Read ``gazette-report 3``, or ``gazette-report`` alone for a source as a whole.
    """
    found = re.fullmatch(rf"({ID.pattern})(?:\s+([1-9]\d{{0,5}}))?", text.strip())
    if not found:
        msg = "expected a source's id, a space and a number from 1, such as 'gazette-report 3'"
        raise ValueError(msg)
    return Place(found[1], int(found[2]) if found[2] else None)


def parse_relation(text: str) -> Relation:
    """
    Read ``ada-brolly headed umbrella-bureau``.
    """
    parts = text.split()
    if len(parts) != 3:
        msg = "expected three words, 'subject predicate object', such as 'ada-brolly headed umbrella-bureau'"
        raise ValueError(msg)
    subject, predicate, object_ = parts
    if predicate not in Predicate._value2member_map_:
        msg = f"expected a predicate, one of {', '.join(Predicate)}, found {shown(predicate)}{did_you_mean(predicate, Predicate)}"
        raise FieldProblem(msg, find=predicate)
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
            msg = "expected paragraphs from 1 in rising order, separated by spaces, such as '3 9-18'"
            raise ValueError(msg)
        numbers.extend(range(first, last + 1))
    if not numbers:
        msg = "expected paragraphs, such as '3 9-18'"
        raise ValueError(msg)
    return Paragraphs(" ".join(text.split()), tuple(numbers))


def _words(text: str) -> str:
    text = _text(text)
    number = len(text.split())
    if not 2 <= number <= 6:
        advice = "add the words beside it" if number == 1 else "keep those that carry the fact"
        msg = f"expected two to six words of the paragraph, found {number}: {advice}"
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
    return {"amount": value} if isinstance(value, str) and value.strip() else value


def as_places(value: Any) -> Any:
    """
    Let an editor cite whole sources by their ids alone, where the dossier demands no words.
    """
    if not value:
        msg = "expected at least one citation, such as 'gazette-report 3: two to six of its words', found none"
        raise ValueError(msg)
    places = as_list(value) if isinstance(value, str) else value
    keys = [" ".join(key.split()) for key in places if isinstance(key, str)]
    for number, key in enumerate(keys):
        if key in keys[:number]:
            msg = f"expected each place once, found {shown(key)} again: give one of the two another paragraph, or merge them"
            raise FieldProblem(msg, find=list(places)[number])
    return value if isinstance(value, dict) or len(keys) < len(places) else dict.fromkeys(keys)


def _means(text: str) -> str:
    text = _text(text)
    if found := _REACHED_AT.search(text):
        msg = f"expected the means in words, such as 'by e-mail', found {shown(found[0])}: take the address or number out, for it would be published"
        raise FieldProblem(msg, find=found[0])
    return text


def _read(parse: Callable[[str], Any]) -> PlainValidator:
    def validate(value: Any) -> Any:
        if isinstance(value, str):
            return parse(value)
        msg = "expected text"
        raise ValueError(msg)

    return PlainValidator(validate)


# What an editor's program is told of each type, in JSON Schema. It reads unquoted numbers as numbers, so these pass beside text.
# Each pattern lets through whatever the type reads, and stops the common slips; the type itself is the judge.
_ID = rf"{ID.pattern}"
_PLACE = rf"{_ID}(\s+[1-9]\d{{0,5}})?"
_RANGE = r"[1-9]\d{0,5}(-[1-9]\d{0,5})?"
_MOMENT = r"(\d{3}X|\d{4}(-(2[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?)[?~%]?"
_URL = r"""[^\s<>"'\\^`{|}]+"""
_MANY = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in MANY)


def _typed(pattern: str, expected: str, *examples: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "patternErrorMessage": f"expected {expected}", **({"examples": list(examples)} if examples else {}), **more})


Id = Annotated[str, AfterValidator(_id), _typed(f"^{_ID}$", "an id of lower-case letters, digits and single hyphens", type=["string", "integer"], maxLength=MAX_ID)]
Text = Annotated[str, AfterValidator(_text), _typed(r"^(?![\s\S]*FILL IN)(?![\s\S]*<(/?[A-Za-z]|!--))[\s\S]*\S", "your words in place of FILL IN, as plain text without HTML", type=["string", "number"])]
Url = Annotated[str, AfterValidator(_url), _typed(rf"^https?://{_URL}\.{_URL}$", "a web address that begins with https:// or http://", "https://example.org/")]
MeansText = Annotated[str, AfterValidator(_means), _typed(r"^[^@]*\S[^@]*$", "the means in words, such as 'by e-mail'", "by e-mail", "by a letter to its press office")]
CitedWords = Annotated[str, AfterValidator(_words), _typed(r"^\s*\S+(\s+\S+){1,5}\s*$", "two to six words of the paragraph")]
LanguageCode = Annotated[Language, _read(parse_language), _typed(f"^{CODE.pattern}$", "a language's code, such as en, pt-BR or ru-Latn", "en", "pt-BR", "ru-Latn")]
Day = Annotated[datetime.date, _read(_day), _typed(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", "a day, written 2026-11-22", "2026-11-22")]
EdtfDate = Annotated[
    dates.Date,
    _read(dates.parse),
    _typed(
        rf"^({_MOMENT}(/({_MOMENT}|\.\.)?)?|(\.\.)?/{_MOMENT})$",
        "a date such as 2025-02-19, 2025-02, 2025, 198X, 2005-21 (spring) or 2007/2009",
        *("2025-02-19", "2025-02", "2025", "198X", "2005-21", "2009~", "2007/2009", "2021/..", "../2025-08"),
        type=["string", "integer"],
        minimum=100,
        maximum=9999,
    ),
]
PlaceKey = Annotated[Place, _read(parse_place), _typed(rf"^\s*{_PLACE}\s*$", "a source's id, a space and a number from 1, such as 'gazette-report 3'", "gazette-report 3", type=["string", "integer"])]
RelationText = Annotated[
    Relation,
    _read(parse_relation),
    _typed(rf"^\s*{_ID}\s+({'|'.join(Predicate)})\s+{_ID}\s*$", "three words, 'subject predicate object', such as 'ada-brolly headed umbrella-bureau'", "ada-brolly headed umbrella-bureau"),
]
ParagraphsText = Annotated[Paragraphs, _read(parse_paragraphs), _typed(rf"^\s*{_RANGE}(\s+{_RANGE})*\s*$", "paragraphs in rising order, such as '3 9-18'", "3 9-18", type=["string", "integer"], minimum=1)]
AmountText = Annotated[
    Amount,
    _read(parse_amount),
    _typed(rf"\d|^({_MANY})", EXPECTED, "more than 100 million USD", "136 journalists", "8 to 15 percent a year", "hundreds of files", type=["string", "number"]),
]
OneOrMore = BeforeValidator(as_list)
