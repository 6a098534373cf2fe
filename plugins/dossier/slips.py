"""
From what pydantic finds wrong in a record to problems in an editor's words.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from .model import ENTITIES, Record, fields_of
from .problems import Problem, did_you_mean, shown
from .yamlfile import YamlFile

Location = tuple[str | int, ...]
"""The way to a value, in pydantic's words."""

_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list, [one, two]",
    "dict_type": "fields, each with its value",
    "model_type": "fields, each with its value",
}


def slips(record: type[Record], file: YamlFile, steps: tuple[str, ...], raw: dict[str, Any], errors: list[ErrorDetails]) -> list[Problem]:
    """
    Return a problem for each slip in a record.

    Args:
        record: What the record should have been.
        file: Where it is written.
        steps: The way to it in the file.
        raw: What is written there.
        errors: What pydantic found.
    """
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    spilt = {_empty_above(raw, loc, strange) for loc in strange}
    within = {error["loc"][:-1] for error in errors}
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
            if _empty_above(raw, where, strange):
                continue
            known = list(fields_at(record, where[:-1]))
            name = str(where[-1])
            advice = did_you_mean(name, known) or _of_others(record, where) or (": in braces, put a text with a comma in 'single quotes'" if error["input"] == "" else "")
            problems.append(file.problem(f"expected one of the fields {', '.join(known)}, found {shown(name)}{advice}", *steps, *where, key=True))
        elif error["type"] != "too_short" or error["loc"] not in within:
            find = getattr(error.get("ctx", {}).get("error"), "find", "")
            mandatory = (info := fields_at(record, where[:-1]).get(str(where[-1]))) is not None and info.is_required()
            problems.append(file.problem(_message(error, spilt=bool({error["loc"], error["loc"][:-1]} & spilt), mandatory=mandatory), *steps, *where, key="[key]" in error["loc"], find=find))
    return problems


def what(value: Any) -> str:
    """
    Return a value in an editor's words: quoted if it is text, what it is otherwise.
    """
    if not value:
        return "nothing"
    return "fields" if isinstance(value, dict) else "a list" if isinstance(value, list) else shown(value)


def _empty_above(raw: Any, where: Location, strange: list[Location]) -> Location | None:
    """The empty field just above an unknown one, which is then rather a line of it at the wrong indent."""
    for step in where[:-1]:
        # An item that stands for a list of one has a place in a list that is not there.
        raw = raw[step] if isinstance(raw, dict if isinstance(step, str) else list) else raw
    names = list(raw) if isinstance(raw, dict) else []
    before = [name for name in names[: names.index(where[-1])] if (*where[:-1], name) not in strange] if where[-1] in names else []
    return (*where[:-1], before[-1]) if before and raw[before[-1]] == "" else None


def fields_at(record: type[Record], where: Location) -> dict[str, Any]:
    """
    Return the fields that may stand at a place inside a record, by name.
    """
    fields = fields_of(record)
    for step in where:
        if isinstance(step, int) or step not in fields:
            continue
        inner = re.findall(r"\w+", str(fields[step].annotation))
        below = [kind for kind in Record.__subclasses__() if kind.__name__ in inner]
        fields = fields_of(below[0]) if below else fields
    return fields


def _of_others(record: type[Record], where: Location) -> str:
    """Which other folders have records with such a field: the file may lie in the wrong one."""
    folders = [f"{kind.folder}/" for kind in ENTITIES if where[0] in fields_of(kind)] if record in ENTITIES and len(where) == 1 else []
    return f", a field of what is in {', '.join(folders)}: take it out, or move the file to where it belongs" if folders else ""


def _message(error: ErrorDetails, *, spilt: bool, mandatory: bool) -> str:
    found = error["input"]
    name = next((step for step in reversed(error["loc"]) if isinstance(step, str) and step != "[key]"), "")
    if isinstance(found, str) and not found.strip():
        way_out = "indent the lines below that belong to it further" if spilt else "fill it in" if mandatory else "fill it in, or take the line out"
        return f"expected a value for '{name}', found nothing: {way_out}"
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        message = str(context["error"])
        return message if ", found " in message else f"{message}, found {what(found)}"
    if error["type"] == "enum":
        terms = re.findall(r"'([^']*)'", context["expected"])
        listed = context["expected"] if any(" " in term for term in terms) else ", ".join(terms)
        return f"expected one of {listed}, found {what(found)}{did_you_mean(found, terms) if isinstance(found, str) else ''}"
    if error["type"] == "too_short":
        return f"expected at least {context['min_length']} items in '{name}', found {context['actual_length'] or 'none'}: add what is missing"
    expected = _EXPECTED.get(error["type"])
    if expected == "text" and isinstance(found, list):
        return "expected text, found a list: put a text that begins with '[' in 'single quotes'"
    return f"expected {expected}, found {what(found)}" if expected else f"expected something else, found {what(found)} ({error['msg']})"
