"""
From a file's bytes to its text: UTF-8, and no character that an editor cannot see.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from .problems import shown

MAX_BYTES = 1_000_000

# What YAML refuses, and the line ends that it counts where editors' programs count none.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Marks that make text read otherwise than it is stored: overrides of direction, characters of no width, and whatever an escape brings in.
# Joiners and marks of direction are missing here, for some scripts cannot be written without them.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")

ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What looks like a space, and is a letter to YAML."""

_CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)


class Slip(NamedTuple):
    """
    What is wrong in a text, and where.
    """

    line: int
    column: int
    message: str


def decode(raw: bytes) -> tuple[str, Slip | None]:
    """
    Return a file's text, with ``\\n`` at the end of each line.

    Returns:
        The text, or what could be made of it; and what keeps it from being read, if anything does.
    """
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if len(raw) > MAX_BYTES:
        return raw.decode("utf-8", "replace"), Slip(1, 1, f"expected a file of at most 1 MB, found {len(raw):,} bytes: split it, or take out what was pasted by mistake")
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or raw.count(0) * 3 > len(raw):
        return raw.lstrip(b"\xff\xfe").replace(b"\0", b"").decode("latin-1"), Slip(1, 1, "expected UTF-8 text, found UTF-16: save the file again with the encoding UTF-8")
    try:
        text = _with_line_ends(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _with_line_ends(raw[: error.start].decode("utf-8"))
        message = f"expected UTF-8 text, found the byte 0x{raw[error.start]:02x}: save the file again with the encoding UTF-8"
        return _with_line_ends(raw.decode("latin-1")), Slip(*line_and_column(before, len(before)), message)
    if found := _FORBIDDEN.search(text):
        return text, Slip(*line_and_column(text, found.start()), f"expected text, found the control character {named(found[0])}: delete it")
    return text, conflict(text)


def conflict(text: str) -> Slip | None:
    """
    Return where git has left two versions of some lines one above the other, for somebody to choose, if it has.
    """
    if "<<<<<<<" not in text or not (found := _CONFLICT.search(text)):
        return None
    message = f"expected one version, found git's mark {shown(found[0])} before two of them: keep the lines that are right, and delete the others, with the marks <<<<<<<, ======= and >>>>>>>"
    return Slip(*line_and_column(text, found.start()), message)


def invisible(text: str) -> str:
    """
    Return the first character of a text that no reader can see, or nothing.
    """
    found = _INVISIBLE.search(text)
    return found[0] if found else ""


def visible(text: str) -> str:
    """
    Return a text without such characters.
    """
    return _INVISIBLE.sub("", text)


def named(character: str) -> str:
    """
    Return a character's number and, if it has one, its name: ``U+200B (zero width space)``.
    """
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """
    Return the line and the column of a place in a text, each counted from 1.
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _with_line_ends(text: str) -> str:
    # Offsets in the text are libyaml's own only if line ends are one character.
    return text.replace("\r\n", "\n").replace("\r", "\n")
