"""
Every place named in a source is there, and every citation has what the dossier demands.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fields import Place
from ..model import CitationDemands, Entity, Fact, Source
from ..problems import Problem, count
from ..records import Records
from ..vocabulary import Demand, Locator
from ..yamlfile import Step


def places(records: Records) -> Iterator[Problem]:
    """
    Refuse paragraphs that the source does not have, and citations that lack a part.
    """
    demands = records.settings.citations if records.settings else None
    for fact in records.facts.values():
        for place, words in fact.cite.items():
            yield from _place(records, fact, place, demands, "cite", str(place))
            if words is None and demands and demands.words is Demand.REQUIRED:
                yield records.problem(fact.id, f"expected two to six words of {place} that carry the fact, found none: copy them after a colon", "cite", str(place), key=True, find=str(place))
    for entity in records.entities.values():
        for spelling, place in entity.spelled.items():
            yield from _place(records, entity, place, demands, "spelled", spelling)
    for source in records.sources.values():
        yield from _ranges(records, source)


def _place(records: Records, record: Fact | Entity, place: Place, demands: CitationDemands | None, *steps: Step) -> Iterator[Problem]:
    source = records.sources.get(place.source)
    if source is None or demands is None or place.source in records.broken:
        return
    noun = demands.place.value
    key = steps[0] == "cite"
    if demands.place is Locator.PARAGRAPH and source.document is None:
        if place.source in records.fingerprints:
            return  # it is held: its record lacks the document, and is reported
        yield records.problem(record.id, f"expected a source that is held, found '{place}', whose text is not: cite the source that retells it", *steps, key=key)
    elif place.locator is None:
        if demands.place is not Locator.NOTHING:
            yield records.problem(record.id, f"expected a {noun} of {place.source}, such as '{place.source} 3', found the source alone: add it", *steps, key=key)
    elif demands.place is Locator.NOTHING:
        yield records.problem(record.id, f"expected the source alone, for this dossier cites no places in it, found '{place}'", *steps, key=key)
    elif (last := _paragraphs(records, source)) and place.locator > last:
        yield records.problem(record.id, f"expected a paragraph of {place.source} from 1 to {last}, found {place.locator}", *steps, key=key)


def _ranges(records: Records, source: Source) -> Iterator[Problem]:
    last = _paragraphs(records, source)
    taken: dict[int, str] = {}
    for index, lineage in enumerate(source.rests_on):
        numbers = lineage.paragraphs.numbers if lineage.paragraphs else tuple(range(1, (last or 1) + 1))
        if last and numbers[-1] > last:
            yield records.problem(source.id, f"expected paragraphs from 1 to {last}, found {numbers[-1]}", "rests_on", index, "paragraphs")
        for number in numbers:
            if number in taken:
                message = f"expected each paragraph to rest on one source, found {number} here and on {taken[number]}: narrow one of the two, or write 'through: {taken[number]}' and take it out there"
                yield records.problem(source.id, message, "rests_on", index, "paragraphs")
                break
            taken[number] = lineage.source
    for paragraphs in source.nothing_checkable:
        if last and paragraphs.numbers[-1] > last:
            yield records.problem(source.id, f"expected paragraphs from 1 to {last} ({count(last, 'paragraph')} held), found {paragraphs.numbers[-1]}", "nothing_checkable", paragraphs.words, key=True)
    if last and source.read_twice and source.read_twice.numbers[-1] > last:
        yield records.problem(source.id, f"expected paragraphs from 1 to {last}, found {source.read_twice.numbers[-1]}", "read_twice")


def _paragraphs(records: Records, source: Source) -> int:
    """How many paragraphs a source has; 0 where that is not known."""
    taken = records.fingerprints.get(source.id)
    return len(taken.paragraphs) if taken and taken.document == source.document else 0
