"""
Every request for a reply is to somebody accused, about what accuses them, and its days are in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Request
from ..problems import Problem, shown
from ..records import Records


def requests(records: Records) -> Iterator[Problem]:
    """
    Refuse requests to others than the accused, and answers that say nothing, came too early or answer something else.
    """
    for request in records.requests.values():
        yield from _about(records, request)
        yield from _days(records, request)
        if request.answer and request.declined:
            yield records.problem(request.id, "expected 'answer' or 'declined', found both: take one of the two out", "declined", key=True)
        elif request.answer and not request.answer.text and not request.answer.facts:
            yield records.problem(request.id, "expected the answer's 'text', or the 'facts' that state it, found neither: add one", "answer", key=True)
        yield from _answers(records, request)


def _about(records: Records, request: Request) -> Iterator[Problem]:
    for index, id_ in enumerate(request.about):
        fact = records.facts.get(id_)
        if fact is None or request.asked in fact.against or request.asked not in records.entities:
            continue
        whom = f"which is against {', '.join(fact.against)}" if fact.against else "which accuses nobody"
        yield records.problem(request.id, f"expected an allegation against '{request.asked}', found '{id_}', {whom}: take it out, or correct who was asked", "about", index)


def _days(records: Records, request: Request) -> Iterator[Problem]:
    came = (("answer", request.answer), ("declined", request.declined))
    days = [("until",), request.until], *(((name, "on"), answer.on if answer else None) for name, answer in came)
    for steps, day in days:
        if day and day < request.on:
            yield records.problem(request.id, f"expected a day from {request.on} on, on which they were asked, found '{day}': correct one of the two", *steps)


def _answers(records: Records, request: Request) -> Iterator[Problem]:
    for name, came in (("answer", request.answer), ("declined", request.declined)):
        for index, id_ in enumerate(came.facts if came else ()):
            fact = records.facts.get(id_)
            if fact and not set(fact.answers) & set(request.about):
                found = f"{shown(id_)}, which answers {', '.join(fact.answers) or 'nothing'}"
                yield records.problem(request.id, f"expected a fact that answers one of those asked about, found {found}: give it 'answers: {request.about[0]}', or take it out", name, "facts", index)
