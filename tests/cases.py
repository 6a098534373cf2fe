"""
Reads the case files in ``tests/problems/``: a slip in the sample dossier, and beside it what an editor is told.

``tests/problems/README.md`` says how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Edit:
    """One change to one file of the dossier."""

    how: str
    """``@`` lines replaced, ``@@`` a whole file, ``@x`` a file in bytes, ``@!`` a file deleted."""

    path: str

    lines: list[tuple[str, str]] = field(default_factory=list)
    """Each with the mark before it: ``-``, ``+``, ``|``, or nothing for bytes."""

    def apply(self, folder: Path) -> None:
        """Change the file, or fail if it is not as the case expects it."""
        path = folder / self.path
        if self.how == "@!":
            path.unlink()
            return
        if self.how == "@":
            path.write_text(self._edited(path.read_text(encoding="utf-8")), encoding="utf-8")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.how == "@x":
            path.write_bytes(b"".join(_bytes(line) for _, line in self.lines))
        else:
            path.write_text("".join(f"{line}\n" for _, line in self.lines), encoding="utf-8")

    def _edited(self, text: str) -> str:
        lines = text.splitlines()
        for old, new in self._hunks():
            places = [at for at in range(len(lines)) if old and lines[at : at + len(old)] == old]
            if old and len(places) != 1:
                msg = f"{self.path}: expected these lines exactly once, found them {len(places)} times: {old}"
                raise ValueError(msg)
            start = places[0] if places else len(lines)
            lines[start : start + len(old)] = new
        return "".join(f"{line}\n" for line in lines)

    def _hunks(self) -> Iterator[tuple[list[str], list[str]]]:
        old: list[str] = []
        new: list[str] = []
        for mark, line in self.lines:
            if mark == "-" and new:
                yield old, new
                old, new = [], []
            (old if mark == "-" else new).append(line)
        yield old, new


@dataclass
class Case:
    """A slip, or what only looks like one, with everything that is said of it."""

    title: str
    edits: list[Edit] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def apply(self, folder: Path) -> None:
        """Make all its edits in a copy of the sample."""
        for edit in self.edits:
            edit.apply(folder)


def read(path: Path) -> list[Case]:
    """Return the cases in a file."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            cases.append(Case(line[3:]))
        elif not line or not cases:
            continue
        elif line.startswith("> "):
            cases[-1].expected.append(line[2:])
        elif header := re.fullmatch(r"(@[@!x]?) (\S.*)", line):
            cases[-1].edits.append(Edit(header[1], header[2]))
        elif cases[-1].edits and _fits(cases[-1].edits[-1].how, line):
            mark = "" if cases[-1].edits[-1].how == "@x" else line[0]
            cases[-1].edits[-1].lines.append((mark, line[len(mark) :].removeprefix(" ")))
        else:
            msg = f"{path}:{number}: expected a line of a case, found {line!r}"
            raise ValueError(msg)
    return cases


def _fits(how: str, line: str) -> bool:
    return how == "@x" or re.match({"@": r"[-+]( |$)", "@@": r"\|( |$)"}.get(how, r"(?!)"), line) is not None


def _bytes(line: str) -> bytes:
    """Bytes in hexadecimal, text in double quotes, and ``*9`` at the end for the line nine times over."""
    words = re.findall(r'"[^"]*"|\S+', line)
    times = int(words.pop()[1:]) if words[-1].startswith("*") else 1
    return b"".join(word[1:-1].encode() if word.startswith('"') else bytes.fromhex(word) for word in words) * times
