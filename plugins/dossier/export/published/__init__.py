"""
``data/dossier.json``: the records as they are published, and the schema of it.

This is an interface that others build on: a field is added freely, and never renamed or dropped without a new version.
"""

from .entities import PublishedEntity, PublishedSpelling
from .facts import PublishedChange, PublishedCitation, PublishedFact, PublishedFigure, PublishedRelation, PublishedWithdrawal
from .sources import PublishedAttribution, PublishedLineage, PublishedSource
from .whole import PublishedDisagreement, PublishedDossier, PublishedReply

VERSION = "1"

__all__ = [
    "VERSION",
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
    "PublishedSource",
    "PublishedSpelling",
    "PublishedWithdrawal",
]
