"""
Gives a record another id wherever it is named, in the files as they are laid out, and notes the earlier one.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from .check import check
from .check.references import references_of
from .content import content_problems
from .dossier import Dossier
from .edits import Edit, edited
from .fields import ID, MAX_ID
from .ids import id_from
from .model import Fact
from .moves import meant, way
from .parse import MOVES, parse
from .problems import Problem, shown
from .records import SETTINGS_ID, Records, Written
from .yamlfile import YamlFile

_HEADER = "# yaml-language-server: $schema=_schema/moved.json\n# Records that were renamed: the earlier id, then the present one. At its earlier address each has a page that leads on.\n"


class Asked(NamedTuple):
    """
    What is to be renamed, and where.
    """

    dossier: Path
    content: Path
    """The folder with pages and stories in Markdown; it need not be there."""

    stories: tuple[str, ...]
    """Those folders in it whose files tell a story."""

    old: str
    new: str


@dataclass
class Renamed:
    """
    What a renaming does to the files.
    """

    edits: dict[Path, set[Edit]] = field(default_factory=lambda: defaultdict(set))
    """By file: the changes in it."""

    files: dict[Path, Path] = field(default_factory=dict)
    """Files that get another name."""

    written: dict[Path, bytes] = field(default_factory=dict)
    """What each changed file holds in the end, by its name in the end."""

    @property
    def places(self) -> int:
        """How many places in how many files are changed."""
        return sum(map(len, self.edits.values()))


def rename(asked: Asked) -> Renamed:
    """
    Rename a record: all of it, or nothing.

    Returns:
        What was done.

    Raises:
        SystemExit: If an id is unknown, malformed or taken, or if the dossier would not hold together as before, with the reason.
    """
    records, problems = parse(asked.dossier)
    _answerable(records, asked)
    renamed = _planned(records, asked)
    for path, edits in renamed.edits.items():
        before = path.read_bytes() if path.exists() else b""
        renamed.written[renamed.files.get(path, path)] = edited(before, edits)
    before = [*problems, *check(records)]
    with tempfile.TemporaryDirectory() as folder:
        tried = _tried(asked, renamed, Path(folder))
        worse = _worse(asked, [*before, *_told_of_content(asked, records, before)], tried)
    if worse:
        raise SystemExit("\n".join(["nothing was renamed, for then there would be:", *worse]))
    _put(renamed)
    return renamed


def _answerable(records: Records, asked: Asked) -> None:
    for id_, name in ((asked.old, "FROM"), (asked.new, "TO")):
        if not ID.fullmatch(id_) or len(id_) > MAX_ID:
            likely = id_from(id_)
            raise SystemExit(f"expected {name}= as an id of at most {MAX_ID} lower-case letters, digits and single hyphens, found {shown(id_)}" + (f", did you mean '{likely}'?" if likely else ""))
    if asked.old not in records.written:
        raise SystemExit(f"expected FROM= as the id of a record, found {shown(asked.old)}{meant(records.moves, asked.old, records.written)}")
    if asked.old == asked.new:
        raise SystemExit(f"expected another id in TO=, found {shown(asked.new)} in both")
    if known := records.written.get(asked.new):
        raise SystemExit(f"expected TO= as an id that no record has, found {shown(asked.new)}, which is taken in {known.file.name}: choose another")
    if asked.new in records.moves and way(records.moves, asked.new)[-1] != asked.old:
        raise SystemExit(f"expected TO= as an id that no record has had, found {shown(asked.new)}, the earlier one of '{way(records.moves, asked.new)[-1]}', whose address it still is: choose another")
    if asked.old in records.broken_words | records.broken or records.unknown:
        raise SystemExit(f"expected files that can be read, found a slip in one that may name {shown(asked.old)}: run 'make check', mend it, and try again")


def _planned(records: Records, asked: Asked) -> Renamed:
    renamed = Renamed()
    written = records.written[asked.old]
    whole = re.compile(rf"(?<![\w-]){asked.old}(?![\w-])")
    link = re.compile(rf"\[\[({asked.old})(?=\]\]|\|)")

    def replace(file: YamlFile, start: int, end: int, pattern: re.Pattern[str] = whole) -> None:
        for found in pattern.finditer(file.text, start, end):
            renamed.edits[file.path].add(Edit(*found.span(found.re.groups), asked.new))

    if written.steps:
        replace(written.file, *written.file.span(*written.steps, key=True))
    else:
        for suffix in (".yml", ".sha256"):
            file = written.file.path.with_suffix(suffix)
            if file.exists() and (suffix == ".yml" or asked.old in records.sources):
                renamed.files[file] = file.with_name(asked.new + suffix)
    for own, record in records.everything():
        place = Written(records.settings_file) if own == SETTINGS_ID and records.settings_file else records.written[own]
        for id_, _, steps, key in references_of(record):
            if id_ != asked.old:
                continue
            start, end = place.file.span(*place.steps, *steps, key=key)
            if steps[0] == "relation":
                # A predicate may be spelled like an id.
                subject, _, object_ = re.finditer(r"[\w-]+", place.file.text[start:end])
                for word in (subject, object_):
                    replace(place.file, start + word.start(), start + word.end())
            else:
                replace(place.file, start, end)
        if isinstance(record, Fact) and record.who == asked.old and asked.old in records.entities:
            replace(place.file, *place.file.span(*place.steps, "who"))
    for file in _files(records):
        for start, end in file.scalars():
            replace(file, start, end, link)
    for path in sorted(asked.content.rglob("*.md")):
        text = path.read_text(encoding="utf-8-sig")
        for found in link.finditer(text):
            renamed.edits[path].add(Edit(*found.span(1), asked.new))
    _note(records, asked, renamed)
    return renamed


def _files(records: Records) -> Iterator[YamlFile]:
    files = [written.file for written in records.written.values()] + ([records.settings_file] if records.settings_file else [])
    yield from {file.path: file for file in files}.values()


def _note(records: Records, asked: Asked, renamed: Renamed) -> None:
    """Write the earlier id down, after those that are known, and take out the new one where it is an earlier one come back."""
    file = records.moves_file
    path = asked.dossier / MOVES
    if file is None:
        renamed.edits[path].add(Edit(0, 0, f"{_HEADER}{asked.old}: {asked.new}\n"))
        return
    if asked.new in records.moves:
        start = file.span(asked.new, key=True)[0]
        below = file.text.find("\n", start) + 1
        renamed.edits[path].add(Edit(start, below or len(file.text), ""))
    end = len(file.text)
    renamed.edits[path].add(Edit(end, end, f"{'' if file.text.endswith(chr(10)) else chr(10)}{asked.old}: {asked.new}\n"))


def _tried(asked: Asked, renamed: Renamed, folder: Path) -> list[Problem]:
    """Every problem that there would be, found in a copy."""
    copied = {asked.dossier: folder / "dossier"}
    if not asked.content.is_relative_to(asked.dossier):
        copied[asked.content] = folder / "content"
    for original, copy in copied.items():
        if original.is_dir():
            shutil.copytree(original, copy)
    at = Renamed(
        files={_moved(path, copied): _moved(target, copied) for path, target in renamed.files.items()},
        written={_moved(path, copied): content for path, content in renamed.written.items()},
    )
    _put(at)
    there = asked._replace(dossier=copied[asked.dossier], content=_moved(asked.content, copied))
    records, problems = parse(there.dossier)
    problems += check(records)
    return [*problems, *_told_of_content(there, records, problems)]


def _moved(path: Path, copied: dict[Path, Path]) -> Path:
    return next(copy / path.relative_to(original) for original, copy in copied.items() if path.is_relative_to(original))


def _told_of_content(asked: Asked, records: Records, problems: list[Problem]) -> list[Problem]:
    # What links to a dossier that does not hold together cannot be judged.
    return [] if problems or records.settings is None else list(content_problems(asked.content, asked.stories, Dossier(records)))


def _worse(asked: Asked, before: list[Problem], after: list[Problem]) -> list[str]:
    """What is wrong after the renaming and was not before, wherever it stands."""

    def told(problem: Problem) -> str:
        return re.sub(rf"(?<![\w-]){asked.old}(?![\w-])", asked.new, problem.message)

    more = Counter(map(told, after)) - Counter(map(told, before))
    return [f"{Path(problem.file).name}:{problem.line}: {problem.message}" for problem in after if told(problem) in more]


def _put(renamed: Renamed) -> None:
    """Write everything, or, if something cannot be written, put back what was there."""
    kept = {path: path.read_bytes() for path in {*renamed.files, *renamed.written} if path.exists()}
    try:
        for path, target in renamed.files.items():
            path.rename(target)
        for path, content in renamed.written.items():
            path.write_bytes(content)
    except OSError:
        for path in {*renamed.files.values(), *renamed.written} - set(kept):
            path.unlink(missing_ok=True)
        for path, content in kept.items():
            path.write_bytes(content)
        raise
