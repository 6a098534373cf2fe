"""
A new record, ready to be filled in: its annotated template, with a placeholder wherever somebody must write.

In a template, ``# must`` opens the comment of a field that cannot be left out; the others come into a draft behind a ``#``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from .model import Fact, Record, fields_of
from .placeholders import PLACEHOLDER

MODELINE = "# yaml-language-server:"
"""How a line begins that tells an editor's program which schema a file has."""

_HOW = f"# Replace each {PLACEHOLDER}. To use a field that stands behind '# ', take these two characters away; what is not needed can go. Then: make check"
_ELSEWHERE = re.compile(r"# ([\w, ]+): as for a person, see person\.yml")
_LATER = ("public", "changed", "withdrawn", "kept")
"""Fields that a record gets only after it has been checked, or published."""


@dataclass
class _Block:
    """A field as a template has it."""

    name: str
    above: list[str]
    """Comments, and a blank line before them."""
    lines: list[str] = field(default_factory=list)
    """The field itself, without a ``#`` before it."""

    @property
    def is_mandatory(self) -> bool:
        return any(line.startswith("# must") for line in self.above)


def draft(record: type[Record], template: str, person: str, given: Mapping[str, str]) -> str:
    """
    Return a record to be filled in.

    Args:
        record: What it is.
        template: Its template's text.
        person: That of a person, to which other templates refer for the fields that they share.
        given: What is known already, by field.
    """
    lines = template.splitlines()
    header = [_HOW]
    if record is Fact:  # its template shows one under its key, as it stands in a file of them
        key = next(number for number, line in enumerate(lines) if re.fullmatch(r"[a-z0-9-]+:", line))
        lines = [line.removeprefix("  ") for line in lines[key + 1 :]]
    elif lines[0].startswith(MODELINE):
        header.insert(0, lines[0])
    known = fields_of(record)
    written: list[str] = []
    for block in _blocks(lines, known, person):
        if block.name in _LATER:
            continue
        written += block.above
        if block.name in given:
            written.append(f"{block.name}: {scalar(given[block.name])}")
        else:
            written += _emptied(block.lines) if block.is_mandatory else [f"# {line}" for line in _emptied(block.lines)]
    return "\n".join([*header, *written]) + "\n"


def scalar(text: str, *, quoted: bool = False) -> str:
    """
    Return a text as YAML, on one line, in quotation marks where it needs them or where they are asked for.
    """
    text = " ".join(text.split())
    plain = re.fullmatch(r"[^\W_]([\w .,;()“”‘’«»–—/+-]*[\w.)”’»])?", text) and text.lower() not in ("true", "false", "null")
    return text if plain and not quoted else "'" + text.replace("'", "''") + "'"


def _blocks(lines: list[str], known: Collection[str], person: str) -> Iterator[_Block]:
    above: list[str] = []
    block = None
    for line in lines:
        found = re.fullmatch(r"(?:# )?(\w+):(?: .*)?", line)
        if found and found[1] in known:
            if block:
                yield block
            block, above = _Block(found[1], above, [line.removeprefix("# ")]), []
        elif block and line.startswith(" "):
            block.lines.append(line)
        elif elsewhere := _ELSEWHERE.fullmatch(line):
            if block:
                yield block
            block = None
            shared = elsewhere[1].split(", ")
            yield from (other for other in _blocks(person.splitlines(), known, "") if other.name in shared)
        elif not line.startswith(MODELINE):
            above.append(re.sub(r": copy to .*", ".", line))
    if block:
        yield block


def _emptied(lines: list[str]) -> list[str]:
    """A field with placeholders for values, and its example beside it."""
    name, _, value = lines[0].partition(":")
    value = value.strip()
    if value == ">":
        return [lines[0], f"  {PLACEHOLDER}"]
    if value:
        return [f"{name}: {PLACEHOLDER}  # e.g. {value}"]
    nested = {name for record in Record.__subclasses__() for name in fields_of(record)}
    emptied = [lines[0]]
    for line in lines[1:]:
        typed, _, remark = line.partition("  #")
        indent, key, value = re.fullmatch(r"( *(?:- )?)([^:]+): (.*)", typed.rstrip()).groups()  # type: ignore[union-attr]
        kept = key if key in nested else PLACEHOLDER
        emptied.append(f"{indent}{kept}: {PLACEHOLDER}  # {remark.strip() or f'e.g. {value if kept == key else typed.strip()}'}")
    return emptied
