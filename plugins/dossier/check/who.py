"""
Every fact that is somebody's word names them in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import prose
from ..problems import Problem, shown
from ..records import Records
from ..urls import resolver
from ..vocabulary import Voice

_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


def who(records: Records) -> Iterator[Problem]:
    """
    Refuse a voice without its ``who``, and a ``who`` that the text does not name.
    """
    resolve = resolver(records)
    for fact in records.facts.values():
        if fact.who is None:
            if fact.voice is not Voice.REPORTING:
                yield records.problem(fact.id, f"expected the field 'who', for the voice is '{fact.voice}': say who says so, in words that the text has")
        elif fact.who in records.entities:
            if fact.who not in prose.links(fact.text):
                yield records.problem(fact.id, f"expected a text that links [[{fact.who}]], whose word it is, found none: say in the sentence who says so", "who")
        elif not names(prose.plain(fact.text, resolve), fact.who):
            yield records.problem(fact.id, f"expected a text that names who says so, {shown(fact.who)}, found none: put these words in the sentence, or copy into 'who' those that are there", "who")


def names(text: str, words: str) -> bool:
    """
    Say whether whole words occur in a text, whatever their case, quotation marks and dashes.
    """
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(text)) is not None


def fold(text: str) -> str:
    """
    Return a text without the differences that do not matter for finding words in it.
    """
    return " ".join(text.translate(_FOLDED).casefold().split())
