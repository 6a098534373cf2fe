"""
Every id that a record names is the id of a record, and of the right sort.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Disagreement, Entity, Fact, Organisation, Record, Request, Settings, Source
from ..moves import meant
from ..problems import Problem, a, closest, shown
from ..records import Records
from ..yamlfile import Step

Reference = tuple[str, str, tuple[Step, ...], bool]
"""An id, what it must be the id of, the way to it in the record, and whether it stands in the key."""

_ANY, _BODY, _FACT, _SOURCE = "a person, organisation, country or case", "an organisation", "a fact", "a source"
_STATEMENT = "a source or a fact"

_LISTS = {Fact: ("about", "against", "answers", "relation"), Disagreement: ("facts",), Request: ("about",), Settings: ("findings",)}
"""The fields that hold several of something, each once."""


def references(records: Records) -> Iterator[Problem]:
    """
    Refuse ids that lead nowhere, or to a record of another sort.
    """
    groups = {
        _ANY: records.entities,
        _BODY: {id_: entity for id_, entity in records.entities.items() if isinstance(entity, Organisation)},
        _FACT: records.facts,
        _SOURCE: records.sources,
        _STATEMENT: {**records.sources, **records.facts},
    }
    for own, record in records.everything():
        for id_, expected, steps, key in references_of(record):
            if id_ in groups[expected] or id_ in records.broken:
                continue
            if id_ in records.written:
                found = f"{shown(id_)}, which is {_sort(records, id_)}"
            elif records.unknown or closest(id_, records.broken):
                continue  # most likely the id of a record that is broken, and reported
            else:
                found = shown(id_) + meant(records.moves, id_, groups[expected])
            yield records.problem(own, f"expected the id of {expected}, found {found}", *steps, key=key, find=id_)
        yield from _twice(records, record, own)


def dangling(records: Records) -> set[str]:
    """
    Return every id that some record names and none has.
    """
    named = {id_ for record in records.all() for id_, *_ in references_of(record)}
    return {id_ for id_ in named if id_ not in records.written}


def references_of(record: Record) -> Iterator[Reference]:
    """
    Yield every id that a record names outside its prose.
    """
    if isinstance(record, Fact):
        yield from _listed(record.about, _ANY, "about")
        yield from _listed(record.against, _ANY, "against")
        yield from _listed(record.answers, _FACT, "answers")
        for index, relation in enumerate(record.relation):
            yield relation.subject, _ANY, ("relation", index), False
            yield relation.object, _ANY, ("relation", index), False
        for index, figure in enumerate(record.figure):
            if figure.for_:
                yield figure.for_, _ANY, ("figure", index, "for"), False
        for place in record.cite:
            yield place.source, _SOURCE, ("cite", str(place)), True
        yield from ((id_, _STATEMENT, ("kept", id_), True) for id_ in record.kept)
    elif isinstance(record, Entity):
        for spelling, place in record.spelled.items():
            yield place.source, _SOURCE, ("spelled", spelling), False
        if record.lead:
            yield record.lead, _FACT, ("lead",), False
    elif isinstance(record, Source):
        if record.publisher:
            yield record.publisher, _BODY, ("publisher",), False
        for index, lineage in enumerate(record.rests_on):
            yield lineage.source, _SOURCE, ("rests_on", index, "source"), False
            if lineage.through:
                yield lineage.through, _SOURCE, ("rests_on", index, "through"), False
    elif isinstance(record, Disagreement):
        yield from _listed(record.facts, _FACT, "facts")
        yield from ((id_, _FACT, ("kept", id_), True) for id_ in record.kept)
    elif isinstance(record, Request):
        yield record.asked, _ANY, ("asked",), False
        yield from _listed(record.about, _FACT, "about")
        for name, came in (("answer", record.answer), ("declined", record.declined)):
            yield from _listed(came.facts if came else (), _FACT, name, "facts")
    elif isinstance(record, Settings):
        yield from _listed(record.findings, _FACT, "findings")


def _listed(ids: tuple[str, ...], expected: str, *steps: str) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield id_, expected, (*steps, index), False


def _twice(records: Records, record: Record, own: str) -> Iterator[Problem]:
    for name in _LISTS.get(type(record), ()):
        listed = getattr(record, name)
        for index, item in enumerate(listed):
            if item in listed[:index]:
                yield records.problem(own, f"expected each item of '{name}' once, found {shown(item)} again: take it out", name, index)
            elif item == own:
                yield records.problem(own, f"expected another record in '{name}', found the record itself: take it out", name, index)


def _sort(records: Records, id_: str) -> str:
    if entity := records.entities.get(id_):
        return a(entity.sort)
    if id_ in records.requests:
        return "a request"
    return "a fact" if id_ in records.facts else "a source" if id_ in records.sources else "a disagreement"
