"""
Compares a dossier with itself at an earlier commit, and tells it in Markdown.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from .. import inert
from ..problems import Problem, count
from ..verify import verify
from ..verify.texts import read
from .comparison import Comparison
from .git import Commit, GitError, Repository
from .report import SUMMARY_LIMIT, report
from .sections import sections
from .sides import Side, load


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is to be compared.
    """

    dossier: Path
    content: Path
    base: str = "HEAD"
    """The commit before."""

    head: str | None = None
    """The commit after; ``None`` for the files as they are."""

    texts: Path | None = None
    """Where the sources' texts are."""

    site: str = ""
    """The address of a preview."""

    limit: int = SUMMARY_LIMIT
    """The most bytes that the report may have; 0 for as many as it takes."""


def diff(asked: Asked) -> tuple[str, bool]:
    """
    Compare.

    Returns:
        The report, and whether the dossier after holds together.

    Raises:
        GitError: If one of the two cannot be read from git.
    """
    if asked.texts and not asked.texts.is_dir():
        msg = f"there is no folder {asked.texts} with texts"
        raise GitError(msg)
    repository = Repository(asked.dossier)
    base = repository.commit(asked.base)
    head = repository.commit(asked.head) if asked.head else None
    before = _committed(repository, base, asked)
    after = _committed(repository, head, asked) if head else load(asked.dossier, asked.content if repository.holds(asked.content) else None, "the files as they are")
    notes = _notes(repository, base, head, after)
    title = f"What changes in the dossier: {before.label} → {after.label}"
    if before.dossier is None or after.dossier is None:
        broken = [_broken(after)] if after.dossier is None else []
        broken += [_broken(before, _BY_TODAYS_RULES)] if before.dossier is None else []
        return report(title, [*notes, *broken], [], asked.limit), after.dossier is not None
    site = f"{asked.site.rstrip('/')}/" if asked.site else ""
    found = sections(Comparison(before, after, text_problems=_text_problems(after, asked.texts), site=site))
    if not found:
        notes.append("Nothing that a reader would notice has changed.")
    return report(title, notes, found, asked.limit), True


def _committed(repository: Repository, commit: Commit, asked: Asked) -> Side:
    label = f"{inert.code(commit.name)} ({commit.hash[:7]}, {commit.day})"
    with tempfile.TemporaryDirectory() as passing:
        folder, content = Path(passing).resolve() / "dossier", Path(passing).resolve() / "content"
        if not repository.export(commit, asked.dossier, folder):
            msg = f"there is no {asked.dossier} at {commit.name} ({commit.hash[:7]})"
            raise GitError(msg)
        has_content = repository.holds(asked.content) and repository.export(commit, asked.content, content)
        return load(folder, content if has_content else None, label, asked.dossier)


def _notes(repository: Repository, base: Commit, head: Commit | None, after: Side) -> list[str]:
    missing = repository.lacks(base, head)
    if not missing:
        return []
    name = inert.code(base.name)
    return [f"{name} has {count(missing, 'commit')} that {after.label} lacks. What they did shows here the other way round, until it is merged."]


_BY_TODAYS_RULES = "It is read by today’s rules, and may well have been sound by those of its day. "


def _broken(side: Side, remark: str = "") -> str:
    lines = [f"**The dossier at {side.label} does not hold together, so nothing can be compared.** {remark}{count(len(side.problems), 'problem').capitalize()}:"]
    shown = side.problems[:100]
    lines.append("\n".join(f"- {_line(problem)}" for problem in shown))
    if len(side.problems) > len(shown):
        lines.append(f"… and {len(side.problems) - len(shown):,} more.")
    return "\n\n".join(lines)


def _text_problems(side: Side, texts: Path | None) -> tuple[str, ...] | None:
    if texts is None:
        return None
    found, problems = read(side.records, texts)
    return tuple(_line(problem) for problem in sorted({*problems, *verify(side.records, found)}))


def _line(problem: Problem) -> str:
    return f"{inert.code(f'{problem.file}:{problem.line}:{problem.column}')} {inert.text(problem.message)}"
