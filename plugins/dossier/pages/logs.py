"""
The pages of corrections and of requests for a reply.
"""

from __future__ import annotations

from itertools import groupby

from ..asking import day_words
from ..corrections import Correction, corrections
from ..dossier import Dossier
from ..model import Entity, Fact, Request
from ..urls import page_of
from ..views.changes import change_view
from ..views.facts import fact_view, fact_views
from ..views.logs import CorrectionsView, LogEntryView, RequestsView
from ..views.requests import RequestView
from ..vocabulary import NO_REPLY

CORRECTIONS = "corrections.html"
REQUESTS = "requests.html"


def corrections_page(dossier: Dossier) -> CorrectionsView:
    """
    Return what was corrected and withdrawn, by day.
    """
    found = corrections(dossier)
    days = groupby(found, key=lambda correction: correction.on)
    first = min((fact.added for fact in dossier.facts.values()), default=None)
    return CorrectionsView(
        url=CORRECTIONS,
        days=tuple((day_words(day), day.isoformat(), tuple(_entry(dossier, correction) for correction in on_it)) for day, on_it in days),
        published=day_words(first) if first else "",
    )


def requests_page(dossier: Dossier) -> RequestsView:
    """
    Return who was asked for a reply, the newest request first.
    """
    requests = sorted(dossier.requests.values(), key=lambda request: (-request.on.toordinal(), request.id))
    allegations = [fact for fact in dossier.standing_facts if fact.against]
    return RequestsView(
        url=REQUESTS,
        entries=tuple((RequestView(dossier, request), fact_views(dossier, (dossier.facts[id_] for id_ in request.about))) for request in requests),
        allegations=len(allegations),
        answered=sum(dossier.is_answered(fact) for fact in allegations),
        asked=sum(bool(dossier.requests_about(fact)) for fact in allegations),
        no_reply=NO_REPLY,
    )


def _entry(dossier: Dossier, correction: Correction) -> LogEntryView:
    record = correction.record
    page = page_of(record)
    # What has a page of its own has an anchor there for each correction; what stands on a page with others is one itself.
    url = page if "#" in page else f"{page}#{correction.anchor}"
    if isinstance(record, Fact):
        return LogEntryView(change_view(correction), "fact", "", url, fact_view(dossier, record))
    if isinstance(record, Request):
        return LogEntryView(change_view(correction), "request", f"To {dossier.entities[record.asked].name}", url, None)
    if isinstance(record, Entity):
        return LogEntryView(change_view(correction), record.sort, record.name, url, None)
    return LogEntryView(change_view(correction), type(record).__name__.lower(), record.title, url, None)
