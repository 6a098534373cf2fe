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
from pydantic_core import ErrorDetails

from . import fingerprints, yamlfile
from .fields import ID
from .model import ENTITIES, Disagreement, Entity, Fact, Record, Settings, Source, fields_of
from .problems import Problem, did_you_mean, shown
from .records import Records, Written
from .yamlfile import YamlFile

SETTINGS = "dossier.yml"
FACTS = "facts"
FOLDERS: dict[str, type[Record]] = {record.folder: record for record in (Source, *ENTITIES, Disagreement)}
_APART = ("_template",)
_OTHER_FILES = ("README.md", "LICENSE")


def parse(folder: Path) -> tuple[Records, list[Problem]]:
    """
    Read a dossier.

    Args:
        folder: Where its files are.

    Returns:
        All records that could be read, and a problem for each slip in those that could not.
    """
    # Half a million small objects that all stay: collecting garbage would only look at them again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Parser(folder).parse()
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
    def __init__(self, folder: Path) -> None:
        self.folder = folder
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
            if path.name.startswith(".") or path.suffix in beside:
                continue
            if path.suffix == ".yml" and not path.is_dir():
                files.append(self.read(path))
            elif path.name not in _OTHER_FILES:
                self.problems.append(Problem(shown_path(path), 1, 1, f"expected only .yml files in {name}/, found {_what_is(path)}: {_way_out(path)}"))
                self.astray(path)
        return files

    def read(self, path: Path) -> YamlFile:
        file, problems = yamlfile.read(path, shown_path(path))
        self.problems += problems
        if problems and file.value is not None:
            self.broken(set(), file.text)
        return file

    def astray(self, path: Path) -> None:
        """Note what records a file or folder in the wrong place may hold: only the place is reported."""
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if re.search(r"\.ya?ml\b", file.name, re.IGNORECASE) and file.is_file():
                self.unreadable(yamlfile.read(file, shown_path(file))[0], {_likely_id(file.name.split(".")[0])})

    def one_record(self, file: YamlFile, record: type[Record]) -> None:
        id_ = file.path.stem
        if not ID.fullmatch(id_):
            likely = _likely_id(id_)
            message = f"expected a file name of lower-case letters, digits and single hyphens, for it is the record's id and address, found {shown(file.path.name)}"
            self.problems.append(Problem(file.name, 1, 1, f"{message}: rename it to {likely}.yml" if likely else message))
            self.unreadable(file, {likely})
            return
        first = self.define(id_, Written(file))
        if file.value is None:
            self.broken({id_}, file.text)
        elif first:
            self.keep(id_, self.validate(record, file, (), file.value, {"id": id_}), file.value)

    def facts(self, file: YamlFile) -> None:
        if not isinstance(file.value, dict):
            self.unreadable_facts(file)
            return
        for id_, raw in file.value.items():
            if not ID.fullmatch(id_):
                self.problems.append(file.problem(f"expected a fact's id of lower-case letters, digits and single hyphens, found {shown(id_)}", id_, key=True))
                self.broken(set(), str(raw))
            elif self.define(id_, Written(file, (id_,))):
                self.keep(id_, self.validate(Fact, file, (id_,), raw, {"id": id_}), raw)

    def unreadable_facts(self, file: YamlFile) -> None:
        if file.value is not None:
            self.problems.append(file.problem(f"expected facts, each as an id and its fields, found {_what(file.value)}"))
        ids = set(re.findall(rf"^({ID.pattern})\s*:", file.text, re.MULTILINE))
        if not ids:
            self.records.unknown = True
        for id_ in ids:
            self.records.written.setdefault(id_, Written(file))
        self.broken(ids, file.text)

    def define(self, id_: str, written: Written) -> bool:
        known = self.records.written.setdefault(id_, written)
        if known is written:
            return True
        if id_ not in self.records.broken or known.file.value is not None:
            first = known.file.problem("", *known.steps, key=True)
            self.problems.append(written.file.problem(f"expected an id of its own, found {shown(id_)} again (first in {first.file}, line {first.line}): give one of the two another", *written.steps, key=True))
        self.broken(set(), str(written.file.value))
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

    def broken(self, ids: set[str], text: str) -> None:
        self.records.broken |= ids
        self.records.broken_words |= set(re.findall(ID.pattern, text))

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
            if path.name.startswith(".") or path.name in (*_APART, *_OTHER_FILES, SETTINGS) or (path.is_dir() and path.name in known):
                continue
            expected = f"expected only {SETTINGS} and the folders {', '.join(sorted(known))} here"
            self.problems.append(Problem(shown_path(path), 1, 1, f"{expected}, found {shown(path.name)}{did_you_mean(path.name, known)}"))

    def validate(self, record: type[Record], file: YamlFile, steps: tuple[str, ...], raw: Any, given: dict[str, str]) -> Record | None:
        fields = fields_of(record)
        if not isinstance(raw, dict):
            self.problems.append(file.problem(f"expected fields such as {', '.join(list(fields)[:3])}, found {_what(raw)}", *steps, key=True))
            return None
        typed = dict(raw)
        slips = []
        if "id" in typed and "id" in given:
            del typed["id"]
            slips.append(file.problem("expected no field 'id', for the id is the file's name or the fact's key: take the line out", *steps, "id", key=True))
        try:
            valid: Record | None = record.model_validate({**typed, **given})
        except ValidationError as errors:
            valid = None
            slips += _slips(record, file, steps, errors.errors(include_url=False))
        self.problems += slips
        return None if slips else valid


