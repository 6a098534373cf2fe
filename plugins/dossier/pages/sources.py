"""
The pages of sources, and their index.
"""

from __future__ import annotations

from ..asking import day_words
from ..dossier import Dossier
from ..model import Fact, Source
from ..urls import page_of
from ..views.changes import change_views, flag_views
from ..views.facts import fact_views, source_link
from ..views.prose import ProseView
from ..views.sources import ParagraphView, SourceIndexView, SourceView
from .entities import links


def page(dossier: Dossier, source: Source) -> SourceView:
    """
    Return what the page of a source is given.
    """
    by_paragraph: dict[int | None, list[Fact]] = {}
    for fact in dossier.facts_citing(source):
        for place in fact.cite:
            if place.source == source.id:
                by_paragraph.setdefault(place.locator, []).append(fact)
    last = dossier.paragraph_counts.get(source.id, max((number or 0 for number in by_paragraph), default=0))
    reasons = {number: reason for numbers, reason in source.nothing_checkable.items() for number in numbers.numbers}
    carriers = (other for other in dossier.sources.values() if any(source.id in (step.source, step.through) for step in other.rests_on))
    paragraphs = []
    for number in range(1, last + 1):
        step = next((step for step in source.rests_on if step.paragraphs is None or number in step.paragraphs.numbers), None)
        reason = reasons.get(number)
        paragraphs.append(
            ParagraphView(
                number=number,
                facts=fact_views(dossier, by_paragraph.get(number, ())),
                reason=f"{reason.label.capitalize()}." if reason else None,
                rests_on=source_link(dossier, step.source) if step else None,
            ),
        )
    return SourceView(
        source=source,
        label=source_link(dossier, source.id).label,
        url=page_of(source),
        note=ProseView(dossier, source.note),
        publisher=dossier.entities.get(source.publisher or ""),
        rests_on=tuple((lineage, source_link(dossier, lineage.source)) for lineage in source.rests_on),
        carried_by=links(dossier, carriers),
        paragraphs=tuple(paragraphs),
        elsewhere=fact_views(dossier, by_paragraph.get(None, ())),
        withdrawn=day_words(source.withdrawn.on) if source.withdrawn else None,
        changes=change_views(dossier, source),
        flags=flag_views(dossier, source),
    )


def index(dossier: Dossier) -> SourceIndexView:
    """
    Return what the index of sources is given.
    """
    views = [page(dossier, source) for source in dossier.sources.values()]
    held = tuple(view for view in views if view.source.document)
    return SourceIndexView("sources/index.html", held, tuple(view for view in views if not view.source.document))
