"""
Foreign words say in which language they are, so that they are read aloud as they sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..languages import scripts_of, words_in_another_script
from ..model import Entity, Source
from ..problems import Problem, shown
from ..records import Records
from .links import prose_of


def languages(records: Records) -> Iterator[Problem]:
    """
    Refuse a mark of foreign words that is none, and words in another script than the dossier's title whose language nobody says.

    Words of another language in the dossier's own script cannot be told from its own; these are left to the editor.
    """
    own = scripts_of(records.settings.title) if records.settings else frozenset()
    for id_, record in records.everything():
        for text, steps in prose_of(record):
            for slip in prose.foreign_slips(text, own):
                yield records.problem(id_, slip.message, *steps, find=slip.find)
    if not own:
        return
    for entity in records.entities.values():
        if not entity.language and (word := _foreign(own, entity.name, entity.short or "")):
            yield records.problem(entity.id, _message(entity, word), "name")
    printed: dict[str, list[str]] = {}
    for fact in records.facts.values():
        for place, words in fact.cite.items():
            printed.setdefault(place.source, []).append(words or "")
    for entity in records.entities.values():
        for spelling, place in entity.spelled.items():
            printed.setdefault(place.source, []).append(spelling)
    for source in records.sources.values():
        if source.language:
            continue
        if word := _foreign(own, *printed.get(source.id, ())):
            yield records.problem(source.id, _message(source, word))
        elif not source.title_language and (word := _foreign(own, source.title)):
            yield records.problem(source.id, _message(source, word), "title")


def _foreign(own: frozenset[str], *texts: str) -> str:
    return next((word for text in texts for word in words_in_another_script(text, own)), "")


def _message(record: Entity | Source, word: str) -> str:
    what = "a name" if isinstance(record, Entity) else "a source"
    return f"expected the field 'language' of {what} with words in another script, found none beside {shown(word)}: add it, such as 'language: ru'"
