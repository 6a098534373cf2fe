"""
What is wrong with a dossier, and where.

A problem is one line: ``file:line:column: what was expected, what was found, the way out``.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """
    One slip in one place. Sorts by file, then by place in it.
    """

    file: str
    """The file's path, as the editor would type it."""

    line: int
    """Counted from 1."""

    column: int
    """Counted from 1, in characters."""

    message: str
    """What was expected, what was found, and the way out; no full stop, no line break."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class DossierError(Exception):
    """
    A dossier that cannot be published, with every problem found in it.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """
    Return the problems as text, one a line.
    """
    return "\n".join(str(problem) for problem in problems)


def annotations(problems: Iterable[Problem]) -> str:
    """
    Return the problems as GitHub Actions reads them, one a line, so that each is shown at its place in the change.
    """

    def escaped(text: str, also: str = "") -> str:
        # Its own rules for these commands: the percent sign first, or it would escape the others' escapes.
        for character in f"%\r\n{also}":
            text = text.replace(character, f"%{ord(character):02X}")
        return text

    return "\n".join(f"::error file={escaped(problem.file, ':,')},line={problem.line},col={problem.column}::{escaped(problem.message)}" for problem in problems)


def count(number: int, noun: str) -> str:
    """
    Return the number with its noun: ``1 problem``, ``2 problems``, ``2 countries``.
    """
    if number == 1:
        return f"{number:,} {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"
    return f"{number:,} {plural}"


def a(noun: str) -> str:
    """
    Return the noun with its article: ``a person``, ``an organisation``.
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def shown(value: object) -> str:
    """
    Return what the editor typed, quoted, on one line and cut to a length that fits a message.
    """
    text = " ".join(str(value).split())
    return f"'{text[:60]}…'" if len(text) > 61 else f"'{text}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """
    Return ``, did you mean 'x'?`` for the closest known word, or nothing if none is close.
    """
    close = closest(word, known)
    return f", did you mean '{close}'?" if close else ""


def closest(word: str, known: Iterable[str]) -> str:
    """
    Return the known word that is closest, whatever its case, or nothing if none is close.
    """
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.7)
    return folded[close[0]] if close else ""
