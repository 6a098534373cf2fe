"""
A fact in the words of schema.org: a claim, with where it appears and who makes it.
"""

from __future__ import annotations

from typing import Any

from ..dossier import Dossier
from ..model import Entity, Fact, Person
from ..urls import page_of
from ..views.facts import FactView
from ..vocabulary import NO_REPLY, Voice
from .linked_data import Address, Node, mention, node, source_node

_AUTHORS = ("person", "organisation", "country")


def claim_node(dossier: Dossier, fact: FactView, address: Address) -> Node:
    """
    Return a fact as its own page tells it; an allegation with its reply, or with the words that none is recorded.
    """
    record = fact.fact
    replies = [reply_node(dossier, reply, address) for reply in fact.replies]
    return node(
        "Claim",
        text=fact.statement.text,
        url=address(fact.url),
        author=author_node(dossier, record, address),
        creditText=None if record.voice is Voice.REPORTING else fact.who,
        appearance=[source_node(dossier, link.source) for link in fact.publications],
        isBasedOn=[node("CreativeWork", name=link.source.title) for link in fact.origins if link not in fact.publications],
        about=[mention(entity, address) for entity in fact.entities],
        creativeWorkStatus=fact.standing.label,
        description=_standing_words(fact),
        comment=replies,
        inLanguage=dossier.settings.language.code,
        datePublished=record.added.isoformat(),
    )


def reply_node(dossier: Dossier, reply: FactView, address: Address) -> Node:
    """
    Return what answers a fact, as a comment on it.
    """
    return node("Comment", text=reply.statement.text, url=address(page_of(reply.fact)), author=author_node(dossier, reply.fact, address))


def author_node(dossier: Dossier, fact: Fact, address: Address) -> Any:
    """
    Return who says so, where that is a person or a body; a paper or an unnamed voice is credited in words instead.
    """
    entity = dossier.entities.get(fact.who or "")
    if entity and entity.sort in _AUTHORS:
        return _author(entity, address)
    if fact.who:
        return None
    publishers = dict.fromkeys(dossier.sources[place.source].publisher for place in fact.cite)
    return [_author(dossier.entities[publisher], address) for publisher in publishers if publisher] or None


def _author(entity: Entity, address: Address) -> Node:
    # A country that speaks does so as a body.
    return mention(entity, address) if isinstance(entity, Person) else node("Organization", name=entity.name, url=address(page_of(entity)))


def _standing_words(fact: FactView) -> str | None:
    if not fact.is_allegation:
        return None
    accused = ", ".join(entity.name for entity in fact.accused)
    replies = [reply.statement.text for reply in fact.replies]
    asked = [f"{request.words}: {request.answer.text}" if request.answer else f"{request.words}." for request in fact.requests]
    answered = " ".join([*([f"Answered by: {' '.join(replies)}"] if replies else []), *asked]) or NO_REPLY
    return f"An allegation against {accused}. {answered}"
