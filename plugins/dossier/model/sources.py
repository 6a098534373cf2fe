"""
Documents, and what they rest on.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..fields import EdtfDate, Id, LanguageCode, OneOrMore, ParagraphsText, Text, Url
from ..languages import Language
from ..vocabulary import Character, How, NothingCheckable
from .base import Record
from .changes import Changes, Withdrawal


class Lineage(Record):
    """
    What some paragraphs of a source rest on.
    """

    source: Id
    """The source that they rest on."""

    paragraphs: ParagraphsText | None = None
    """Which paragraphs: ``3 9-18``. All of them, where none are named."""

    how: How
    """Whether the source says so, or we conclude it."""

    why: Text
    """How we know, for readers."""

    through: Id | None = None
    """The source in between, where the paragraphs retell one that retells the origin."""


class Attribution(Record):
    """
    Who an unsigned source may be by, which is our conclusion and stays in the source's record.
    """

    name: Text
    """The person."""

    basis: Text
    """What the conclusion rests on, for readers."""

    url: Url | None = None
    """A page that shows it."""


class Source(Record):
    """
    A document: one that is held, or one that is known only through others.
    """

    folder: ClassVar[str] = "sources"
    """The folder in the dossier, and where they stand on the site."""

    main: ClassVar[str] = "title"

    id: Id
    """The file's stem, and the permalink."""

    title: Text
    """The document's own title, or a description where it has none; the note says which."""

    short: Text | None = None
    """What citations call it; the publisher's name, where nothing is given."""

    language: LanguageCode | None = None
    """The language that it is written in, where that is not the dossier's (BCP 47): that of its title, and of the words and spellings cited from it."""

    title_language: LanguageCode | None = None
    """The language of the title, where that is another: a description of ours has the dossier's."""

    character: Character
    """What sort of text it is."""

    note: Text
    """What a reader should know of it."""

    document: Text | None = None
    """The stem of the file that holds its text; without it, no copy is held."""

    publisher: Id | None = None
    """The organisation that published it."""

    author: Text | None = None
    """As signed."""

    attributed_to: Attribution | None = None
    """Who it may be by, where it is unsigned."""

    date: EdtfDate | None = None
    """When it was published (EDTF)."""

    date_inferred: Text | None = None
    """Why we take the date to be so, where the document does not print it."""

    url: Url | None = None
    """Where it was published."""

    archive_url: Url | None = None
    """A copy in a public archive."""

    incomplete: Text | None = None
    """What is missing from the copy held."""

    rests_on: Annotated[tuple[Lineage, ...], OneOrMore] = ()
    """Whose knowledge its paragraphs are, where not its own."""

    read_twice: ParagraphsText | None = None
    """Paragraphs whose facts somebody who did not write them has read against the text."""

    nothing_checkable: dict[ParagraphsText, NothingCheckable] = {}
    """Paragraphs that no fact needs to cite, each with one of four reasons."""

    public: dict[Text, Text] = {}
    """Words of it that look like what belongs to a person alone, an address or a number, each with why they may be printed, for readers."""

    changed: Changes = ()
    """The corrections of its record, oldest first."""

    withdrawn: Withdrawal | None = None
    """Set instead of deleting it, when it can be relied on no more: nothing that it says counts."""

    @property
    def language_of_title(self) -> Language | None:
        """The language of its title, where that is not the dossier's."""
        return self.title_language or self.language
