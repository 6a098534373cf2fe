"""
Where facts cannot all be right, or differ.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..fields import Id, Text
from ..vocabulary import Weight
from .base import Record
from .changes import Changes, Withdrawal


class Disagreement(Record):
    """
    Facts that cannot all be right, or that differ in a way a careful reader should know.
    """

    folder: ClassVar[str] = "disagreements"
    """The folder in the dossier, and where they stand on the site."""

    main: ClassVar[str] = "title"

    id: Id
    """The file's stem, and the permalink."""

    title: Text
    """What they disagree on."""

    weight: Weight
    """Whether they contradict each other or only differ."""

    facts: Annotated[tuple[Id, ...], Field(min_length=2)]
    """The facts on all sides."""

    why: Text
    """Why they cannot all be right, or how they differ: the editor's reason."""

    public: dict[Text, Text] = {}
    """Words of it that look like what belongs to a person alone, an address or a number, each with why they may be printed."""

    changed: Changes = ()
    """Its corrections, oldest first."""

    withdrawn: Withdrawal | None = None
    """Set instead of deleting it, when it is one no more."""

    kept: dict[Id, Text] = {}
    """Each of its sides that was withdrawn, with why the disagreement is kept, for readers."""
