"""
From the files of a dossier to its records: the only place where what an editor typed is not yet typed.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from . import fingerprints, yamlfile
from .fields import ID
from .known import Known
from .model import ENTITIES, Disagreement, Entity, Fact, Move, Record, Request, Settings, Source, fields_of
from .placeholders import is_within, unfilled
from .problems import Problem, did_you_mean, shown
from .records import Records, Written
from .slips import slips, what
from .yamlfile import YamlFile

SETTINGS = "dossier.yml"
MOVES = "moved.yml"
FACTS = "facts"
FOLDERS: dict[str, type[Record]] = {record.folder: record for record in (Source, *ENTITIES, Disagreement, Request)}
_APART = ("_template", "_schema", "content")
_OTHER_FILES = ("README.md", "LICENSE")
_NOBODYS = re.compile(r"\..*|.*~|#.*#")
"""Hidden files, and the copies that editors' programs keep beside a file while it is open."""

_YAML = re.compile(r"\.ya?ml\b", re.IGNORECASE)


def parse(folder: Path, known: Known | None = None) -> tuple[Records, list[Problem]]:
    """
    Read a dossier.

    Args:
        folder: Where its files are.
        known: What was read before of files that have not changed since; what is read now is added.

    Returns:
        All records that could be read, and a problem for each slip in those that could not.
    """
    # Half a million small objects that all stay: collecting garbage would only look at them again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Parser(folder, known or Known()).parse()
    finally:
        if collecting:
            gc.enable()


def shown_path(path: Path) -> str:
    """
    Return a path as an editor would type it where they stand.
    """
    path = path.absolute()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


