"""
What was published and no longer holds: corrections and withdrawals.
"""

from __future__ import annotations

from typing import Annotated

from ..fields import Day, OneOrMore, Text
from .base import Record


class Change(Record):
    """
    A correction: what a record said before, and why it no longer does.
    """

    on: Day
    """The day of the change."""

    what: Text | None = None
    """The field that it was in: ``date``, ``figure``, ``cite``. Left out, it was the record's own sentence: a fact's text, a name, a title."""

    was: Text
    """What stood there before it."""

    why: Text
    """The reason, for readers."""


class Withdrawal(Record):
    """
    The end of a record, which keeps its page as a marker.
    """

    on: Day
    """The day of the withdrawal."""

    why: Text
    """The reason, for readers."""


Changes = Annotated[tuple[Change, ...], OneOrMore]
"""The corrections of a record, oldest first."""
