"""
The pages and stories in Markdown: paragraph by paragraph, and what they newly tell against somebody.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from ... import inert, prose
from ...content import Written
from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section
from ..sides import Side


def texts(comparison: Comparison) -> Iterator[Section]:
    """
    Tell which were removed, changed and added.
    """
    before, after = comparison.before.texts, comparison.after.texts
    gone = [path for path in before if path not in after]
    yield Section(f"{count(len(gone), 'text')} removed from the content", tuple(_headed(path, before[path]) for path in gone))
    new = [path for path in after if path not in before]
    yield Section(f"{count(len(new), 'text')} added to the content", tuple(telling.item(_headed(path, after[path]), _accusing(comparison, set(), after[path])) for path in new))
    changed = [path for path in after if path in before and before[path][:2] != after[path][:2]]
    yield Section(f"{count(len(changed), 'text')} of the content changed", tuple(_changed(comparison, path) for path in changed))


def _headed(path: str, text: Written) -> str:
    return f"{inert.code(path)}: {inert.text(text.header.get('title', ''))}"


def _changed(comparison: Comparison, path: str) -> str:
    before, after = comparison.before.texts[path], comparison.after.texts[path]
    header = [
        f"{inert.text(name)}: {inert.marked(before.header.get(name, ''), after.header.get(name, ''))}"
        for name in sorted({*before.header, *after.header})
        if before.header.get(name) != after.header.get(name)
    ]
    told = _accusing(comparison, set(prose.links(before.body)), after)
    return telling.item(_headed(path, after), told, *header, *_paragraphs(_blocks(comparison.before, before), _blocks(comparison.after, after)))


def _accusing(comparison: Comparison, known: set[str], after: Written) -> str:
    found = [id_ for id_ in dict.fromkeys(prose.links(after.body)) if id_ not in known and id_ in comparison.now.facts and comparison.now.facts[id_].against]
    return f"**now cites {count(len(found), 'allegation')}**: {', '.join(inert.code(id_) for id_ in found)}" if found else ""


def _blocks(side: Side, text: Written) -> list[str]:
    """Its paragraphs as they read, with each citation as the id of its fact."""

    def words(found: re.Match[str]) -> str:
        return found[2] or (f"[{found[1]}]" if found[1] in side.records.facts else side.name(found[1]))

    return [" ".join(prose.LINK.sub(words, block).split()) for block in re.split(r"\n\s*\n", text.body) if block.strip()]


def _paragraphs(before: list[str], after: list[str]) -> Iterator[str]:
    for what, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        both = min(b - a, d - c)
        yield from (inert.marked(old, now) for old, now in zip(before[a : a + both], after[c : c + both], strict=True))
        yield from (inert.gone(old) for old in before[a + both : b])
        yield from (inert.new(now) for now in after[c + both : d])
