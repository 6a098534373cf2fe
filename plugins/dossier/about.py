"""
What a fact is about: computed from its links, who says it, its relations, figures and accusations; never typed twice.
"""

from __future__ import annotations

from collections.abc import Container

from . import prose
from .model import Fact


def about(fact: Fact, entities: Container[str]) -> tuple[str, ...]:
    """
    Return the ids of the entities that a fact is about, sorted, each once.
    """
    found = set(prose.links(fact.text)) | set(fact.about) | set(fact.against)
    found |= {id_ for relation in fact.relation for id_ in (relation.subject, relation.object)}
    found |= {figure.for_ for figure in fact.figure if figure.for_}
    if fact.who:
        found.add(fact.who)
    return tuple(sorted(id_ for id_ in found if id_ in entities))
