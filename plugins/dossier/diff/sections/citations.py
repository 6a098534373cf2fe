"""
Citations that may no longer hold: paragraphs that are not what they were, and words that the texts do not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import inert
from ...fields import Place
from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section


def citations(comparison: Comparison) -> Iterator[Section]:
    """
    Tell what can be known without the texts, and what they say where they are at hand.
    """
    items = []
    for before, after in comparison.facts.kept:
        stale = [place for place, words in after.cite.items() if not after.withdrawn and before.cite.get(place, "") == words and _is_another(comparison, place)]
        if stale:
            lines = [f"{inert.text(str(place))}: “{inert.text(after.cite[place] or '')}”" for place in stale]
            items.append(telling.item(f"{telling.link(comparison, after)}: {inert.text(comparison.after.plain(after.text))}", *lines))
    yield Section(
        f"{count(len(items), 'fact')} with citations that may no longer verify",
        tuple(items),
        "The paragraphs that they name are not what they were when the words were taken from them: hold them against the text again.",
    )
    found = comparison.text_problems or ()
    yield Section(f"{count(len(found), 'thing')} that the sources’ texts do not bear out", found)


def _is_another(comparison: Comparison, place: Place) -> bool:
    taken = [side.records.fingerprints.get(place.source) for side in (comparison.before, comparison.after)]
    if taken[0] is None or taken[1] is None:
        return False
    if place.locator is None:
        return taken[0].whole != taken[1].whole
    return taken[0].paragraphs[place.locator - 1 : place.locator] != taken[1].paragraphs[place.locator - 1 : place.locator]
