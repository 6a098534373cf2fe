"""
Facts, with their figures.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from ..fields import AmountText, CitedWords, Day, EdtfDate, Id, OneOrMore, PlaceKey, RelationText, Text, as_figure, as_places
from ..vocabulary import Kind, Voice
from .base import Record
from .changes import Changes, Withdrawal


class Figure(Record):
    """
    A number that a fact states.
    """

    amount: AmountText
    """The number with its bound and unit, in words: ``more than 100 million USD``."""

    for_: Id | None = Field(default=None, alias="for")
    """The record that the money or thing was for."""

    purpose: Text | None = None
    """What it was for."""


class Fact(Record):
    """
    One statement in our own words, with who says so and where.
    """

    main: ClassVar[str] = "text"

    id: Id
    """Its key in the file: what the fact says, in two to six words joined by hyphens."""

    text: Text
    """One sentence that can be read alone. ``[[id]]`` and ``[[id|words]]`` link to records."""

    kind: Kind
    """What sort of statement it is."""

    voice: Voice
    """Whose word it is."""

    who: Text | None = None
    """Who says so: words that stand in the text, or the id of a record that the text links. Mandatory but for ``reporting``."""

    cite: Annotated[dict[PlaceKey, CitedWords | None], BeforeValidator(as_places)]
    """Each place that says so, with the two to six words of it that carry the fact."""

    added: Day
    """The day it was written."""

    date: EdtfDate | None = None
    """When what it tells happened, never more exact than the source (EDTF)."""

    date_words: Text | None = None
    """What the source says of the date, where the date alone says less: ``late 2024``."""

    inferred: dict[Text, Text] = {}
    """Each year or number that no cited paragraph holds, with why we take it to be so."""

    figure: Annotated[tuple[Annotated[Figure, BeforeValidator(as_figure)], ...], OneOrMore] = ()
    """The numbers that it states."""

    relation: Annotated[tuple[RelationText, ...], OneOrMore] = ()
    """The records that it ties, ``subject predicate object``; lasting as long as the date."""

    about: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Records that it is about and that neither text, ``who`` nor relation names."""

    against: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Whom it accuses, which makes it an allegation."""

    answers: Annotated[tuple[Id, ...], OneOrMore] = ()
    """The facts that it denies or answers, which makes it a reply."""

    note: Text | None = None
    """An editor's note that readers see beside it."""

    public: dict[Text, Text] = {}
    """Words of it that look like what belongs to a person alone, an address or a number, each with why they may be printed, for readers."""

    changed: Changes = ()
    """Its corrections, oldest first."""

    withdrawn: Withdrawal | None = None
    """Set instead of deleting it."""

    kept: dict[Id, Text] = {}
    """What was withdrawn and it stood on, a source that it cites or a fact that it answers; each with why it is kept, for readers."""
