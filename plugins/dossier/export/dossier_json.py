"""
Writes ``dossier.json``, and the JSON Schema that it keeps to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import lineage, prose
from ..corrections import Corrected
from ..dossier import Dossier
from ..languages import Language
from ..model import Answer, Disagreement, Entity, Fact, Figure, Request, Source, Withdrawal
from ..urls import page_of
from .published import (
    VERSION,
    PublishedAnswer,
    PublishedAttribution,
    PublishedChange,
    PublishedCitation,
    PublishedDisagreement,
    PublishedDossier,
    PublishedEntity,
    PublishedFact,
    PublishedFigure,
    PublishedLineage,
    PublishedRelation,
    PublishedReply,
    PublishedRequest,
    PublishedSource,
    PublishedSpelling,
    PublishedWithdrawal,
)


def published(dossier: Dossier) -> PublishedDossier:
    """
    Return everything that a dossier says, in the form in which it is published.
    """
    settings = dossier.settings
    return PublishedDossier(
        version=VERSION,
        title=settings.title,
        subtitle=settings.subtitle,
        language=settings.language.code,
        licence=settings.licence,
        licence_url=settings.licence_url,
        sources=[_source(dossier, source) for source in dossier.sources.values()],
        entities=[_entity(dossier, entity) for entity in dossier.entities.values()],
        facts=[_fact(dossier, fact) for fact in dossier.facts.values()],
        disagreements=[_disagreement(dossier, disagreement) for disagreement in dossier.disagreements.values()],
        replies=[
            PublishedReply(fact=fact.id, answers=sorted(fact.answers), by=said_by(dossier, fact))
            for fact in dossier.facts.values()
            if fact.answers and not fact.withdrawn
        ],
        requests=[_request(dossier, request) for request in dossier.requests.values()],
    )


def json_files(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """
    Yield the name and text of ``data/dossier.json``, of its schema, and of the same records for each entity's page.
    """
    whole = published(dossier).model_dump(mode="json", by_alias=True)
    yield "data/dossier.json", _json(whole)
    yield "data/dossier.schema.json", schema_json()
    facts = {fact["id"]: fact for fact in whole["facts"]}
    sources = {source["id"]: source for source in whole["sources"]}
    about = {key: whole[key] for key in ("version", "title", "language", "licence", "licence_url")}
    for entity in whole["entities"]:
        own = [facts[id_] for id_ in entity["facts"]]
        cited = sorted({place["source"] for fact in own for place in fact["citations"]})
        page = {**about, "entity": entity, "facts": own, "sources": [sources[id_] for id_ in cited]}
        yield entity["url"].removesuffix(".html") + ".json", _json(page)


def schema_json() -> str:
    """
    Return the text of its JSON Schema (draft 2020-12).
    """
    schema = PublishedDossier.model_json_schema(mode="serialization", by_alias=True)
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def said_by(dossier: Dossier, fact: Fact) -> str | None:
    """
    Return whose word a fact is, in words; ``None`` where it is the source's own.
    """
    entity = dossier.entities.get(fact.who or "")
    return entity.name if entity else fact.who


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _fact(dossier: Dossier, fact: Fact) -> PublishedFact:
    # What is withdrawn is said no more, here either: its record stays as a marker.
    gone = f"Withdrawn on {fact.withdrawn.on}: {fact.withdrawn.why}" if fact.withdrawn else ""
    return PublishedFact(
        id=fact.id,
        text=gone or prose.plain(fact.text, dossier.resolve),
        html=prose.html(gone or fact.text, dossier.resolve),
        date=fact.date.edtf if fact.date else None,
        date_words=fact.date_words,
        inferred=dict(sorted(fact.inferred.items())),
        kind=fact.kind,
        voice=fact.voice,
        who=said_by(dossier, fact),
        about=list(dossier.about(fact)),
        figures=[] if gone else [_figure(figure) for figure in fact.figure],
        relations=[] if gone else [PublishedRelation(subject=r.subject, predicate=r.predicate, object=r.object) for r in fact.relation],
        citations=[
            PublishedCitation(source=place.source, paragraph=place.locator, words=words, origin=lineage.origin(dossier.sources, place), counts=lineage.withdrawn(dossier.sources, place) is None)
            for place, words in fact.cite.items()
        ],
        origins=list(dossier.origins(fact)),
        standing=dossier.standing(fact),
        against=sorted(fact.against),
        answers=sorted(fact.answers),
        answered_by=sorted(reply.id for reply in dossier.replies_to(fact)),
        disagreements=[disagreement.id for disagreement in dossier.disagreements_of(fact)],
        note=prose.plain(fact.note, dossier.resolve) if fact.note else None,
        added=fact.added.isoformat(),
        changed=_changed(dossier, fact, said=not gone),
        withdrawn=_withdrawn(fact.withdrawn),
        fallen=[record.id for record in dossier.fallen(fact)],
        kept=dict(sorted(fact.kept.items())),
        requests=[request.id for request in dossier.requests_about(fact)],
        url=page_of(fact),
    )


def _figure(figure: Figure) -> PublishedFigure:
    amount = figure.amount
    return PublishedFigure(
        words=amount.words,
        bound=amount.bound,
        amount=f"{amount.low:f}",
        amount_to=None if amount.high is None else f"{amount.high:f}",
        unit=amount.unit,
        for_=figure.for_,
        purpose=figure.purpose,
    )


def _entity(dossier: Dossier, entity: Entity) -> PublishedEntity:
    return PublishedEntity(
        id=entity.id,
        sort=entity.sort,
        kind=getattr(entity, "kind", None),
        name=entity.name,
        short=entity.short,
        language=_code(entity.language),
        spelled=[
            PublishedSpelling(spelling=spelling, language=_code(dossier.sources[place.source].language), source=place.source, paragraph=place.locator)
            for spelling, place in sorted(entity.spelled.items())
        ],
        changed=_changed(dossier, entity),
        lead=entity.lead,
        facts=[fact.id for fact in dossier.facts_about(entity)],
        url=page_of(entity),
    )


def _source(dossier: Dossier, source: Source) -> PublishedSource:
    attributed = source.attributed_to
    return PublishedSource(
        id=source.id,
        title=source.title,
        language=_code(source.language),
        title_language=_code(source.language_of_title),
        document=source.document,
        held=source.document is not None,
        paragraphs=dossier.paragraph_counts.get(source.id),
        character=source.character,
        publisher=source.publisher,
        author=source.author,
        attributed_to=PublishedAttribution(name=attributed.name, basis=attributed.basis, url=attributed.url) if attributed else None,
        date=source.date.edtf if source.date else None,
        date_inferred=source.date_inferred,
        link=source.url,
        archive=source.archive_url,
        incomplete=source.incomplete,
        note=prose.plain(source.note, dossier.resolve),
        rests_on=[
            PublishedLineage(
                source=lineage.source,
                paragraphs=list(lineage.paragraphs.numbers) if lineage.paragraphs else None,
                how=lineage.how,
                why=lineage.why,
                through=lineage.through,
            )
            for lineage in source.rests_on
        ],
        facts=[fact.id for fact in dossier.facts_citing(source)],
        changed=_changed(dossier, source),
        withdrawn=_withdrawn(source.withdrawn),
        url=page_of(source),
    )


def _code(language: Language | None) -> str | None:
    return language.code if language else None


def _disagreement(dossier: Dossier, disagreement: Disagreement) -> PublishedDisagreement:
    gone = disagreement.withdrawn
    return PublishedDisagreement(
        id=disagreement.id,
        title=disagreement.title,
        weight=disagreement.weight,
        facts=list(disagreement.facts),
        why=f"Withdrawn on {gone.on}: {gone.why}" if gone else prose.plain(disagreement.why, dossier.resolve),
        changed=_changed(dossier, disagreement, said=not gone),
        withdrawn=_withdrawn(gone),
        kept=dict(sorted(disagreement.kept.items())),
        url=page_of(disagreement),
    )


def _request(dossier: Dossier, request: Request) -> PublishedRequest:
    return PublishedRequest(
        id=request.id,
        asked=request.asked,
        about=list(request.about),
        on=request.on.isoformat(),
        how=request.how,
        until=request.until.isoformat() if request.until else None,
        answer=_answer(dossier, request.answer),
        declined=_answer(dossier, request.declined),
        changed=_changed(dossier, request),
        url=page_of(request),
    )


def _answer(dossier: Dossier, answer: Answer | None) -> PublishedAnswer | None:
    if answer is None:
        return None
    return PublishedAnswer(on=answer.on.isoformat(), text=prose.plain(answer.text, dossier.resolve) if answer.text else None, facts=list(answer.facts))


def _changed(dossier: Dossier, record: Corrected, *, said: bool = True) -> list[PublishedChange]:
    return [
        PublishedChange(on=change.on.isoformat(), what=change.what or record.main, was=prose.plain(change.was, dossier.resolve) if said else None, why=change.why)
        for change in record.changed
    ]


def _withdrawn(withdrawal: Withdrawal | None) -> PublishedWithdrawal | None:
    return PublishedWithdrawal(on=withdrawal.on.isoformat(), why=withdrawal.why) if withdrawal else None
