"""
While an editor types: the schemas let through what the parser reads, and stop the common slips.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from building import PROJECT
from dossier.schemas import FOLDER, schemas

DATA = PROJECT / "data"
SAMPLE = PROJECT / "tests/sample"
WRITTEN = {name: (files, text) for name, files, text in schemas()}


class _Plain(yaml.SafeLoader):
    """Reads YAML as an editor's program does: by the core rules of YAML 1.2, with every key as its text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML wants it so)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)
_Plain.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Plain.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads(WRITTEN[f"{name}.json"][1])
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def slips(name: str, text: str) -> list[str]:
    """What an editor's program marks in a file."""
    return [error.message for error in validator(name).iter_errors(yaml.load(text, _Plain))]


FILES = [
    pytest.param(Path(name).stem, path, id=f"{folder.name}/{path.relative_to(folder)}")
    for folder in (DATA, SAMPLE)
    for name, (files, _) in WRITTEN.items()
    for path in sorted(folder.glob(files))
]


def test_the_schemas_in_the_dossier_are_those_of_the_model() -> None:
    """Whoever changes the model writes them anew, with ``make schemas``."""
    assert {path.name: path.read_text(encoding="utf-8") for path in (DATA / FOLDER).iterdir()} == {name: text for name, (_, text) in WRITTEN.items()}, "run 'make schemas'"


def test_the_editors_program_is_told_which_schema_is_whose() -> None:
    """Each kind of file has its schema, in the settings by its folder and in its template by name."""
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    templates = {path.stem: path.read_text(encoding="utf-8").splitlines()[0] for path in (DATA / "_template").iterdir()}
    named = {"fact": "facts"}

    assert settings["yaml.schemas"] == {f"data/{FOLDER}/{name}": f"data/{files}" for name, (files, _) in WRITTEN.items()}
    assert templates == {name: f"# yaml-language-server: $schema=../{FOLDER}/{named.get(name, name)}.json" for name in templates}


@pytest.mark.parametrize(("name", "path"), FILES)
def test_every_file_passes(name: str, path: Path) -> None:
    """What is published has no mark in an editor's program."""
    assert slips(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((DATA / "_template").iterdir()), ids=lambda path: path.stem)
def test_every_template_passes(path: Path) -> None:
    """Nor have the examples."""
    assert slips({"fact": "facts"}.get(path.stem, path.stem), path.read_text(encoding="utf-8")) == []


FACT = """
rain-fell:
  text: It rained.
  kind: event
  voice: reporting
  cite: {gazette-report 3: sold dry weather}
  added: 2026-01-02
"""


@pytest.mark.parametrize(
    "line",
    [
        "date: 1998",
        "date: 198X",
        "date: 2007/",
        "date: ../2003~",
        "date: 2005-21%",
        "figure: 136",
        "figure: 1.5",
        "figure: hundreds of files",
        "figure: {amount: 136 men, for: drizzlia}",
        "figure: [136, {amount: 12 women}, Dozens of children]",
        "relation: ada-brolly   headed umbrella-bureau",
        "relation: [ada-brolly headed umbrella-bureau]",
        "about: drizzlia",
        "about: [drizzlia, 1998]",
        "inferred: {2003: Paragraph 1 has it so.}",
        "note: 1998",
        "withdrawn: {on: 2026-01-02, why: 1998}",
        "changed: {on: 2026-01-02, was: No., why: Yes.}",
    ],
)
def test_what_the_parser_reads_has_no_mark(line: str) -> None:
    """Shorthands, and numbers without quotation marks."""
    assert slips("facts", f"{FACT}  {line}\n") == []


