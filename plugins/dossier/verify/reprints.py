"""
Citations and quotations together reprint at most a quarter of a source.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..problems import Problem
from ..records import Records
from ..urls import resolver
from ..wording import quotations_of, words_of
from .texts import Texts

LIMIT = 0.25


def reprints(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse a source of which too much is reprinted.
    """
    for id_, share in shares(records, texts).items():
        if share > LIMIT:
            yield records.problem(id_, f"expected at most {LIMIT:.0%} of its words in citations and quotations, found {share:.1%}: shorten citations, and say quotations in our own words", "document")


def shares(records: Records, texts: Texts) -> dict[str, float]:
    """
    Return the share of each source's words that citations and quotations reprint; a word reprinted twice counts once.
    """
    sources = {source: [words_of(paragraph) for paragraph in paragraphs] for source, paragraphs in texts.paragraphs.items()}
    reprinted: dict[str, set[tuple[int, int]]] = {source: set() for source in sources}
    for source, number, phrase in _phrases(records, texts):
        for index, paragraph in enumerate(sources[source], start=1):
            if number in (None, index):
                reprinted[source] |= {(index, at) for at in _positions(paragraph, words_of(phrase))}
    return {source: len(reprinted[source]) / max(1, sum(map(len, paragraphs))) for source, paragraphs in sources.items()}


def _phrases(records: Records, texts: Texts) -> Iterator[tuple[str, int | None, str]]:
    """Each phrase that may be a source's own, with the source and the paragraph, where that is known."""
    resolve = resolver(records)
    for fact in records.facts.values():
        for place, words in fact.cite.items():
            if place.source in texts.paragraphs:
                yield place.source, place.locator, words or ""
                for text in (fact.text, fact.note or ""):
                    yield from ((place.source, place.locator, quoted) for quoted in quotations_of(prose.plain(text, resolve)))
    for disagreement in records.disagreements.values():
        for quoted in quotations_of(prose.plain(disagreement.why, resolve)):
            yield from ((source, None, quoted) for source in texts.paragraphs)


def _positions(paragraph: list[str], phrase: list[str]) -> Iterator[int]:
    """Which words of a paragraph a phrase is."""
    length = len(phrase)
    for start in range(len(paragraph) - length + 1) if length else ():
        if paragraph[start : start + length] == phrase:
            yield from range(start, start + length)
