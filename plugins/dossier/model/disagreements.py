"""
Where facts cannot all be right, or differ.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..fields import Id, Text
from ..vocabulary import Weight
from .base import Record


class Disagreement(Record):
    """
    Facts that cannot all be right, or that differ in a way a careful reader should know.
    """

    folder: ClassVar[str] = "disagreements"

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
