"""
What editors still have to ask, wait for and deal with, as plain text.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from . import prose
from .asking import answer_text, asked_words
from .dossier import Dossier
from .flags import flags
from .model import Fact
from .problems import Problem, count

_WIDTH = 110


def reminders(dossier: Dossier, places: Mapping[str, str], linking: Iterable[Problem], today: datetime.date) -> str:
    """
    Return every allegation with what is said to it, those first of which nobody was asked; then whatever stands on something withdrawn.

    Args:
        dossier: What is looked through.
        places: Where each record is written, by id.
        linking: Pages and stories that link something withdrawn.
        today: The day by which a time for answering has passed or not.
    """
    allegations = [fact for fact in dossier.standing_facts if fact.against]
    answered = [fact for fact in allegations if dossier.is_answered(fact)]
    waiting = [fact for fact in allegations if fact not in answered and dossier.requests_about(fact)]
    unasked = [fact for fact in allegations if fact not in answered and fact not in waiting]
    lines = [
        f"{dossier.settings.title}: {count(len(allegations), 'allegation')}: {len(answered)} answered, "
        f"{len(waiting)} asked about and not answered, {len(unasked)} of which nobody was asked",
    ]
    for title, facts in (("Nobody was asked", unasked), ("Asked, and not answered", waiting), ("Answered", answered)):
        lines += ["", f"{title}: {len(facts)}"]
        for fact in facts:
            lines += ["", *_allegation(dossier, fact, places, today)]
    return "\n".join([*lines, "", *_flags(dossier, places, linking)])


def _allegation(dossier: Dossier, fact: Fact, places: Mapping[str, str], today: datetime.date) -> Iterator[str]:
    yield f"  {places[fact.id]}: {fact.id}"
    yield from _wrapped(prose.plain(fact.text, dossier.resolve))
    yield from _wrapped(f"Against: {', '.join(dossier.entities[id_].label for id_ in fact.against)}")
    for reply in dossier.replies_to(fact):
        yield from _wrapped(f"Reply: {prose.plain(reply.text, dossier.resolve)} ({reply.id})")
    requests = dossier.requests_about(fact)
    for request in requests:
        text = answer_text(request)
        passed = not (request.answer or request.declined) and request.until and request.until < today
        said = f": {prose.plain(text, dossier.resolve)}" if text else ", and that day has passed." if passed else "."
        yield from _wrapped(f"{asked_words(request, dossier.entities[request.asked].label)}{said} ({request.id})")
    asked = {request.asked for request in requests}
    if requests and (others := [dossier.entities[id_].label for id_ in fact.against if id_ not in asked]):
        yield from _wrapped(f"Not asked: {', '.join(others)}")


def _flags(dossier: Dossier, places: Mapping[str, str], linking: Iterable[Problem]) -> Iterator[str]:
    found = flags(dossier)
    linking = list(linking)
    todo = [flag for flag in found if flag.kept is None]
    yield f"Stands on something withdrawn, to be dealt with: {len(todo) + len(linking)}"
    for flag in todo:
        yield f"  {places[flag.record.id]}: {flag.record.id}: {flag.words} ({flag.gone.id})"
    for place in linking:
        yield f"  {place}"
    if kept := [flag for flag in found if flag.kept is not None]:
        yield f"Kept all the same: {len(kept)}"
        for flag in kept:
            yield f"  {places[flag.record.id]}: {flag.record.id}: {flag.words} ({flag.gone.id}). {flag.kept}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
