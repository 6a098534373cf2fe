"""
The whole dossier as it is published, with what lies between its facts.
"""

from __future__ import annotations

from ...vocabulary import Weight
from .base import Published
from .changes import PublishedChange, PublishedWithdrawal
from .entities import PublishedEntity
from .facts import PublishedFact
from .requests import PublishedRequest
from .sources import PublishedSource


class PublishedDisagreement(Published):
    """
    Facts that cannot all be right, or that differ in a way a careful reader should know.
    """

    id: str
    """The permalink's name."""

    title: str
    """What they disagree on."""

    weight: Weight
    """Whether they contradict each other or only differ."""

    facts: list[str]
    """The ids of the facts on all sides."""

    why: str
    """The editor's reason, as plain text."""

    changed: list[PublishedChange]
    """Its corrections, oldest first."""

    withdrawn: PublishedWithdrawal | None
    """Set if it is one no more."""

    kept: dict[str, str]
    """Each of its sides that was withdrawn, with why the disagreement is kept; sides may be withdrawn without."""

    url: str
    """Where it stands, from the site's root."""


class PublishedReply(Published):
    """
    A denial, refusal or answer.
    """

    fact: str
    """The id of the fact that is the reply."""

    answers: list[str]
    """The ids of the facts that it answers."""

    by: str | None
    """Who replies, in words."""


class PublishedDossier(Published):
    """
    Everything that the site says.
    """

    version: str
    """Of this format."""

    title: str
    """The dossier's title."""

    subtitle: str
    """What it is about."""

    language: str
    """Of its texts (BCP 47)."""

    licence: str
    """Of this data, by name; the sources' own words in citations and quotations are not covered."""

    licence_url: str
    """Where the licence stands."""

    sources: list[PublishedSource]
    """Sorted by id, as everything below."""

    entities: list[PublishedEntity]

    facts: list[PublishedFact]

    disagreements: list[PublishedDisagreement]

    replies: list[PublishedReply]

    requests: list[PublishedRequest]
