"""
Strict YAML: text in, nested ``dict``, ``list`` and ``str`` out, nothing guessed.

YAML's own rules turn ``no`` into false, ``012`` into 10 and ``2014-03-01`` into a date, and let the second of two equal keys win in silence.
Here every scalar stays the text that was typed, and whatever an editor would not expect is refused with its place.
The values are built straight from libyaml's events, so that nesting is bounded before anything recurses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.cyaml import CParser

from .problems import Problem, shown

Value = dict[str, Any] | list[Any] | str
"""What a file holds: mappings, lists and text, nothing else."""

Step = str | int
"""One step into a value: a mapping's key or a list's index."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

_HINTS = (
    ("cannot start any token", "a tab or one of @ ` % cannot begin a value: indent with spaces, or put the text in 'single quotes'"),
    ("mapping values are not allowed", "a colon inside a text is read as a new field: put the text after '>' on a line of its own, or in 'single quotes'; or the line before lacks the space after its colon"),
    ("could not find expected ':'", "a line without its colon, or text at the wrong indent: check this line and the one before it"),
    ("did not find expected key", "check the indent and the quotation marks of this line and of those just before it"),
    ("did not find expected '-' indicator", "check the indent: every '-' of a list stands in one column"),
    ("unexpected end of stream", "a quotation mark or bracket is opened and never closed"),
    ("control characters are not allowed", "an invisible control character: delete it and type the text again"),
    ("did not find expected ',' or ']'", "a '[' is never closed, or a comma is missing in a list"),
    ("did not find expected ',' or '}'", "a '{' is never closed, or a comma is missing between fields"),
    ("did not find expected alphabetic", "an '&', '*' or '!' at the start of a value has a meaning of its own: put the text in 'single quotes'"),
)


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Slips that libyaml notices only at the end of what was opened: the opening is where to look.
_OPENED = ("end of stream", "expected ',' or")

_EMPTY = "expected a record, found an empty file: write it, or delete the file"


class _Refused(Exception):
    def __init__(self, line: int, column: int, message: str) -> None:
        self.place = (line, column)
        self.message = message


@dataclass(slots=True)
class _Marks:
    """Where a value, and each of its keys, stands in the text."""

    start: Any
    end: Any
    keys: dict[Step, Any] = field(default_factory=dict)
    values: dict[Step, _Marks] = field(default_factory=dict)


@dataclass(slots=True)
class YamlFile:
    """
    One file as it was read, which can tell where each of its values stands.
    """

    path: Path
    """Where the file is."""

    name: str
    """Its path as an editor would type it; what problems print."""

    text: str = ""
    """The whole text; whatever could be made of it, where it is not UTF-8."""

    value: Value | None = None
    """What the file holds; ``None`` if it cannot be read."""

    _marks: _Marks | None = None

    def problem(self, message: str, *steps: Step, key: bool = False, find: str = "") -> Problem:
        """
        Return a problem placed at the value that the steps lead to.

        Args:
            message: What was expected and found.
            steps: The way to the value; the last step that exists is where the problem is put.
            key: Point at the key rather than at its value.
            find: Point at this text inside the value, if it occurs there.
        """
        if self._marks is None:
            self._marks = _build(self.text, marks=True).tree
        here, mark = self._marks, self._marks.start
        for number, step in enumerate(steps, start=1):
            if step not in here.values:
                break
            mark = here.keys[step] if key and number == len(steps) else here.values[step].start
            here = here.values[step]
        if find and (offset := self.text.find(find, here.start.index, here.end.index)) >= 0:
            return Problem(self.name, *_line_and_column(self.text, offset), message)
        return Problem(self.name, mark.line + 1, mark.column + 1, message)


