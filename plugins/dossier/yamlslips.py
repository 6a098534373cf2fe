"""
From what libyaml finds wrong in a file to an editor's words, put where the editor must type.
"""

from __future__ import annotations

from typing import Any

import yaml

_QUOTE = "put the text after '>' on a line of its own, or in 'single quotes'"

_SLIPS = (
    ("mapping values are not allowed", f"a colon where no field can begin: if it belongs to a text, {_QUOTE}; if not, mend the indent of this line or of the one before"),
    ("could not find expected ':'", "a line that is no field: write 'name: value', with a colon and a space, or indent it like the text that it belongs to"),
    ("did not find expected key", "what is neither a field nor the rest of a value: check the indent of this line and the quotation marks and brackets in it"),
    ("did not find expected '-' indicator", "a line outside the list that it follows: let every '-' stand in one column, and what is no item further left"),
    ("block sequence entries are not allowed", "a '-' on the line of its field: begin the list on the next line"),
    ("mapping keys are not allowed", f"a '?' that begins a value: {_QUOTE}"),
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
    if error.context_mark and any(part in problem for part in _BEGUN):
        mark = error.context_mark
    if "cannot start any token" in problem:
        character = text[mark.index : mark.index + 1]
        found = "a tab: indent with spaces" if character == "\t" else f"a value that begins with '{character}': {_QUOTE}"
    elif "expected key" in problem and last.end_mark.line == mark.line and getattr(last, "style", None) in ("'", '"'):
        if last.start_mark.line < last.end_mark.line:
            mark, found = last.start_mark, f"a quotation mark that is closed only in line {mark.line + 1}: close it where its text ends"
        else:
            found = f"words after the closing quotation mark: {_QUOTE}, and there double each apostrophe"
    elif "expected key" in problem and last.end_mark.line == mark.line and text[last.end_mark.index - 1] in "]}":
        found = f"words after the closing bracket: if they belong to a text, {_QUOTE}"
    else:
        found = next((words for part, words in _SLIPS if part in problem), f"a slip ({problem})")
    return mark, f"expected YAML, found {found}"
