"""
Fingerprints of the documents held: how a dossier knows its texts without containing them.

``sources/<id>.sha256`` has one line for the whole document and one for each paragraph, in the form that ``sha256sum`` writes.
A paragraph is the n-th non-blank line of the text, counted from 1.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .problems import Problem, shown

_LINE = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<document>[^#\s][^#]*)(?:#(?P<number>\d+))?")


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """
    What a document held looked like when its facts were written.
    """

    document: str
    """The stem of the file that holds the text."""

    whole: str
    """SHA-256 of the file's bytes, in hexadecimal."""

    paragraphs: tuple[str, ...]
    """SHA-256 of each paragraph's UTF-8 bytes, white space at its ends taken off."""


def paragraphs_of(text: str) -> list[str]:
    """
    Return the paragraphs of a text: its non-blank lines, white space at their ends taken off.
    """
    return [line.strip() for line in text.splitlines() if line.strip()]


def take(path: Path) -> Fingerprints:
    """
    Take the fingerprints of a text.

    Raises:
        OSError: If the file cannot be read.
        UnicodeDecodeError: If it is not UTF-8.
    """
    raw = path.read_bytes()
    paragraphs = tuple(_sha256(paragraph.encode()) for paragraph in paragraphs_of(raw.decode("utf-8-sig")))
    return Fingerprints(path.stem, _sha256(raw), paragraphs)


def write(path: Path, taken: Fingerprints) -> None:
    """
    Write fingerprints beside the source's record.
    """
    lines = [f"{taken.whole}  {taken.document}"]
    lines += [f"{mark}  {taken.document}#{number}" for number, mark in enumerate(taken.paragraphs, start=1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path, name: str) -> tuple[Fingerprints | None, list[Problem]]:
    """
    Read what ``write`` wrote.

    Returns:
        The fingerprints, or ``None`` with the problem that keeps them from being read.
    """
    again = "write the file again with 'make fingerprints TEXTS=folder'"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None, [Problem(name, 1, 1, f"expected fingerprints, found what is no text: {again}")]
    found = [_LINE.fullmatch(line) for line in lines]
    documents = {match["document"] for match in found if match}
    for number, match in enumerate(found):
        if not match or (match["number"] or "0") != str(number) or len(documents) != 1:
            return None, [Problem(name, number + 1, 1, f"expected a fingerprint of the whole and then of each paragraph in order, found {shown(lines[number])}: {again}")]
    if len(found) < 2:
        return None, [Problem(name, 1, 1, f"expected fingerprints, found an empty file: {again}")]
    whole, *rest = (match["hash"] for match in found if match)
    return Fingerprints(documents.pop(), whole, tuple(rest)), []


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
