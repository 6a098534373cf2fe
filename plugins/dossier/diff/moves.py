"""
Which records stand under another id than before.

What the dossier itself says of that comes first. Where it says nothing, a record that is gone and one that is new are the same if they say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from ..model import Record
from ..moves import way
from .sides import Side


def moves(before: Side, after: Side) -> dict[str, str]:
    """
    Return the earlier id of each such record with its present one.
    """
    old, now = before.records, after.records
    found = {id_: way(now.moves, id_)[-1] for id_ in now.moves if id_ in old.written and id_ not in now.written}

    def same(gone: Mapping[str, Record], there: Mapping[str, Record], key: Key) -> None:
        unmatched = {id_: record for id_, record in gone.items() if id_ not in found}, {id_: record for id_, record in there.items() if id_ not in found.values()}
        found.update(_same(*unmatched, key, before, after))

    same(old.entities, now.entities, lambda _, entity: (entity.sort, entity.name))
    same(old.sources, now.sources, lambda _, source: source.title)
    same(old.facts, now.facts, lambda side, fact: side.plain(fact.text))
    # Reworded as well, it still rests on the same words of the same places.
    same(old.facts, now.facts, lambda _, fact: (fact.voice, *sorted((str(place), words or "") for place, words in fact.cite.items())))
    return found


Key = Callable[[Side, Any], Hashable]
"""What two records have in common if they are the same."""


def _same(old: Mapping[str, Record], now: Mapping[str, Record], key: Key, before: Side, after: Side) -> dict[str, str]:
    gone = _by_key(before, key, ((id_, record) for id_, record in old.items() if id_ not in now))
    new = _by_key(after, key, ((id_, record) for id_, record in now.items() if id_ not in old))
    # Two that say the same cannot be told apart.
    return {ids[0]: new[found][0] for found, ids in gone.items() if len(ids) == 1 and len(new.get(found, [])) == 1}


def _by_key(side: Side, key: Key, records: Iterable[tuple[str, Record]]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for id_, record in records:
        found[key(side, record)].append(id_)
    return found
