"""
Every fact that is somebody's word names them in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import moves, prose, wording
from ..fields import ID
from ..model import Fact
from ..problems import Problem, did_you_mean, shown
from ..records import Records
from ..urls import resolver
from ..vocabulary import Voice
from .links import meant


def who(records: Records) -> Iterator[Problem]:
    """
    Refuse a voice without its ``who``, and a ``who`` that the text does not name.
    """
    for fact in records.facts.values():
        if fact.who is None:
            if fact.voice is not Voice.REPORTING:
                yield records.problem(fact.id, f"expected the field 'who', for the voice is '{fact.voice}': say who says so, in words that the text has")
        elif fact.who in records.entities:
            if fact.who not in meant(fact.text):
                yield records.problem(fact.id, f"expected a text that links [[{fact.who}]], whose word it is, found none: say in the sentence who says so", "who")
        elif not names(records, fact, fact.who):
            yield records.problem(fact.id, _message(records, fact, fact.who), "who")


def _message(records: Records, fact: Fact, said_by: str) -> str:
    if said_by in records.moves:
        return f"expected who says so, found {shown(said_by)}{moves.meant(records.moves, said_by, ())}"
    if re.fullmatch(rf"{ID.pattern}", said_by) and (guess := did_you_mean(said_by, [id_ for id_ in meant(fact.text) if id_ in records.entities])):
        return f"expected who says so, as the text has it, found {shown(said_by)}{guess}"
    return f"expected a text that names who says so, {shown(said_by)}, found none: put these words in the sentence, or copy into 'who' those that are there"


def names(records: Records, fact: Fact, words: str) -> bool:
    """
    Say whether whole words occur in a fact's text, whatever their case, quotation marks and dashes.

    Where the text links a record that could not be read, what it prints is not known, and it is believed.
    """
    if any(id_ not in records.entities and (id_ in records.broken or records.unknown) for id_ in meant(fact.text)):
        return True
    return wording.names(prose.plain(fact.text, resolver(records)), words)
