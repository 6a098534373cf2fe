"""
What the pages of corrections and of requests for a reply are given.
"""

from __future__ import annotations

from dataclasses import dataclass

from .changes import ChangeView
from .facts import FactView
from .requests import RequestView


@dataclass(frozen=True, slots=True)
class LogEntryView:
    """
    A line of the log: what changed in which record.
    """

    change: ChangeView
    """The correction or withdrawal."""

    kind: str
    """What sort of record: ``fact``, ``source``, ``person``."""

    title: str
    """Its name, where it has one that may be said; nothing for a fact, which is told by its statement."""

    url: str
    """Where the change stands with the record, from the site's root."""

    fact: FactView | None
    """The fact, if it is one: an allegation is shown with its reply."""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """
    What was corrected and withdrawn.
    """

    url: str
    """The page itself, from the site's root."""

    days: tuple[tuple[str, str, tuple[LogEntryView, ...]], ...]
    """Each day in words and as ``2026-02-03``, the newest first, with what changed on it."""

    published: str
    """The day on which the first facts were written, in words."""


@dataclass(frozen=True, slots=True)
class RequestsView:
    """
    Who was asked for a reply, and what came of it.
    """

    url: str
    """The page itself, from the site's root."""

    entries: tuple[tuple[RequestView, tuple[FactView, ...]], ...]
    """Each request with the allegations that it is about, the newest first."""

    allegations: int
    """How many there are."""

    answered: int
    """How many of them somebody answers, in a source or when asked, or has declined to."""

    asked: int
    """How many of them somebody was asked about."""

    no_reply: str
    """What stands beside those of which nobody was asked."""
