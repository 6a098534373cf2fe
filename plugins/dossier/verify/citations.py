"""
Every citation's words stand in the paragraph that it names, once; so does every spelling that a source is said to print.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, shown
from ..records import Records
from ..wording import occurrences
from .texts import Texts


def citations(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse words that are not there, and words that could mean two places in one paragraph.
    """
    for fact in records.facts.values():
        for place, words in fact.cite.items():
            if words is None or place.source not in texts.paragraphs:
                continue
            number = occurrences(texts.at(place.source, place.locator), words)
            if number == 0:
                yield records.problem(fact.id, f"expected words of {place}, found {shown(words)}, which it does not have: copy them from it", "cite", str(place))
            elif number > 1:
                yield records.problem(fact.id, f"expected words that {place} has once, found {shown(words)}, which it has {number} times: take more or others", "cite", str(place))
    for entity in records.entities.values():
        for spelling, place in entity.spelled.items():
            if place.source in texts.paragraphs and not occurrences(texts.at(place.source, place.locator), spelling):
                yield records.problem(entity.id, f"expected a spelling that {place} prints, found {shown(spelling)}", "spelled", spelling, key=True)
