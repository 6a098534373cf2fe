"""
Requests for a reply as they are published.
"""

from __future__ import annotations

from .base import Published
from .changes import PublishedChange


class PublishedAnswer(Published):
    """
    What came of a request.
    """

    on: str
    """The day on which it came."""

    text: str | None
    """What it says, as plain text; none where facts state it, or where nothing was said."""

    facts: list[str]
    """The ids of the facts that state it."""


class PublishedRequest(Published):
    """
    A request for a reply to what is said against somebody.
    """

    id: str
    """The permalink's name."""

    asked: str
    """The id of the entity that was asked."""

    about: list[str]
    """The ids of the allegations that it was asked about."""

    on: str
    """The day on which it was asked."""

    how: str
    """By what means, in words."""

    until: str | None
    """The day by which an answer was asked for."""

    answer: PublishedAnswer | None
    """What was answered; none where nothing is recorded."""

    declined: PublishedAnswer | None
    """Set instead where an answer was declined."""

    changed: list[PublishedChange]
    """Its corrections, oldest first."""

    url: str
    """Where it stands, from the site's root."""
