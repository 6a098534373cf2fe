"""
Text as Markdown that can be nothing but text, wherever GitHub prints it.

Escaping alone is not enough there: after Markdown it looks through the text for ``@names``, ``#numbers``, addresses and ``:smileys:``, and takes what stands between dollar signs for formulas.
An empty comment in the middle keeps it from finding them, and a dollar sign stands in a ``span``, as GitHub's guide says.
"""

from __future__ import annotations

import difflib
import re

from .characters import visible

LONGEST = 4_000
"""How many characters of one text are shown."""

_MARKS = re.compile(r"[\\`*_\[\]~|]")
_BLOCK = re.compile(r"^(\d*)([#=+.)-])")
_FOUND_LATER = re.compile(r"@(?=\\?\w)|#(?=\d)|\b[Gg][Hh]-(?=\d)|:(?=//)|\b[Ww]{3}(?=\.)|\b(?:mailto|xmpp):|:(?=[\w\\+-]+:)")
_TOO_MANY_WORDS = 1_500


def text(words: str) -> str:
    """
    Return a text on one line, in which nothing is a mark, a link, a mention or HTML.
    """
    words = " ".join(visible(words).split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST]}… ({len(words) - LONGEST:,} more characters)"
    return _escaped(words)


def _escaped(words: str) -> str:
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = _MARKS.sub(r"\\\g<0>", words)
    words = _BLOCK.sub(r"\1\\\2", words)
    words = _FOUND_LATER.sub(r"\g<0><!-- -->", words)
    return words.replace("$", "<span>$</span>")


def code(words: str) -> str:
    """
    Return a text as code: an id, a path, a field.
    """
    words = " ".join(visible(words).split()) or " "
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{space}{words}{space}{fence}"


def gone(words: str) -> str:
    """
    Return a text as struck out.
    """
    return f"~~{text(words)}~~"


def new(words: str) -> str:
    """
    Return a text as put in.
    """
    return f"**{text(words)}**"


def marked(before: str, after: str) -> str:
    """
    Return a text with the words struck out that it lost, and those in bold that it gained.
    """
    old, now = before.split(), after.split()
    if max(len(old), len(now)) > _TOO_MANY_WORDS:
        return f"{gone(before)}<br>{new(after)}"
    parts = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(text(" ".join(old[a:b])))
            continue
        if b > a:
            parts.append(gone(" ".join(old[a:b])))
        if d > c:
            parts.append(new(" ".join(now[c:d])))
    return " ".join(parts)