def _slips(record: type[Record], file: YamlFile, steps: tuple[str, ...], errors: list[ErrorDetails]) -> list[Problem]:
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    problems = []
    for error in errors:
        where = tuple(step for step in error["loc"] if step != "[key]")
        if error["type"] == "missing":
            name = str(where[-1])
            # A mandatory field under a misspelt name is one slip, not two.
            if any(loc[:-1] == where[:-1] and did_you_mean(str(loc[-1]), [name]) for loc in strange):
                continue
            problems.append(file.problem(f"expected the field '{name}', found none: add it", *steps, *where[:-1], key=True))
        elif error["type"] == "extra_forbidden":
            known = _known(record, where[:-1])
            name = str(where[-1])
            problems.append(file.problem(f"expected one of the fields {', '.join(known)}, found {shown(name)}{did_you_mean(name, known)}", *steps, *where, key=True))
        else:
            problems.append(file.problem(_message(error), *steps, *where, key="[key]" in error["loc"]))
    return problems


def _known(record: type[Record], where: tuple[str | int, ...]) -> list[str]:
    """The fields that may stand at a place inside a record."""
    fields = fields_of(record)
    for step in where:
        if isinstance(step, int) or step not in fields:
            continue
        inner = re.findall(r"model\.(\w+)", str(fields[step].annotation))
        below = [kind for kind in Record.__subclasses__() if kind.__name__ in inner]
        fields = fields_of(below[0]) if below else fields
    return list(fields)


def _message(error: ErrorDetails) -> str:
    found = error["input"]
    if found == "":
        return f"expected a value for '{next(step for step in reversed(error['loc']) if isinstance(step, str))}', found nothing: fill it in, or take the line out"
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        message = str(context["error"])
        return message if "found" in message or not isinstance(found, str) else f"{message}, found {shown(found)}"
    if error["type"] == "enum":
        terms = [term.strip("' ") for term in re.split(r", | or ", context["expected"])]
        guess = did_you_mean(found, terms) if isinstance(found, str) else ""
        return f"expected one of {', '.join(terms)}, found {shown(found) if isinstance(found, str) else _what(found)}{guess}"
    expected = {
        "string_type": "text",
        "list_type": "a list",
        "tuple_type": "a list, [one, two]",
        "dict_type": "fields, each with its value",
        "model_type": "fields, each with its value",
        "string_pattern_mismatch": "text of another form",
    }.get(error["type"])
    if error["type"] == "too_short":
        return f"expected at least {context['min_length']} items, found {context['actual_length']}"
    return f"expected {expected}, found {_what(found)}" if expected else f"expected something else, found {_what(found)} ({error['msg']})"


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "fields" if value else "nothing"
    if isinstance(value, list):
        return "a list"
    return shown(value)


