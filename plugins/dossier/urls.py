"""
Where each record's page is, from the site's root.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .asking import answer_text, asked_words
from .model import Disagreement, Entity, Fact, Request, Source
from .prose import Resolve, Target, plain
from .records import Records
from .vocabulary import NO_REPLY


def page_of(record: Entity | Fact | Source | Disagreement | Request) -> str:
    """
    Return the address of a record's page: ``people/ada-brolly.html``.
    """
    if isinstance(record, Fact):
        return f"facts/{record.id}.html"
    if isinstance(record, Disagreement | Request):
        return f"{record.folder}.html#{record.id}"
    return f"{record.folder}/{record.id}.html"


def slug(text: str) -> str:
    """
    Return a text as an anchor: lower-case letters, digits and hyphens.
    """
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "other"


def label_of(source: Source, entities: Mapping[str, Entity]) -> str:
    """
    Return what citations call a source.
    """
    publisher = entities.get(source.publisher or "")
    return source.short or (publisher.label if publisher else source.title)


def _note(records: Records, fact: Fact) -> str:
    """What a fact says and where, for who reads a text that cites it; an allegation with its reply, as wherever it is told."""
    if fact.withdrawn:
        return f"Withdrawn on {fact.withdrawn.on}: {fact.withdrawn.why}"

    def entities_only(id_: str) -> Target | None:  # a fact that links a fact must not run in a circle
        entity = records.entities.get(id_)
        return Target(entity.name, page_of(entity)) if entity else None

    told = f"{plain(fact.text, entities_only)} ({_places(records, fact)})"
    if not fact.against:
        return told
    replies = [other for other in records.facts.values() if fact.id in other.answers and not other.withdrawn]
    answered = [f"Reply: {plain(reply.text, entities_only)} ({_places(records, reply)})" for reply in replies]
    for request in records.requests.values():
        if fact.id in request.about and request.asked in records.entities:
            text = answer_text(request)
            answered.append(asked_words(request, records.entities[request.asked].label) + (f": {plain(text, entities_only)}" if text else "."))
    return f"{told} An allegation. {' '.join(answered) or NO_REPLY}"


def _places(records: Records, fact: Fact) -> str:
    """Where a fact stands, in a few words."""
    cited = [(records.sources.get(place.source), place.locator) for place in fact.cite]
    return ", ".join(f"{label_of(source, records.entities)}{f' ¶{number}' if number else ''}" for source, number in cited if source)


def resolver(records: Records) -> Resolve:
    """
    Return what turns an id in a text into a name and a page.
    """

    def resolve(id_: str) -> Target | None:
        if entity := records.entities.get(id_):
            return Target(entity.name, page_of(entity), entity.language)
        if source := records.sources.get(id_):
            return Target(f"{source.title} (withdrawn)" if source.withdrawn else source.title, page_of(source), source.language_of_title)
        if fact := records.facts.get(id_):
            return Target("", page_of(fact), note=_note(records, fact))
        if disagreement := records.disagreements.get(id_):
            return Target(disagreement.title, page_of(disagreement))
        if request := records.requests.get(id_):
            asked = records.entities.get(request.asked)
            return Target(f"the request to {asked.name}" if asked else id_, page_of(request))
        return None

    return resolve
