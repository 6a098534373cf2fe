"""
Requests for a reply as pages show them.
"""

from __future__ import annotations

from ..asking import answer_text, asked_words, day_words
from ..dossier import Dossier
from ..model import Entity, Request
from ..urls import page_of
from .prose import ProseView


class RequestView:
    """
    Who was asked for a reply, and what came of it.
    """

    id: str
    """Its id, and its anchor."""

    url: str
    """Where it stands, from the site's root."""

    asked: Entity
    """Who was asked."""

    day: str
    """When, in words."""

    words: str
    """Who was asked, when, how, and what came of it, but for the answer itself; no full stop."""

    answer: ProseView | None
    """What the answer says, where it is told here and not by a fact."""

    def __init__(self, dossier: Dossier, request: Request) -> None:
        self.id = request.id
        self.url = page_of(request)
        self.asked = dossier.entities[request.asked]
        self.day = day_words(request.on)
        self.words = asked_words(request, self.asked.label)
        text = answer_text(request)
        self.answer = ProseView(dossier, text) if text else None


def request_views(dossier: Dossier, requests: tuple[Request, ...]) -> tuple[RequestView, ...]:
    """
    Return requests as pages show them.
    """
    return tuple(RequestView(dossier, request) for request in requests)
