"""
Which records stand under another id than before.

Nobody need say so for the report to tell it: a record that is gone and one that is new are the same if they say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from ..model import Entity, Fact, Record, Source
from .sides import Side


def moves(before: Side, after: Side) -> dict[str, str]:
    """
    Return the earlier id of each such record with its present one.
    """
    found: dict[str, str] = {}
    old, now = before.records, after.records
    found |= _same(old.entities, now.entities, lambda _, entity: (entity.sort, entity.name), before, after)
    found |= _same(old.sources, now.sources, lambda _, source: source.title, before, after)
    found |= _same(old.facts, now.facts, lambda side, fact: side.plain(fact.text), before, after)
    left = {id_: fact for id_, fact in old.facts.items() if id_ not in found}, {id_: fact for id_, fact in now.facts.items() if id_ not in found.values()}
    # Reworded as well, it still rests on the same words of the same places.
    return found | _same(*left, lambda _, fact: (fact.voice, *sorted((str(place), words or "") for place, words in fact.cite.items())), before, after)


def _same(old: Mapping[str, Record], now: Mapping[str, Record], key: Callable[[Side, Fact | Entity | Source], Hashable], before: Side, after: Side) -> dict[str, str]:
    gone = _by_key(before, key, ((id_, record) for id_, record in old.items() if id_ not in now))
    new = _by_key(after, key, ((id_, record) for id_, record in now.items() if id_ not in old))
    # Two that say the same cannot be told apart.
    return {ids[0]: new[found][0] for found, ids in gone.items() if len(ids) == 1 and len(new.get(found, [])) == 1}


def _by_key(side: Side, key: Callable[[Side, Fact | Entity | Source], Hashable], records: Iterable[tuple[str, Record]]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for id_, record in records:
        found[key(side, record)].append(id_)  # type: ignore[arg-type]
    return found
