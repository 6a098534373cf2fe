"""
Every link in a text leads to a record.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..model import Disagreement, Fact, Source
from ..problems import Problem, did_you_mean, shown
from ..records import Records

_LINKED = {Fact: ("text", "note"), Disagreement: ("why",), Source: ("note",)}


def links(records: Records) -> Iterator[Problem]:
    """
    Refuse links to nothing, and brackets that are no link.
    """
    for record in records.all():
        for name in _LINKED.get(type(record), ()):
            text = getattr(record, name) or ""
            if "[[" not in text and "]]" not in text:
                continue
            for id_ in dict.fromkeys(prose.links(text)):
                if id_.strip() not in records:
                    yield records.problem(record.id, f"expected a link to a record, found {shown(id_)}{did_you_mean(id_, records.written)}", name, find=f"[[{id_}")  # type: ignore[attr-defined]
                elif id_ != id_.strip():
                    yield records.problem(record.id, f"expected a link without spaces around its id, found {shown(f'[[{id_}')}", name, find=f"[[{id_}")  # type: ignore[attr-defined]
            if bracket := prose.unfinished_link(text):
                yield records.problem(record.id, f"expected links as [[id]] or [[id|words]], found '{bracket}' without its partner", name, find=bracket)  # type: ignore[attr-defined]
