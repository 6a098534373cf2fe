"""
What a theme's files say of themselves: macros, blocks and style sheets, with their comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_COMMENT = r"\{#-?\s*((?:(?!#\}).)*?)\s*-?#\}"
_MACRO = re.compile(rf"(?:{_COMMENT}\s*)?\{{%-?\s*macro\s+(\w+)\((.*?)\)\s*-?%\}}", re.DOTALL)


class MacroText(NamedTuple):
    """
    A macro that other templates import.
    """

    file: str
    name: str
    parameters: str
    """As they are written, with their defaults."""

    doc: str
    """The comment above it, or that of its file where it is the only one there; empty where there is neither."""


class Sheet(NamedTuple):
    """
    A style sheet.
    """

    file: str
    doc: str
    """The comment that it opens with."""


class Token(NamedTuple):
    """
    A custom property that the whole theme shares.
    """

    name: str
    value: str


def macros(templates: Path) -> Iterator[MacroText]:
    """
    Yield every macro in the folders of components and drawings, those left out that begin with an underscore.
    """
    for path in sorted([*templates.glob("components/*.html"), *templates.glob("drawings/*.html")]):
        text = path.read_text(encoding="utf-8")
        opening = _opening(text)
        public = [found for found in _MACRO.findall(text) if not found[1].startswith("_")]
        for comment, name, parameters in public:
            yield MacroText(path.relative_to(templates).as_posix(), name, parameters, _line(comment or (opening if len(public) == 1 else "")))


def comment_of(path: Path) -> str:
    """
    Return the comment that a template opens with, in a line.
    """
    return _line(_opening(path.read_text(encoding="utf-8")))


def blocks(path: Path) -> dict[str, str]:
    """
    Return the blocks of a template, each with its line in the comment that the template opens with.
    """
    text = path.read_text(encoding="utf-8")
    told = dict(re.findall(r"^\s*(\w+): (.+)$", _opening(text), re.MULTILINE))
    return {name: told.get(name, "") for name in re.findall(r"\{%-?\s*block (\w+)", text)}


def sheets(styles: Path) -> list[Sheet]:
    """
    Return the style sheets, by name.
    """
    return [Sheet(path.name, _line(_css_opening(path))) for path in sorted(styles.glob("*.css"))]


def layers(styles: Path) -> list[str]:
    """
    Return the layers of the cascade, the weakest first.
    """
    declared = re.search(r"^@layer ([^{;]+);", (styles / "tokens.css").read_text(encoding="utf-8"), re.MULTILINE)
    assert declared, "tokens.css declares the cascade"
    return declared[1].split(", ")


def tokens(styles: Path) -> list[Token]:
    """
    Return the custom properties of the whole theme, in their order.
    """
    root = re.search(r"^:root \{(.*?)^\}", (styles / "tokens.css").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert root, "tokens.css defines the tokens"
    return [Token(name, value) for name, value in re.findall(r"^\s*(--[\w-]+): ([^;]+);", root[1], re.MULTILINE)]


def _opening(text: str) -> str:
    found = re.match(_COMMENT, text, re.DOTALL)
    return found[1] if found else ""


def _css_opening(path: Path) -> str:
    found = re.match(r"/\*\s*(.*?)\s*\*/", path.read_text(encoding="utf-8"), re.DOTALL)
    return found[1] if found else ""


def _line(text: str) -> str:
    return " ".join(text.split())
