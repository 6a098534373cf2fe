"""
Changes in a file that somebody wrote by hand: what is not meant stays as it is, to the byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """
    A piece of a text, and what takes its place.
    """

    start: int
    """Counted in the text as it is read, with ``\\n`` at the end of each line."""

    end: int
    """The same as ``start`` where something is only put in."""

    new: str


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """
    Return a file with its edits made; its line ends, and a mark of UTF-8 at its beginning, stay what they were.

    Args:
        raw: The file's bytes, in UTF-8.
        edits: No two of which overlap.
    """
    bare = raw.removeprefix(codecs.BOM_UTF8)
    text = bare.decode("utf-8")
    ends = [found.start() for found in re.finditer(r"\r\n", text)]
    line_end = "\r\n" if ends else "\n"
    for edit in sorted(edits, reverse=True):
        start, end = (_as_stored(ends, offset) for offset in edit[:2])
        text = text[:start] + edit.new.replace("\n", line_end) + text[end:]
    return raw[: len(raw) - len(bare)] + text.encode()


def _as_stored(ends: list[int], offset: int) -> int:
    """Where a place is in a text that ends its lines with two characters."""
    for end in ends:
        if end >= offset:
            break
        offset += 1
    return offset
