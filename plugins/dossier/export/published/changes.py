"""
Corrections and withdrawals as they are published.
"""

from __future__ import annotations

from .base import Published


class PublishedChange(Published):
    """
    A correction.
    """

    on: str
    """The day, ``2026-11-22``."""

    what: str
    """The field that it was in, as the dossier's files call it: ``text``, ``date``, ``cite``."""

    was: str | None
    """What stood there before; none where the fact was withdrawn since, and is said no more."""

    why: str
    """The reason."""


class PublishedWithdrawal(Published):
    """
    The end of a record.
    """

    on: str
    """The day."""

    why: str
    """The reason."""
