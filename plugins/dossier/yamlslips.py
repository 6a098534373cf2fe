"""
From what libyaml finds wrong in a file to an editor's words, put where the editor must type.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from .characters import ODD_SPACES, named

_QUOTE = "put the text after '>' on a line of its own, or in 'single quotes'"

_SLIPS = (
    ("could not find expected ':'", "a line that is no field: write 'name: value', with a colon and a space, or indent it like the text that it belongs to"),
    ("did not find expected key", "what is neither a field nor the rest of a value: check the indent of this line and the quotation marks and brackets in it"),
    ("did not find expected '-' indicator", "a line outside the list that it follows: let every '-' stand in one column, and what is no item further left"),
    ("block sequence entries are not allowed", "a '-' on the line of its field: begin the list on the next line"),
    ("mapping keys are not allowed", f"a '?' that begins a value: {_QUOTE}"),
    ("violates indentation", "a tab: indent with spaces"),
    ("unexpected end of stream", "a quotation mark that is never closed: close it"),
    ("did not find expected ',' or ']'", "a '[' that is not closed, or a list that lacks a comma: close it, or add the comma"),
    ("did not find expected ',' or '}'", "a '{' that is not closed, lacks a comma, or has a second colon in a field: mend it, or put the text in 'single quotes'"),
    ("did not find expected node content", "nothing where a value should be: close the bracket or brace, take out the comma, or put the text in 'single quotes'"),
    ("did not find expected alphabetic", f"a value that begins with '&' or '*': {_QUOTE}"),
    ("comment or line break", "a text on the line of its '>': begin it on the next line, indented"),
    ("unknown escape character", "a backslash in double quotes: put the text in 'single quotes'"),
    ("<document start>", "text after the end of the document: take out the line '...' or what follows it"),
    ("tag", f"a value that begins with '!': {_QUOTE}"),
)

_ODD_SPACE = re.compile(rf"^ *(?:- +)?(?:[^\s:#{ODD_SPACES}]+:)? *([{ODD_SPACES}])", re.MULTILINE)


class _Mark(NamedTuple):
    line: int
    column: int


# What libyaml notices only further on: where it began is where to look.
_BEGUN = ("end of stream", "expected ',' or", "could not find expected ':'")


def told(error: yaml.MarkedYAMLError, text: str, last: Any) -> tuple[Any, str]:
    """
    Return where a slip is, and what to say of it.

    Args:
        error: What libyaml found.
        text: The whole text.
        last: The last event before it.
    """
    mark, problem = error.problem_mark, error.problem or ""
    if odd := _odd_space(text, mark):
        return odd
    if error.context_mark and any(part in problem for part in _BEGUN):
        mark = error.context_mark
    if "cannot start any token" in problem:
        character = text[mark.index : mark.index + 1]
        found = "a tab: indent with spaces" if character == "\t" else f"a value that begins with '{character}': {_QUOTE}"
    elif "mapping values are not allowed" in problem:
        # A field's name, or a place in a source, opens the line; anything else before a colon is a text.
        opens = re.fullmatch(r"\s*(?:- +)*['\"]?[\w-]+(?: \d+)?['\"]?", text[mark.index - mark.column : mark.index])
        found = "a field where none can begin: mend the indent of this line, or of the one before" if opens else f"a colon inside a text: {_QUOTE}"
    elif "expected key" in problem and last.end_mark.line == mark.line and getattr(last, "style", None) in ("'", '"'):
        if last.start_mark.line < last.end_mark.line:
            mark, found = last.start_mark, f"a quotation mark that is closed only in line {mark.line + 1}: close it where its text ends"
        elif last.style == "'" and text[last.end_mark.index : last.end_mark.index + 1].isalpha():
            mark, found = last.end_mark, "an apostrophe that closes the 'single quotes' before it: write it twice, ''"
        else:
            found = f"words after the closing quotation mark: {_QUOTE}, and there double each apostrophe"
    elif "expected key" in problem and last.end_mark.line == mark.line and text[last.end_mark.index - 1] in "]}":
        found = f"words after the closing bracket: if they belong to a text, {_QUOTE}"
    else:
        found = next((words for part, words in _SLIPS if part in problem), f"a slip ({problem})")
    return mark, f"expected YAML, found {found}"


def _odd_space(text: str, mark: Any) -> tuple[_Mark, str] | None:
    """Whether what only looks like a space, in an indent or behind a colon, is why a line or one just above it cannot be read."""
    lines = text.split("\n")
    for number in range(mark.line, max(mark.line - 3, -1), -1):
        if number < len(lines) and (found := _ODD_SPACE.match(lines[number])):
            return _Mark(number, found.start(1)), f"expected a space, found {named(found[1])}, which only looks like one: type a space in its place"
    return None
