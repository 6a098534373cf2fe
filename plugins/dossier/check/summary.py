"""
The front page's summary states nothing that no fact states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import prose, supports
from ..problems import Problem, shown
from ..records import SETTINGS_ID, Records

_SENTENCE = re.compile(r"(?P<sentence>.+?[.!?][”’)]?)(?P<cited>(?:\[\[[^\[\]|]*\]\])*)(?=\s|$)")


def summary(records: Records) -> Iterator[Problem]:
    """
    Refuse a sentence of the summary that does not end with a fact, and one that rests on an allegation or on what is withdrawn.
    """
    text = records.settings.summary if records.settings else None
    for found in _SENTENCE.finditer(text or ""):
        sentence = found["sentence"].strip()
        cited = [records.facts[id_] for id_ in prose.links(found["cited"]) if id_ in records.facts]
        if not found["cited"]:
            yield records.problem(SETTINGS_ID, f"expected each sentence to end with a fact, 'It was shut.[[fact-id]]', found {shown(sentence)}: add one", "summary", find=sentence[:20])
        for fact in cited:
            if gone := supports.no_longer(records.sources, fact):
                yield records.problem(SETTINGS_ID, f"expected facts that stand, found '{fact.id}', {gone}: take it out", "summary", find=fact.id)
            elif fact.against:
                yield records.problem(SETTINGS_ID, f"expected facts that are no allegations, for a summary has no room for a reply, found '{fact.id}': take it out", "summary", find=fact.id)
