"""
Who was asked for a reply, and what came of it.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..fields import Day, Id, MeansText, OneOrMore, Text
from .base import Record
from .changes import Changes


class Answer(Record):
    """
    What came of a request: an answer, or the words that there will be none.
    """

    on: Day
    """The day on which it came."""

    text: Text | None = None
    """What it says, in our own words. ``[[id]]`` and ``[[id|words]]`` link to records."""

    facts: Annotated[tuple[Id, ...], OneOrMore] = ()
    """The facts that state it, each of which answers one of those asked about."""


class Request(Record):
    """
    A request for a reply to what is said against somebody.
    """

    folder: ClassVar[str] = "requests"
    """The folder in the dossier, and where they stand on the site."""

    main: ClassVar[str] = "how"

    id: Id
    """The file's stem, and the permalink."""

    asked: Id
    """Who was asked."""

    about: Annotated[tuple[Id, ...], Field(min_length=1), OneOrMore]
    """The allegations that they were asked about, each of which is against them."""

    on: Day
    """The day on which they were asked."""

    how: MeansText
    """By what means, in words: ``by e-mail``. Never an address or a number."""

    until: Day | None = None
    """The day by which an answer was asked for."""

    answer: Answer | None = None
    """What they answered."""

    declined: Answer | None = None
    """Set instead, if they declined to answer; its text says in what words, if there were any."""

    public: dict[Text, Text] = {}
    """Words of it that look like what belongs to a person alone, an address or a number, each with why they may be printed."""

    changed: Changes = ()
    """Its corrections, oldest first."""
