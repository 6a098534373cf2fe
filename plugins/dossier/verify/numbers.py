"""
Every number and year that a fact states stands in a paragraph that it cites, or is marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import prose
from ..model import Fact
from ..problems import Problem, shown
from ..records import Records
from ..urls import resolver
from ..wording import numbers_of
from .quotations import cited_text
from .texts import Texts


def numbers(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse a number from nowhere, in the text, the figures or the years of the date.
    """
    resolve = resolver(records)
    names = sorted({name for entity in records.entities.values() for name in (entity.name, entity.label) if re.search(r"\d", name)}, key=len, reverse=True)
    for fact in records.facts.values():
        if not all(place.source in texts.paragraphs for place in fact.cite):
            continue
        known = set(numbers_of(cited_text(fact, texts))) | set(numbers_of(" ".join(fact.inferred)))
        text = prose.plain(fact.text, resolve)
        for name in names:
            text = text.replace(name, "")  # the number of a flight, and the like, is a name
        for step, stated in (("text", text), *(("figure", figure.amount.words) for figure in fact.figure), ("date", _years(fact))):
            for number in dict.fromkeys(numbers_of(stated)):
                if number not in known:
                    yield records.problem(
                        fact.id,
                        f"expected a number that a cited paragraph has, found {shown(number)}: correct it, cite the paragraph that has it, or say under 'inferred' why it is so",
                        step,
                        find=number,
                    )


def _years(fact: Fact) -> str:
    """The years and decades of a fact's date, as a paragraph would have them."""
    return " ".join(year.replace("X", "0") for year in re.findall(r"\b\d{4}\b|\b\d{3}X", fact.date.edtf)) if fact.date else ""
