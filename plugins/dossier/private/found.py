"""
Finds what belongs to a person alone, each once: what one rule has found, no other finds again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import homes, papers, reach

Rule = Callable[[str], Iterator[re.Match[str]]]


class Found(NamedTuple):
    """
    What was found in a text.
    """

    what: str
    """``the e-mail address``"""

    words: str
    """As typed."""

    start: int
    """Where it begins in the text."""


_RULES: tuple[tuple[str, Rule], ...] = (
    ("the e-mail address", reach.addresses),
    ("the coordinates", homes.coordinates),
    ("the bank account", papers.accounts),
    ("the payment card", papers.cards),
    ("the number of a document", papers.documents),
    ("the telephone number", reach.numbers),
    ("the address", homes.addresses),
)

_MARK = re.compile(r"\]\{lang=[^\s{}]+\}")
_WEB = re.compile(r"https?://[^\s<>\"]+|\bwww\.[^\s<>\"]+")
_BEFORE_WEB = 2
"""So many rules look into web addresses too: the digits that the others look for are a page's own there."""

# Without one of these there is nothing that any rule could find, and that is nearly always.
_SIGNS = re.compile(r"\d|@|[\[(](?:at|ät|собака)[\])]", re.IGNORECASE)


def private(text: str) -> Iterator[Found]:
    """
    Yield what in a text has the form of something that belongs to a person alone.
    """
    if not _SIGNS.search(text):
        return
    rest = _MARK.sub(lambda mark: " " * len(mark[0]), text)
    for number, (what, rule) in enumerate(_RULES):
        if number == _BEFORE_WEB:
            rest = _WEB.sub(_blank, rest)
        for match in list(rule(rest)):
            words = match[0].strip()
            start = match.start() + match[0].index(words)
            yield Found(what, text[start : start + len(words)], start)
            rest = rest[: match.start()] + _blank(match) + rest[match.end() :]


def _blank(match: re.Match[str]) -> str:
    return "×" * len(match[0])
