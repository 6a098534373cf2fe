"""
What is said beside an allegation of those who were asked for a reply: only days from the data, for no page knows what day it is read.
"""

from __future__ import annotations

import datetime

from . import dates
from .model import Request


def day_words(day: datetime.date) -> str:
    """
    Return a day in words: ``3 February 2026``.
    """
    return dates.parse(day.isoformat()).words


def asked_words(request: Request, name: str) -> str:
    """
    Return who was asked, when, how, and what came of it, but for the answer itself; no full stop.
    """
    asked = f"{name}, asked on {day_words(request.on)}, {request.how}"
    if request.answer:
        return f"{asked}, answered on {day_words(request.answer.on)}"
    if request.declined:
        return f"{asked}, declined to answer on {day_words(request.declined.on)}"
    until = f", to answer by {day_words(request.until)}" if request.until else ""
    return f"{asked}{until}: no answer is recorded"


def answer_text(request: Request) -> str | None:
    """
    Return what the answer says, as typed, where it is told here and not by a fact; or why there is none.
    """
    came = request.answer or request.declined
    return came.text if came else None
