"""
A dossier at one of the two commits, with the pages and stories beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import prose
from ..check import check
from ..content import Written, split
from ..dossier import Dossier
from ..model import Entity, Fact
from ..parse import parse, shown_path
from ..problems import Problem
from ..records import Records


@dataclass(frozen=True)
class Side:
    """
    One of the two.
    """

    label: str
    """What it is called in the report, in Markdown."""

    records: Records
    """As they were read."""

    dossier: Dossier | None
    """What they make, or ``None`` if they do not hold together."""

    problems: tuple[Problem, ...] = ()
    """Why they do not."""

    texts: Mapping[str, Written] = field(default_factory=dict)
    """The Markdown files of the site, by their path in its content."""

    def plain(self, text: str) -> str:
        """
        Return a text of a record as it reads on this side.
        """
        return prose.plain(text, self.dossier.resolve) if self.dossier else text

    def name(self, id_: str) -> str:
        """
        Return what a reader calls a record, or its id where it has no name.
        """
        record: Entity | None = self.records.entities.get(id_)
        return record.label if record else id_

    def who(self, fact: Fact) -> str:
        """
        Return whose word a fact is, in words: its voice, and who.
        """
        return f"{fact.voice.label}: {self.name(fact.who)}" if fact.who else fact.voice.label


def load(folder: Path, content: Path | None, label: str, shown_as: Path | None = None) -> Side:
    """
    Read one side.

    Args:
        folder: Where its dossier is.
        content: Where its pages and stories are, if they are anywhere.
        label: What it is called in the report, in Markdown.
        shown_as: The dossier's folder as editors know it, where ``folder`` is a passing copy.
    """
    records, problems = parse(folder)
    problems += check(records)
    if problems or records.settings is None:
        found = sorted(set(problems))
        if shown_as:
            found = [replace(problem, file=problem.file.replace(shown_path(folder), shown_path(shown_as), 1)) for problem in found]
        return Side(label, records, None, tuple(found))
    texts = {path.relative_to(content).as_posix(): split(path.read_text(encoding="utf-8-sig", errors="replace")) for path in sorted(content.rglob("*.md"))} if content else {}
    return Side(label, records, Dossier(records), texts=texts)
