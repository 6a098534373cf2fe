"""
What a term of a controlled vocabulary is.
"""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """
    A term that an editor types, with the words that define it.
    """

    definition: str
    """What it means, as the page on method prints it."""

    def __new__(cls, value: str, definition: str) -> Term:
        """Make a term that is its own text."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        return term

    @property
    def label(self) -> str:
        """The term as a reader sees it: ``part of`` for ``part-of``."""
        return self.value.replace("-", " ")
