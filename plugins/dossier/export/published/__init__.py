"""
``data/dossier.json``: the records as they are published, and the schema of it.

This is an interface that others build on: a field is added freely, and never renamed or dropped without a new version.
"""

from .changes import PublishedChange, PublishedWithdrawal
from .entities import PublishedEntity, PublishedSpelling
from .facts import PublishedCitation, PublishedFact, PublishedFigure, PublishedRelation
from .requests import PublishedAnswer, PublishedRequest
from .sources import PublishedAttribution, PublishedLineage, PublishedSource
from .whole import PublishedDisagreement, PublishedDossier, PublishedReply

VERSION = "1"

__all__ = [
    "VERSION",
    "PublishedAnswer",
    "PublishedAttribution",
    "PublishedChange",
    "PublishedCitation",
    "PublishedDisagreement",
    "PublishedDossier",
    "PublishedEntity",
    "PublishedFact",
    "PublishedFigure",
    "PublishedLineage",
    "PublishedRelation",
    "PublishedReply",
    "PublishedRequest",
    "PublishedSource",
    "PublishedSpelling",
    "PublishedWithdrawal",
]