def read(path: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """
    Read one file.

    Returns:
        The file, and the one problem that keeps it from being read, if there is one.
    """
    file = YamlFile(path, name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return file, [Problem(name, 1, 1, f"expected a readable file, found: {error.strerror}")]
    if len(raw) > MAX_BYTES:
        file.text = raw.decode("utf-8", "replace")
        return file, [Problem(name, 1, 1, f"expected a file of at most 1 MB, found {len(raw):,} bytes: split it, or take out what was pasted by mistake")]
    try:
        file.text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        line, column = _line_and_column(before, len(before))
        file.text = raw.replace(b"\0", b"").decode("latin-1")
        return file, [Problem(name, line, column, f"expected UTF-8 text, found the byte 0x{raw[error.start]:02x}: save the file again as UTF-8")]
    # Offsets in the text are libyaml's own only if line ends are one character.
    file.text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        built = _build(file.text)
    except _Refused as refused:
        return file, [Problem(name, *refused.place, refused.message)]
    file.value = built.value
    return file, [Problem(name, *slip.place, slip.message) for slip in built.slips]


def _build(text: str, *, marks: bool = False) -> _Builder:
    try:
        builder = _Builder(text, marks=marks)
        builder.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if error.context_mark and any(part in (error.problem or "") for part in _OPENED):
            mark = error.context_mark
        known = next((hint for part, hint in _HINTS if part in (error.problem or "")), "")
        message = f"expected YAML, found a slip: {error.problem}"
        raise _Refused(mark.line + 1, mark.column + 1, f"{message} ({known})" if known else message) from None
    except yaml.reader.ReaderError as error:
        found = _UNPRINTABLE.search(text)
        offset = found.start() if found else error.position  # libyaml counts in bytes
        what = f"the character U+{ord(found[0]):04X}" if found else "a character that YAML does not allow"
        raise _Refused(*_line_and_column(text, offset), f"expected text, found {what}: delete it and type the text again") from None
    return builder


class _Builder:
    """Builds one document's value from events; what it can read past, it collects in ``slips``."""

    def __init__(self, text: str, *, marks: bool) -> None:
        self.parser = CParser(text)
        self.marks = marks
        self.slips: list[_Refused] = []
        self.value: Value = ""
        self.tree: _Marks

    def document(self) -> None:
        self.parser.get_event()  # the stream's start
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            raise _Refused(1, 1, _EMPTY)
        first = self.parser.get_event()
        if isinstance(first, yaml.ScalarEvent) and first.implicit[0] and not first.value:
            raise _Refused(1, 1, _EMPTY)
        self.value, self.tree = self._value(first, 1)
        self.parser.get_event()  # the document's end
        more = self.parser.get_event()
        if not isinstance(more, yaml.StreamEndEvent):
            raise _at(more, "expected one document, found a second one: take out the '---'")

    def _value(self, event: Any, depth: int) -> tuple[Value, _Marks]:
        if isinstance(event, yaml.AliasEvent):
            raise _at(event, f"expected a value, found the YAML alias {shown('*' + event.anchor)}: write the value out, or quote the text")
        if event.anchor is not None:
            self.slips.append(_at(event, f"expected a value, found the YAML anchor {shown('&' + event.anchor)}: take it out, or quote the text"))
        if event.tag is not None:
            self.slips.append(_at(event, f"expected a value, found the YAML tag {shown(event.tag)}: take it out, or quote the text"))
        if depth > MAX_DEPTH:
            raise _at(event, f"expected nesting at most {MAX_DEPTH} deep, found deeper: check the brackets and dashes")
        tree = _Marks(event.start_mark, event.end_mark)
        if isinstance(event, yaml.ScalarEvent):
            return event.value, tree
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(tree, depth), tree
        return self._mapping(tree, depth), tree

    def _list(self, tree: _Marks, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.parser.get_event(), yaml.SequenceEndEvent):
            item, below = self._value(event, depth + 1)
            if self.marks:
                tree.keys[len(items)], tree.values[len(items)] = below.start, below
            items.append(item)
        tree.end = event.end_mark
        return items

    def _mapping(self, tree: _Marks, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        while not isinstance(key := self.parser.get_event(), yaml.MappingEndEvent):
            name, _ = self._value(key, depth + 1)
            if not isinstance(name, str):
                raise _at(key, "expected a field's name, found a list or a mapping: check the brackets")
            value, below = self._value(self.parser.get_event(), depth + 1)
            if name in fields:
                self.slips.append(_at(key, f"expected each key once, found {shown(name)} again (first in line {first_lines[name]}): merge the two, or rename one"))
                continue
            first_lines[name] = key.start_mark.line + 1
            if self.marks:
                tree.keys[name], tree.values[name] = key.start_mark, below
            fields[name] = value
        tree.end = key.end_mark
        return fields


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _at(event: Any, message: str) -> _Refused:
    mark = event.start_mark
    return _Refused(mark.line + 1, mark.column + 1, message)
