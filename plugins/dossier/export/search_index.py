"""
Writes what the search looks through: one script that sets one global, for a page opened from a disk may load nothing else.

It lists documents, and the browser makes the index of words from them: that takes it a moment, and the list is
a fraction of the index's size.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..dossier import Dossier
from ..languages import Language
from ..model import ENTITIES, Fact
from ..urls import label_of, page_of
from ..views.facts import fact_view
from ..views.search import FRONT_PAGE, PageLink, kind_of, kinds, names_of, overviews, years
from ..wording import words_of

FILE = "search/index.js"
GLOBAL = "dossierSearch"

Document = dict[str, Any]
"""
What can be found. ``kind`` (a folder: ``people``, ``facts``, or ``pages``), ``url`` from the site's root, and, as there are any:

- ``text``: what a hit says, searched;
- ``shown``: what a hit says instead, where its text has no room; not searched;
- ``lang``: the language of the text, where it is not the dossier's;
- ``aside``: what stands beside it, not searched;
- ``also``: other words to find it by;
- ``about``: the numbers of the documents whose names it is also found by.
"""


def search_files(dossier: Dossier, written: Iterable[PageLink]) -> Iterator[tuple[str, str]]:
    """
    Yield the name and text of the script.

    Args:
        dossier: Whose records can be found.
        written: The pages and stories in Markdown.
    """
    lines = ",\n".join(json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for document in documents(dossier, written))
    yield FILE, f"globalThis.{GLOBAL} = [\n{lines}\n];\n"


def documents(dossier: Dossier, written: Iterable[PageLink]) -> list[Document]:
    """
    Return every entity, fact, source and page, sorted within its kind by id or title.
    """
    found = [*_entities(dossier)]
    numbers = {document["url"]: number for number, document in enumerate(found)}
    found += (_fact(dossier, fact, numbers) for fact in dossier.facts.values())
    found += _sources(dossier)
    for page in overviews(dossier, written):
        found.append({"kind": "pages", "url": page.url, "text": page.title, "also": [dossier.settings.title] if page.url == FRONT_PAGE else []})
    found += ({"kind": "pages", "url": page.url, "text": f"Facts by kind: {page.title}"} for page in kinds(dossier))
    found += ({"kind": "pages", "url": page.url, "text": f"Facts by year: {page.title}"} for page in years(dossier))
    return [{key: value for key, value in document.items() if value} for document in found]


def _entities(dossier: Dossier) -> Iterator[Document]:
    for sort in ENTITIES:
        for entity in dossier.entities.values():
            if isinstance(entity, sort):
                yield {"kind": sort.folder, "url": page_of(entity), "text": entity.name, "lang": _code(entity.language), "aside": kind_of(entity), "also": list(names_of(entity))}


def _fact(dossier: Dossier, fact: Fact, numbers: dict[str, int]) -> Document:
    """
    A fact by its text. An allegation and a withdrawn fact are found by the names and the id that their page has.

    What stands in the dossier's own title is a topic, and an allegation that speaks of it is found by that too.
    """
    view = fact_view(dossier, fact)
    places = ", ".join(f"{cited.source.label}{f' ¶{cited.place.locator}' if cited.place.locator else ''}" for cited in view.citations)
    where = f"{fact.kind.label}, {places}"
    found: Document = {"kind": "facts", "url": view.url, "about": sorted(numbers[page_of(entity)] for entity in view.entities)}
    if fact.withdrawn:
        return found | {"shown": f"Withdrawn on {fact.withdrawn.on}: {where}", "also": ["withdrawn", fact.kind.label]}
    # A hit has no room for attribution and reply, so an allegation's text is not in this file at all.
    if fact.against:
        topic = sorted(set(words_of(dossier.settings.title)) & set(words_of(view.statement.text)))
        return found | {"shown": f"An allegation, with its attribution and reply: {where}", "also": ["allegation", fact.kind.label, *topic]}
    return found | {"text": view.statement.text, "aside": where}


def _sources(dossier: Dossier) -> Iterator[Document]:
    for source in dossier.sources.values():
        publisher = dossier.entities.get(source.publisher or "")
        label = label_of(source, dossier.entities)
        names = [label, source.author, *((publisher.name, *names_of(publisher)) if publisher else ())]
        others = dict.fromkeys(name for name in names if name and name != source.title)
        held = ", withdrawn" if source.withdrawn else "" if source.document else ", not held"
        aside = f"{label}: {source.character.label}{held}" if label != source.title else f"{source.character.label}{held}"
        yield {"kind": "sources", "url": page_of(source), "text": source.title, "lang": _code(source.language_of_title), "aside": aside, "also": list(others)}


def _code(language: Language | None) -> str:
    return language.code if language else ""
