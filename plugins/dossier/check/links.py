"""
Every link in a text leads to a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import prose
from ..model import Disagreement, Fact, Settings, Source
from ..problems import Problem, did_you_mean, shown
from ..records import Records

_EMPTY = re.compile(r"\[\[\s*(?=[\]|])")
_UNFINISHED = re.compile(r"\[\[[^\[\]|]*(?:\|[^\[\]]*)?\]\]|(?P<bracket>\[\[|\]\])")
_MEANT = re.compile(r"\[\[\s*([^\[\]|\s]+)|([^\[\]|\s]+)\s*\]\]")
LINKED = {Fact: ("text", "note"), Disagreement: ("why",), Source: ("note",), Settings: ("summary",)}
"""The fields that are prose: they may link records and mark foreign words."""


def links(records: Records) -> Iterator[Problem]:
    """
    Refuse links to nothing, and brackets that are no link.
    """
    for own, record in records.everything():
        for name in LINKED.get(type(record), ()):
            text = getattr(record, name) or ""
            if "[[" not in text and "]]" not in text:
                continue
            for found in prose.LINK.finditer(text):
                if "|" in (found[2] or ""):
                    yield records.problem(own, f"expected links as [[id]] or [[id|words]], found a second '|' in {shown(found[0])}: take it out", name, find=found[0])
            for id_ in dict.fromkeys(prose.links(text)):
                if not id_.strip():
                    yield records.problem(own, "expected links as [[id]] or [[id|words]], found one without its id: add it", name, find=_EMPTY)
                elif id_.strip() not in records:
                    yield records.problem(own, f"expected a link to a record, found {shown(id_)}{did_you_mean(id_, records.written)}", name, find=f"[[{id_}")
                elif id_ != id_.strip():
                    yield records.problem(own, f"expected a link without spaces around its id, found {shown(f'[[{id_}')}", name, find=f"[[{id_}")
            if bracket := prose.unfinished_link(text):
                yield records.problem(own, f"expected links as [[id]] or [[id|words]], found '{bracket}' without its partner: add it, or take this one out", name, find=_UNFINISHED)


def meant(text: str) -> set[str]:
    """
    Return the ids that a text links, and those that it would link if its brackets were right.
    """
    linked = prose.links(text)
    if not prose.unfinished_link(text) and not any(character.isspace() for id_ in linked for character in id_):
        return set(linked)  # nearly always; the search below takes its time
    return {found[1] or found[2] for found in _MEANT.finditer(text)}
