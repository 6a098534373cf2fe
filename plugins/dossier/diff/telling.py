"""
How one record is told in one item of a list.
"""

from __future__ import annotations

from typing import Any

from .. import inert
from ..model import Disagreement, Entity, Fact, Request, Source
from ..problems import count
from ..urls import page_of
from ..vocabulary import NO_REPLY
from .changes import FieldChange
from .comparison import Changed, Comparison
from .sides import Side

_FIELDS = {
    "about": "also about",
    "added": "day it was written",
    "against": "whom it accuses",
    "answers": "what it answers",
    "at": "place on the map",
    "changed": "corrections",
    "cite": "citations",
    "date_words": "the date in the source’s words",
    "figure": "figures",
    "inferred": "what is inferred",
    "iso": "code in the atlas",
    "relation": "ties",
    "spelled": "other spellings",
    "voice": "whose word it is",
    "who": "who says so",
}
"""What a field is called, where its name does not say it."""

_PROSE = frozenset({"text", "note", "why", "summary", "incomplete", "date_inferred"})
"""Fields whose words are compared one by one."""


def label(field: str) -> str:
    """
    Return what a field is called.
    """
    return _FIELDS.get(field, field.replace("_", " "))


def number(how_many: int, noun: str) -> str:
    """
    Return how many of a sort of record there are: ``2 people``.
    """
    return f"{how_many:,} people" if noun == "person" and how_many != 1 else count(how_many, noun)


def link(comparison: Comparison, record: Fact | Entity | Source | Disagreement | Request) -> str:
    """
    Return a record's id, which leads to its page where there is a preview that still has it.
    """
    there = comparison.site and comparison.now.resolve(record.id)
    return f"[{inert.code(record.id)}]({comparison.site}{page_of(record)})" if there else inert.code(record.id)


def page(comparison: Comparison, path: str) -> str:
    """
    Return a page's address, which leads there where there is a preview.
    """
    return f"[{inert.code(path)}]({comparison.site}{path})" if comparison.site else inert.code(path)


def item(first: str, *more: str) -> str:
    """
    Return an item of a list with its lines below it, those that are empty left out.
    """
    return "\n".join([first, *(f"  - {line}" for line in more if line)])


def fact(comparison: Comparison, side: Side, told: Fact, *more: str) -> str:
    """
    Return a fact with who says so, whom it accuses and where it stands.
    """
    against = f"against {', '.join(side.name(id_) for id_ in told.against)}" if told.against else ""
    answers = f"answers {', '.join(inert.code(id_) for id_ in told.answers)}" if told.answers else ""
    dated = (told.date_words or told.date.words) if told.date else ""
    about = "; ".join(filter(None, [inert.text(side.who(told)), inert.text(against), answers, inert.text(dated)]))
    cited = "; ".join(inert.text(f"{place}: “{words}”" if words else str(place)) for place, words in told.cite.items())
    return item(f"{link(comparison, told)}: {inert.text(side.plain(told.text))}", about, cited, *more)


def replies(comparison: Comparison, told: Fact) -> list[str]:
    """
    Return the replies that a fact has now, a line each; or the line that says there are none.
    """
    found = [f"reply {link(comparison, reply)}: {inert.text(comparison.after.plain(reply.text))}" for reply in comparison.now.replies_to(told)]
    requests = [f"{link(comparison, request)}: {inert.text(asked(comparison.after, request))}" for request in comparison.now.requests_about(told)]
    return [*found, *([] if comparison.now.is_answered(told) else [f"**{NO_REPLY}**"]), *requests]


def asked(side: Side, request: Request) -> str:
    """
    Return who was asked for a reply, when and how, and what came of it.
    """
    came = f"declined on {request.declined.on}" if request.declined else f"answered on {request.answer.on}" if request.answer else "no answer is recorded"
    return f"{side.name(request.asked)} was asked on {request.on}, {request.how}; {came}"


def fact_change(comparison: Comparison, change: Changed[Fact], *more: str) -> str:
    """
    Return a changed fact: its sentence with the changed words marked, and each field below.
    """
    before, after = comparison.before.plain(change.before.text), comparison.after.plain(change.after.text)
    moved = f"stood at {inert.code(change.before.id)} before" if change.before.id != change.after.id else ""
    return item(f"{link(comparison, change.after)}: {inert.marked(before, after)}", *more, moved, *fields(comparison, change.fields, but=("text", "withdrawn")))


def is_withdrawal(change: Changed[Any]) -> bool:
    """
    Say whether a record was withdrawn.
    """
    return change.touches("withdrawn") and change.after.withdrawn is not None


def withdrawal(change: Changed[Any]) -> str:
    """
    Return the day and the reason of a record's withdrawal, or that it is withdrawn no more; nothing where neither changed.
    """
    if not change.touches("withdrawn"):
        return ""
    end = change.after.withdrawn
    return f"withdrawn on {end.on}: {inert.text(end.why)}" if end else "withdrawn no more"


def fields(comparison: Comparison, changes: tuple[FieldChange, ...], but: tuple[str, ...] = ()) -> list[str]:
    """
    Return a line for each field that differs.
    """
    return [f"{label(change.field)}: {_values(comparison, change)}" for change in changes if change.field not in but]


def _values(comparison: Comparison, change: FieldChange) -> str:
    if change.field in _PROSE:
        before, after = (side.plain(" ".join(told)) for side, told in ((comparison.before, change.gone), (comparison.after, change.new)))
        return inert.marked(before, after)
    return " ".join([*(inert.gone(value) for value in change.gone), *(inert.new(value) for value in change.new)])
