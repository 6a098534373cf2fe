"""
Where each record's page is, from the site's root.
"""

from __future__ import annotations

from .model import Disagreement, Entity, Fact, Source
from .prose import Resolve, Target
from .records import Records


def page_of(record: Entity | Fact | Source | Disagreement) -> str:
    """
    Return the address of a record's page: ``people/ada-brolly.html``.
    """
    if isinstance(record, Fact):
        return f"facts/{record.id}.html"
    if isinstance(record, Disagreement):
        return f"{record.folder}.html#{record.id}"
    return f"{record.folder}/{record.id}.html"


def resolver(records: Records) -> Resolve:
    """
    Return what turns an id in a text into a name and a page.
    """

    def resolve(id_: str) -> Target | None:
        if entity := records.entities.get(id_):
            return Target(entity.name, page_of(entity))
        if source := records.sources.get(id_):
            return Target(source.title, page_of(source))
        if fact := records.facts.get(id_):
            return Target("this fact", page_of(fact))
        if disagreement := records.disagreements.get(id_):
            return Target(disagreement.title, page_of(disagreement))
        return None

    return resolve
