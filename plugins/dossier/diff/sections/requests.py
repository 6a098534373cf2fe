"""
Who was asked for a reply, and what came of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...model import Request
from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section
from ..sides import Side


def requests(comparison: Comparison) -> Iterator[Section]:
    """
    Tell of each request that was removed, changed or added.
    """
    pairs = comparison.requests
    for what, side, found in (("removed", comparison.before, pairs.removed), ("added", comparison.after, pairs.added)):
        yield Section(f"{count(len(found), 'request')} for a reply {what}", tuple(_told(comparison, side, request) for request in found))
    items = (telling.item(_head(comparison, comparison.after, change.after), *telling.fields(comparison, change.fields)) for change in pairs.changed)
    yield Section(f"{count(len(pairs.changed), 'request')} for a reply changed", tuple(items))


def _head(comparison: Comparison, side: Side, request: Request) -> str:
    return f"{telling.link(comparison, request)}: {inert.text(telling.asked(side, request))}"


def _told(comparison: Comparison, side: Side, request: Request) -> str:
    about = ", ".join(inert.code(id_) for id_ in request.about)
    came = request.answer or request.declined
    facts = ", ".join(inert.code(id_) for id_ in came.facts) if came else ""
    return telling.item(_head(comparison, side, request), f"about {about}", inert.text(side.plain(came.text or "")) if came else "", facts)
