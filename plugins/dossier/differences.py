"""
What an earlier wording and a later one do not share, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from .languages import Language
from .prose import Span

_ALIKE = 0.4
"""How much two wordings must share for their differences to say more than the wordings themselves do."""

_Word = tuple[Span, ...]
"""What stands between two spaces, each part in its language."""


class Run(NamedTuple):
    """
    Some words that stand together.
    """

    spans: tuple[Span, ...]
    """The words, each stretch in its language."""

    differs: bool
    """Whether the other wording lacks them."""


def differences(before: Sequence[Span], after: Sequence[Span]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """
    Return both wordings in runs of words that they share and that they do not.

    Where they share too little, each is one run, and all of it differs.
    """
    old, new = list(_words(before)), list(_words(after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (_run(old, differs=True),), (_run(new, differs=True),)
    was, now = [], []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        was += [_run(old[start:end], differs=tag != "equal")] if end > start else []
        now += [_run(new[other_start:other_end], differs=tag != "equal")] if other_end > other_start else []
    return tuple(was), tuple(now)


def whole(text: Sequence[Span]) -> tuple[Run, ...]:
    """
    Return a wording that is compared with none.
    """
    return (_run(list(_words(text)), differs=False),)


def _words(text: Iterable[Span]) -> Iterator[_Word]:
    parts: list[Span] = []
    for span in text:
        first, *others = span.text.split(" ")
        parts += [Span(first, span.language)] if first else []
        for other in others:
            if parts:
                yield tuple(parts)
            parts = [Span(other, span.language)] if other else []
    if parts:
        yield tuple(parts)


def _run(words: Sequence[_Word], *, differs: bool) -> Run:
    spaced = [span for number, word in enumerate(words) for span in (*([Span(" ", _shared(words[number - 1], word))] if number else []), *word)]
    stretches = groupby(spaced, key=lambda span: span.language)
    return Run(tuple(Span("".join(span.text for span in stretch), language) for language, stretch in stretches), differs)


def _shared(before: _Word, after: _Word) -> Language | None:
    """The language of the space between two words: theirs, if it is one."""
    return before[-1].language if before[-1].language == after[0].language else None
