"""
Every quotation in a fact stands in a paragraph that the fact cites.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..model import Fact
from ..problems import Problem, shown
from ..records import Records
from ..urls import resolver
from ..wording import names, quotations_of
from .texts import Texts


def quotations(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse a quotation that none of the cited paragraphs has; names of records, which may have quotation marks, apart.
    """
    resolve = resolver(records)
    own = {quoted for entity in records.entities.values() for name in (entity.name, entity.label) for quoted in quotations_of(name)}
    for fact in records.facts.values():
        if not all(place.source in texts.paragraphs for place in fact.cite):
            continue
        cited = cited_text(fact, texts)
        for quoted in quotations_of(prose.plain(fact.text, resolve)):
            if quoted not in own and not names(cited, quoted.rstrip(".,")):
                yield records.problem(fact.id, f"expected a quotation from a cited paragraph, found {shown(quoted)}: correct it, or cite the paragraph that has it", "text", find=quoted)


def cited_text(fact: Fact, texts: Texts) -> str:
    """
    Return all paragraphs that a fact cites.
    """
    return "\n".join(texts.at(place.source, place.locator) for place in fact.cite)