class _Parser:
    def __init__(self, folder: Path, known: Known) -> None:
        self.folder = folder
        self.known = known
        self.records = Records()
        self.problems: list[Problem] = []

    def parse(self) -> tuple[Records, list[Problem]]:
        if not self.folder.is_dir():
            return self.records, [Problem(shown_path(self.folder), 1, 1, f"expected a dossier's folder with a {SETTINGS}, found none")]
        self.settings()
        for name, record in FOLDERS.items():
            for file in self.files(name, {".sha256"} if record is Source else set()):
                self.one_record(file, record)
        for file in self.files(FACTS):
            self.facts(file)
        self.moves()
        self.fingerprints()
        self.strangers()
        return self.records, self.problems

    def settings(self) -> None:
        path = self.folder / SETTINGS
        if not path.exists():
            # Under a name much like it, it is reported as a stranger.
            if not any(did_you_mean(other.name, [SETTINGS]) for other in self.folder.iterdir()):
                fields = ", ".join(name for name, info in fields_of(Settings).items() if info.is_required())
                self.problems.append(Problem(shown_path(path), 1, 1, f"expected the dossier's settings, found no such file: write it, with the fields {fields}"))
            return
        file = self.read(path)
        self.records.settings_file = file
        if file.value is not None:
            record = self.validate(Settings, file, (), file.value, {})
            self.records.settings = record if isinstance(record, Settings) else None

    def files(self, name: str, beside: Iterable[str] = ()) -> list[YamlFile]:
        folder = self.folder / name
        if not folder.is_dir():
            return []
        files = []
        for path in sorted(folder.iterdir()):
            if _NOBODYS.fullmatch(path.name) or path.suffix in beside:
                continue
            if path.suffix == ".yml" and not path.is_dir():
                files.append(self.read(path))
            elif path.name not in _OTHER_FILES:
                self.problems.append(Problem(shown_path(path), 1, 1, f"expected only .yml files in {name}/, found {_what_is(path)}: {_way_out(path)}"))
                self.astray(path)
        return files

    def read(self, path: Path) -> YamlFile:
        if path not in self.known.files:
            self.known.files[path] = yamlfile.read(path, shown_path(path))
        file, problems = self.known.files[path]
        self.problems += problems
        if problems and file.value is not None:
            self.broken(set(), file.text)
        return file

    def astray(self, path: Path) -> None:
        """Note what records a file or folder in the wrong place may hold: only the place is reported."""
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if _YAML.search(file.name) and file.is_file():
                text = yamlfile.read(file, shown_path(file))[0].text
                self.unreadable(YamlFile(file, shown_path(file), text), {_likely_id(file.name.split(".")[0]), *_likely_facts(text)})

    def one_record(self, file: YamlFile, record: type[Record]) -> None:
        id_ = file.path.stem
        if not ID.fullmatch(id_):
            likely = _likely_id(id_)
            message = f"expected a file name of lower-case letters, digits and single hyphens, for it is the record's id and address, found {shown(file.path.name)}"
            self.problems.append(Problem(file.name, 1, 1, f"{message}: rename it to {likely}.yml" if likely else message))
            self.unreadable(file, {likely})
            return
        if file.value is None:
            self.unreadable(file, {id_})
        elif self.define(id_, Written(file), file.value):
            self.keep(id_, self.validate(record, file, (), file.value, {"id": id_}), file.value)

    def facts(self, file: YamlFile) -> None:
        if not isinstance(file.value, dict):
            if file.value is not None:
                self.problems.append(file.problem(f"expected facts, each as an id and its fields, found {what(file.value)}"))
            ids = _likely_facts(file.text)
            self.unreadable(file, ids)
            self.records.unknown |= not ids or file.value is not None
            return
        for id_, raw in file.value.items():
            if not ID.fullmatch(id_):
                likely = _likely_id(id_)
                message = f"expected a fact's id of lower-case letters, digits and single hyphens, found {shown(id_)}"
                self.problems.append(file.problem(f"{message}: write {likely}" if likely else message, id_, key=True))
                self.unreadable(file, {likely}, str(raw))
            elif self.define(id_, Written(file, (id_,)), raw):
                self.keep(id_, self.validate(Fact, file, (id_,), raw, {"id": id_}), raw)
                self.records.untold |= not (isinstance(raw, dict) and isinstance(raw.get("text"), str) and raw["text"].strip())

    def unreadable(self, file: YamlFile, ids: set[str], text: str | None = None) -> None:
        """Note the ids that a file means to define, so that whoever refers to them is not reported for its sake."""
        for id_ in ids:
            self.records.written.setdefault(id_, Written(file))
        self.broken(ids, file.text if text is None else text)

    def define(self, id_: str, written: Written, raw: Any) -> bool:
        known = self.records.written.setdefault(id_, written)
        if known is written:
            return True
        if known.file.value is not None:
            first = known.file.problem("", *known.steps, key=True)
            self.problems.append(written.file.problem(f"expected an id of its own, found {shown(id_)} again (first in {first.file}, line {first.line}): give one of the two another", *written.steps, key=True))
        # Which of the two the others mean, nobody can know.
        self.broken({id_}, str(raw))
        return False

    def keep(self, id_: str, record: Record | None, raw: Any) -> None:
        if record is None:
            self.broken({id_}, str(raw))
        elif isinstance(record, Fact):
            self.records.facts[id_] = record
        elif isinstance(record, Source):
            self.records.sources[id_] = record
        elif isinstance(record, Entity):
            self.records.entities[id_] = record
        elif isinstance(record, Disagreement):
            self.records.disagreements[id_] = record
        elif isinstance(record, Request):
            self.records.requests[id_] = record

    def broken(self, ids: set[str], text: str) -> None:
        self.records.broken |= ids
        self.records.broken_words |= set(re.findall(ID.pattern, text))

    def moves(self) -> None:
        path = self.folder / MOVES
        if not path.exists():
            return
        file = self.records.moves_file = self.read(path)
        expected = "expected earlier ids, each with the one that it was changed to, 'earlier-id: present-id'"
        if not isinstance(file.value, dict):
            if file.value is not None:
                self.problems.append(file.problem(f"{expected}, found {what(file.value)}"))
            return
        for id_, to in file.value.items():
            wrong = next((typed for typed in (id_, to) if not isinstance(typed, str) or not ID.fullmatch(typed)), None)
            if wrong is None:
                self.records.moves[id_] = Move(id=id_, to=to)
            else:
                self.problems.append(file.problem(f"{expected}, found {what(wrong)}", id_, key=wrong is id_))

    def fingerprints(self) -> None:
        folder = self.folder / Source.folder
        for path in sorted(folder.glob("*.sha256")) if folder.is_dir() else ():
            taken, problems = fingerprints.read(path, shown_path(path))
            self.problems += problems
            if taken:
                self.records.fingerprints[path.stem] = taken
            else:
                # The source's paragraphs are unknown now, so nothing that cites them is reported.
                self.broken({path.stem}, "")
            if path.stem not in self.records.written:
                self.problems.append(Problem(shown_path(path), 1, 1, f"expected a source {path.stem}.yml beside it, found none: write it, or delete this file"))

    def strangers(self) -> None:
        known = {*FOLDERS, FACTS}
        for path in sorted(self.folder.iterdir()):
            if _NOBODYS.fullmatch(path.name) or path.name in (*_APART, *_OTHER_FILES, SETTINGS, MOVES) or (path.is_dir() and path.name in known):
                continue
            expected = f"expected only {SETTINGS}, {MOVES} and the folders {', '.join(sorted(known))} here"
            way_out = ": move it into the one that it belongs to" if path.suffix == ".yml" else ": move it out of here"
            guess = did_you_mean(path.name, known if path.is_dir() else [SETTINGS, MOVES]) or way_out
            self.problems.append(Problem(shown_path(path), 1, 1, f"{expected}, found {_what_is(path)}{guess}"))
            self.astray(path)

    def validate(self, record: type[Record], file: YamlFile, steps: tuple[str, ...], raw: Any, given: dict[str, str]) -> Record | None:
        if known := self.known.record(file, steps):
            return known
        fields = fields_of(record)
        if not isinstance(raw, dict):
            self.problems.append(file.problem(f"expected fields such as {', '.join(list(fields)[:3])}, found {what(raw)}", *steps, key=True))
            return None
        typed = dict(raw)
        found = []
        if "id" in typed and "id" in given:
            del typed["id"]
            found.append(file.problem("expected no field 'id', for the id is the file's name or the fact's key: take the line out", *steps, "id", key=True))
        empty = unfilled(record, file, steps, typed)
        found += empty.values()
        try:
            valid: Record | None = record.model_validate({**typed, **given})
        except ValidationError as errors:
            valid = None
            wrong = [error for error in errors.errors(include_url=False) if not any(is_within(error["loc"], place) for place in empty)]
            found += slips(record, file, steps, raw, wrong)
        self.problems += found
        if found or valid is None:
            return None
        self.known.keep(file, steps, valid)
        return valid


def _what_is(path: Path) -> str:
    return f"the folder {shown(path.name)}" if path.is_dir() else shown(path.name)


def _way_out(path: Path) -> str:
    if path.is_dir():
        return "move what is in it up, or out of here"
    target = path.with_name(f"{path.name.split('.')[0]}.yml")
    if not _YAML.search(path.name):
        return "move it out of here"
    return f"delete it, for {target.name} is there too" if target.exists() else f"rename it to {target.name}"


def _likely_facts(text: str) -> set[str]:
    """The ids that a file of facts seems to define, though it cannot be read."""
    return set(re.findall(rf"^[ \t?-]{{0,3}}['\"]?({ID.pattern})(?![\w-])", text, re.MULTILINE)) - set(fields_of(Fact))


def _likely_id(name: str) -> str:
    """The id that a misnamed file or fact should have had."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
