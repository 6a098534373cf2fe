"""
Every link in a text leads to a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import moves, prose
from ..model import Disagreement, Fact, Record, Request, Settings, Source
from ..problems import Problem, shown
from ..records import Records
from ..yamlfile import Step

_EMPTY = re.compile(r"\[\[\s*(?=[\]|])")
_UNFINISHED = re.compile(r"\[\[[^\[\]|]*(?:\|[^\[\]]*)?\]\]|(?P<bracket>\[\[|\]\])")
_MEANT = re.compile(r"\[\[\s*([^\[\]|\s]+)|([^\[\]|\s]+)\s*\]\]")
_LINKED = {Fact: ("text", "note"), Disagreement: ("why",), Source: ("note",), Settings: ("summary",)}


def links(records: Records) -> Iterator[Problem]:
    """
    Refuse links to nothing, and brackets that are no link.
    """
    for own, record in records.everything():
        for text, steps in prose_of(record):
            if "[[" not in text and "]]" not in text:
                continue
            for found in prose.LINK.finditer(text):
                if "|" in (found[2] or ""):
                    yield records.problem(own, f"expected links as [[id]] or [[id|words]], found a second '|' in {shown(found[0])}: take it out", *steps, find=found[0])
            for id_ in dict.fromkeys(prose.links(text)):
                if not id_.strip():
                    yield records.problem(own, "expected links as [[id]] or [[id|words]], found one without its id: add it", *steps, find=_EMPTY)
                elif id_.strip() not in records:
                    yield records.problem(own, f"expected a link to a record, found {shown(id_)}{moves.meant(records.moves, id_, records.written)}", *steps, find=f"[[{id_}")
                elif id_ != id_.strip():
                    yield records.problem(own, f"expected a link without spaces around its id, found {shown(f'[[{id_}')}", *steps, find=f"[[{id_}")
            if bracket := prose.unfinished_link(text):
                yield records.problem(own, f"expected links as [[id]] or [[id|words]], found '{bracket}' without its partner: add it, or take this one out", *steps, find=_UNFINISHED)


def prose_of(record: Record) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """
    Yield each text of a record that is prose, which may link records and mark foreign words, with the way to it.
    """
    for name in _LINKED.get(type(record), ()):
        yield getattr(record, name) or "", (name,)
    for index, change in enumerate(getattr(record, "changed", ())):
        yield change.was, ("changed", index, "was")
    if isinstance(record, Request):
        for name, came in (("answer", record.answer), ("declined", record.declined)):
            yield (came.text if came else None) or "", (name, "text")


def meant(text: str) -> set[str]:
    """
    Return the ids that a text links, and those that it would link if its brackets were right.
    """
    linked = prose.links(text)
    if not prose.unfinished_link(text) and not any(character.isspace() for id_ in linked for character in id_):
        return set(linked)  # nearly always; the search below takes its time
    return {found[1] or found[2] for found in _MEANT.finditer(text)}
