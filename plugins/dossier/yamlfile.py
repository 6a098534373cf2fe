"""
Strict YAML: text in, nested ``dict``, ``list`` and ``str`` out, nothing guessed.

YAML's own rules turn ``no`` into false, ``012`` into 10 and ``2014-03-01`` into a date, and let the second of two equal keys win in silence.
Here every scalar stays the text that was typed, and whatever an editor would not expect is refused with its place.
The values are built straight from libyaml's events, so that nesting is bounded before anything recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.cyaml import CParser

from .characters import ODD_SPACES, decode, invisible, line_and_column, named, visible
from .problems import Problem, shown
from .yamlslips import told

Value = dict[str, Any] | list[Any] | str
"""What a file holds: mappings, lists and text, nothing else."""

Step = str | int
"""One step into a value: a mapping's key or a list's index."""

MAX_DEPTH = 20

_DIGIT_COMMA = re.compile(r"\d,\d")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_GLUED = re.compile(r"[ \t]+(#[^\s#]\S*)")

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

    def written(self, step: Step) -> Step | None:
        """The step as it was typed, white space aside; ``None`` if it leads nowhere."""
        if step in self.values or isinstance(step, int):
            return step if step in self.values else None
        return next((key for key in self.values if isinstance(key, str) and " ".join(key.split()) == step), None)


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

    def problem(self, message: str, *steps: Step, key: bool = False, find: str | re.Pattern[str] = "") -> Problem:
        """
        Return a problem placed at the value that the steps lead to.

        Args:
            message: What was expected and found.
            steps: The way to the value; the last step that exists is where the problem is put.
            key: Point at the key rather than at its value.
            find: Point at this text inside the value, or where the pattern's last group first matches, if it occurs there.
        """
        mark, here = self._place(steps, key=key)
        if find:
            pattern = find if isinstance(find, re.Pattern) else _whole(find)
            matches = pattern.finditer(self.text, here.start.index, here.end.index)
            if found := next((match for match in matches if match.lastindex or not pattern.groups), None):
                return Problem(self.name, *line_and_column(self.text, found.start(found.lastindex or 0)), message)
        return Problem(self.name, mark.line + 1, mark.column + 1, message)

    def span(self, *steps: Step, key: bool = False) -> tuple[int, int]:
        """
        Return where the value that the steps lead to begins in the text and where it ends, or so the key before it.
        """
        mark, here = self._place(steps, key=key)
        return mark.index, here.start.index if key else here.end.index

    def scalars(self) -> Iterator[tuple[int, int]]:
        """
        Yield where each value that is text begins and ends.
        """
        marks = [self._marked()]
        while marks:
            here = marks.pop()
            if not here.values:
                yield here.start.index, here.end.index
            marks += here.values.values()

    def _marked(self) -> _Marks:
        if self._marks is None:
            self._marks = _build(self.text, marks=True).tree
        return self._marks

    def _place(self, steps: tuple[Step, ...], *, key: bool) -> tuple[Any, _Marks]:
        """Where the last step that exists leads: its mark, and those below it."""
        here = self._marked()
        mark = here.start
        for number, typed in enumerate(steps, start=1):
            step = here.written(typed)
            if step is None:
                if isinstance(typed, int):
                    continue  # one item that stands for a list of one
                break
            mark = here.keys[step] if key and number == len(steps) else here.values[step].start
            here = here.values[step]
        return mark, here


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
    file.text, slip = decode(raw)
    if slip:
        return file, [Problem(name, *slip)]
    try:
        built = _build(file.text)
    except _Refused as refused:
        return file, [Problem(name, *refused.place, refused.message)]
    file.value = built.value
    return file, [Problem(name, *slip.place, slip.message) for slip in built.slips]


def _build(text: str, *, marks: bool = False) -> _Builder:
    builder = _Builder(text, marks=marks)
    try:
        builder.document()
    except yaml.MarkedYAMLError as error:
        mark, message = told(error, text, builder.last)
        raise _Refused(mark.line + 1, mark.column + 1, message) from None
    return builder


class _Builder:
    """Builds one document's value from events; what it can read past, it collects in ``slips``."""

    def __init__(self, text: str, *, marks: bool) -> None:
        self.text = text
        self.parser = CParser(text)
        self.last: Any = None
        self.marks = marks
        self.slips: list[_Refused] = []
        self.value: Value = ""
        self.tree: _Marks | None = None
        # Asked of the whole text once: where it has none of these, no scalar has, and that is nearly always.
        self.hides = bool(invisible(text)) or "\\" in text
        self.pads = bool(_ODD_SPACE.search(text))
        self.glues = ("#" in text and bool(_GLUED.search(text))) or bool(_DIGIT_COMMA.search(text))

    def event(self) -> Any:
        self.last = event = self.parser.get_event()
        return event

    def document(self) -> None:
        self.event()  # the stream's start
        if isinstance(self.event(), yaml.StreamEndEvent):
            raise _Refused(1, 1, _EMPTY)
        first = self.event()
        if isinstance(first, yaml.ScalarEvent) and first.implicit[0] and not first.value:
            raise _Refused(1, 1, _EMPTY)
        self.value, self.tree = self._value(first, 1)
        self.event()  # the document's end
        more = self.event()
        if not isinstance(more, yaml.StreamEndEvent):
            raise _at(more, "expected one document, found a second one: take out the '---'")

    def _value(self, event: Any, depth: int) -> tuple[Value, _Marks | None]:
        kind = type(event)
        if kind is yaml.ScalarEvent and not self.marks and depth <= MAX_DEPTH and event.anchor is None and event.tag is None:
            return (self._text(event) if self.hides or self.glues or self.pads else event.value), None
        if kind is yaml.AliasEvent:
            raise _at(event, f"expected a value, found the YAML alias {shown('*' + event.anchor)}: write the value out, or put the text in 'single quotes'")
        if event.anchor is not None or event.tag is not None:
            typed = self.text[event.start_mark.index :].split(maxsplit=1)[0]
            raise _at(event, f"expected a value, found the YAML {'anchor' if typed.startswith('&') else 'tag'} {shown(typed)}: take it out, or put the text in 'single quotes'")
        if depth > MAX_DEPTH:
            raise _at(event, f"expected nesting at most {MAX_DEPTH} deep, found deeper: check the brackets and dashes")
        tree = _Marks(event.start_mark, event.end_mark) if self.marks else None
        if kind is yaml.ScalarEvent:
            return self._text(event), tree
        if kind is yaml.SequenceStartEvent:
            return self._list(tree, depth), tree
        return self._mapping(tree, depth), tree

    def _text(self, event: Any) -> str:
        hidden = invisible(event.value)
        if hidden:
            found = self.text.find(hidden, event.start_mark.index, event.end_mark.index)
            place = line_and_column(self.text, max(found, event.start_mark.index))
            self.slips.append(_Refused(*place, f"expected text that can be seen, found the invisible character {named(hidden)}: delete it"))
        start = event.start_mark.index
        if not event.style and event.value[:1].isdigit() and _DIGIT_COMMA.fullmatch(self.text, max(start - 2, 0), start + 1):
            # In brackets '40,000' is the two items 40 and 000.
            raise _at(event, f"expected no comma in a number inside brackets or braces, found one before {shown(event.value)}: put the whole text in 'single quotes'")
        if not event.style and (glued := _GLUED.match(self.text, event.end_mark.index)):
            # Half a sentence would be lost in silence: 'the #1 outlet'.
            place = line_and_column(self.text, glued.start(1))
            self.slips.append(_Refused(*place, f"expected a space after '#' where a comment begins, found {shown(glued[1])}: put a text with '#' in it in 'single quotes'"))
        return (visible(event.value) if hidden else event.value).strip(ODD_SPACES)

    def _list(self, tree: _Marks | None, depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self.event()) is not yaml.SequenceEndEvent:
            item, below = self._value(event, depth + 1)
            if tree and below:
                tree.keys[len(items)], tree.values[len(items)] = below.start, below
            items.append(item)
        if tree:
            tree.end = event.end_mark
        return items

    def _mapping(self, tree: _Marks | None, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        firsts: dict[str, Any] = {}
        while type(key := self.event()) is not yaml.MappingEndEvent:
            name, _ = self._value(key, depth + 1)
            if not isinstance(name, str):
                raise _at(key, "expected a field's name, found a list or a mapping: check the brackets")
            if self.pads and key.value[:1] in ODD_SPACES:
                raise _at(key, f"expected a space, found {named(key.value[:1])}, which only looks like one: type a space in its place")
            value, below = self._value(self.event(), depth + 1)
            if name in fields:
                self.slips.append(_at(key, f"expected each key once, found {shown(name)} again (first in line {firsts[name].start_mark.line + 1}): merge the two, or rename one"))
                continue
            firsts[name] = key
            if tree and below:
                tree.keys[name], tree.values[name] = key.start_mark, below
            fields[name] = value
        if tree:
            tree.end = key.end_mark
        return fields


def _whole(find: str) -> re.Pattern[str]:
    """Whole ids only: 'rain' is not found in 'rain-office'."""
    before, after = r"(?<![\w-])" if find[0].isalnum() else "", r"(?![\w-])" if find[-1].isalnum() else ""
    return re.compile(before + re.escape(find) + after)


def _at(event: Any, message: str) -> _Refused:
    mark = event.start_mark
    return _Refused(mark.line + 1, mark.column + 1, message)
