"""
The records of a dossier: what an editor may write, typed, frozen, and documented field by field.

These classes are the authority: the parser validates with them, and the authoring guide is tested against them.
"""

from .base import Record, fields_of
from .changes import Change, Withdrawal
from .disagreements import Disagreement
from .docstrings import described
from .entities import ENTITIES, Case, Country, Entity, Organisation, Person
from .facts import Fact, Figure
from .moves import Move
from .requests import Answer, Request
from .settings import Bounds, CitationDemands, Settings
from .sources import Attribution, Lineage, Source

__all__ = [
    "ENTITIES",
    "Answer",
    "Attribution",
    "Bounds",
    "Case",
    "Change",
    "CitationDemands",
    "Country",
    "Disagreement",
    "Entity",
    "Fact",
    "Figure",
    "Lineage",
    "Move",
    "Organisation",
    "Person",
    "Record",
    "Request",
    "Settings",
    "Source",
    "Withdrawal",
    "described",
    "fields_of",
]