@pytest.mark.parametrize("cite", ["gazette-report", "gazette-report 3", "[gazette-report 2, gazette-report  3]", "{gazette-report: dry weather}"])
def test_each_way_to_cite_has_no_mark(cite: str) -> None:
    """Some dossiers demand places and words, some demand neither."""
    assert slips("facts", FACT.replace("{gazette-report 3: sold dry weather}", cite)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rain-fell", "Rain fell"),
        ("kind: event", "kind: events"),
        ("kind: event", "kind:"),
        ("kind: event", "knid: event"),
        ("voice: reporting", ""),
        ("voice: reporting", "voice: [reporting]"),
        ("text: It rained.", "text: It <b>rained</b>."),
        ("text: It rained.", "text: ' '"),
        ("gazette-report 3", "gazette-report three"),
        ("gazette-report 3", "gazette-report, 3"),
        ("sold dry weather", "weather"),
        ("sold dry weather", "the Bureau sold dry weather to friends"),
        ("{gazette-report 3: sold dry weather}", "{}"),
        ("added: 2026-01-02", "added: 2.1.2026"),
        ("added: 2026-01-02", "added: 2026"),
        ("added: 2026-01-02", "added: 2026-01-02\n  date: 31.02.2021"),
        ("added: 2026-01-02", "added: 2026-01-02\n  date: 98"),
        ("added: 2026-01-02", "added: 2026-01-02\n  about: Drizzlia"),
        ("added: 2026-01-02", "added: 2026-01-02\n  about: one, two"),
        ("added: 2026-01-02", "added: 2026-01-02\n  figure: a lot"),
        ("added: 2026-01-02", "added: 2026-01-02\n  figure: {amout: 3}"),
        ("added: 2026-01-02", "added: 2026-01-02\n  relation: ada-brolly led umbrella-bureau"),
        ("added: 2026-01-02", "added: 2026-01-02\n  relation: ada-brolly headed"),
        ("added: 2026-01-02", "added: 2026-01-02\n  withdrawn: 2026-01-03"),
        ("added: 2026-01-02", "added: 2026-01-02\n  changed: [{on: 2026-01-03, why: It was wrong.}]"),
        ("added: 2026-01-02", "added: 2026-01-02\n  id: rain-fell"),
    ],
)
def test_a_slip_is_marked(old: str, new: str) -> None:
    """While it is typed, before anything is checked."""
    assert FACT.count(old) == 1
    assert slips("facts", FACT.replace(old, new)) != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("person", "name: Ada Brolly\nborn: 1950\n"),
        ("person", "short: Ada\n"),
        ("person", "name: Ada Brolly\nspelled: {A. Brolly: paragraph 3 of gazette-report}\n"),
        ("organisation", "name: Bureau\nkind: bureau\n"),
        ("country", "name: Drizzlia\nkind: country\nat: 54.5\n"),
        ("case", "name: Leak\n"),
        ("disagreement", "title: What it cost\nweight: difference\nfacts: [one-fact]\nwhy: They differ.\n"),
        ("disagreement", "title: What it cost\nweight: difference\nfacts: one-fact\nwhy: They differ.\n"),
        ("source", "title: A letter\ncharacter: letter\nnote: Unsigned.\n"),
        ("source", "title: A letter\ncharacter: opinion\nnote: Unsigned.\nurl: gazette.example\n"),
        ("source", "title: A letter\ncharacter: opinion\nnote: Unsigned.\nnothing_checkable: {1: dull}\n"),
        ("source", "title: A letter\ncharacter: opinion\nnote: Unsigned.\nread_twice: 1, 2\n"),
        ("dossier", "title: Papers\n"),
    ],
)
def test_a_slip_in_another_record_is_marked(name: str, text: str) -> None:
    """In each kind of file."""
    assert slips(name, text) != []


def test_every_field_is_explained_and_every_term_defined() -> None:
    """Beside what is being typed stands what it means."""

    def bare(schema: Any, way: str) -> list[str]:
        if isinstance(schema, list):
            return [found for item in schema for found in bare(item, way)]
        if not isinstance(schema, dict):
            return []
        found = [f"{way}.{name}" for name, field in schema.get("properties", {}).items() if not field.get("description")]
        if "enum" in schema and not len(schema["enum"]) == len(schema["enumDescriptions"]) == len(schema["markdownEnumDescriptions"]):
            found.append(f"{way}: terms")
        return found + [deeper for key, value in schema.items() for deeper in bare(value, f"{way}.{key}")]

    assert [found for name, (_, text) in WRITTEN.items() for found in bare(json.loads(text), name)] == []
