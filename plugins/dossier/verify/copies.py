"""
No run of eight words is a source's own: what is written here is written in our own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from .. import prose
from ..model import Disagreement, Fact, Source
from ..problems import Problem, shown
from ..records import Records
from ..urls import resolver
from ..wording import fold, words_of
from .texts import Texts

RUN = 8
"""How many consecutive words make a copied run; a name or title counts as one."""


def copies(records: Records, texts: Texts) -> Iterator[Problem]:
    """
    Refuse any run of words that a source has too.
    """
    mask = _mask(records)
    runs = {run: source for source, paragraphs in texts.paragraphs.items() for paragraph in paragraphs for run in _runs(mask(paragraph))}
    resolve = resolver(records)
    for id_, step, text in _texts(records):
        found = next((run for run in _runs(mask(prose.plain(text, resolve))) if run in runs), None)
        if found:
            yield records.problem(id_, f"expected our own words, found a run of {RUN} that {runs[found]} has too, {shown(' '.join(found))}: say it otherwise", step)


def _texts(records: Records) -> Iterator[tuple[str, str, str]]:
    for record in records.all():
        if isinstance(record, Fact):
            yield record.id, "text", record.text
            if record.note:
                yield record.id, "note", record.note
        elif isinstance(record, Disagreement):
            yield record.id, "title", record.title
            yield record.id, "why", record.why
        elif isinstance(record, Source):
            yield record.id, "note", record.note


def _mask(records: Records) -> Callable[[str], str]:
    """What turns each name and title in a text into one word."""
    names: set[str] = {source.title for source in records.sources.values()}
    for entity in records.entities.values():
        names |= {entity.name, entity.label, *entity.spelled}
    long = sorted({fold(name) for name in names if " " in name}, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in long) or "(?!)")
    return lambda text: pattern.sub(lambda found: "name" + re.sub(r"\W", "", found[0]), fold(text))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = words_of(text)
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
