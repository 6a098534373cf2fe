"""
Nothing is printed that belongs to a person alone, unless the record says why it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..fields import ID
from ..figures import Amount
from ..model import Record, Settings
from ..private import Found, private
from ..problems import Problem, shown
from ..records import SETTINGS_ID, Records
from ..vocabulary import Term
from ..yamlfile import Step

_PUBLIC = "public"
_CONTACT = "contact"


def private_data(records: Records) -> Iterator[Problem]:
    """
    Refuse addresses, telephone numbers and the like in any text of any record, and a ``public`` for nothing.

    The editors' own, which stand in ``contact``, may stand anywhere.
    """
    contact = records.settings.contact if records.settings else ""
    for own, record in records.everything():
        allowed: Mapping[str, str] = getattr(record, _PUBLIC, {})
        used: set[str] = set()
        for text, steps, is_key in _texts(record):
            if steps == (_CONTACT,) and own == SETTINGS_ID:
                continue
            for found in private(text):
                reasons = {words for words in allowed if is_among(found, words)}
                used |= reasons
                if not reasons and not is_among(found, contact):
                    yield records.problem(own, message(found, "here"), *steps, key=is_key, find=_there(text, found))
        # What the settings allow may stand in pages and stories alone, which are read elsewhere.
        for words in allowed if not isinstance(record, Settings) else ():
            if words not in used:
                yield records.problem(own, f"expected words of this record that look like what belongs to a person alone, found {shown(words)}: correct them, or take them out", _PUBLIC, words, key=True)


def message(found: Found, where: str) -> str:
    """
    Return what to tell of something that was found.

    Args:
        found: What.
        where: Where it may be allowed: ``here``, or a file's name.
    """
    return f"expected nothing that belongs to a person alone, found {found.what} {shown(found.words)}: take it out, or write these words and why they may be printed under '{_PUBLIC}' {where}"


def is_among(found: Found, words: str) -> bool:
    """
    Say whether what was found is among some words, however these are spaced.
    """
    return " ".join(found.words.split()) in " ".join(words.split())


def _texts(value: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[str, tuple[Step, ...], bool]]:
    """Every text of a record with the way to it, and whether it is a key; ids and terms are none."""
    if isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            if name == "id":
                continue
            below = getattr(value, name)
            if name == _PUBLIC:
                # Its keys are allowed by being there; its reasons are texts as any other.
                yield from ((why, (*steps, name, words), False) for words, why in below.items())
            elif below:
                yield from _texts(below, (*steps, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*steps, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ((text, (*steps, str(key)), True) for text, _, _ in _texts(key))
            yield from _texts(item, (*steps, str(key)))
    elif isinstance(value, Amount):
        yield value.words, steps, False
    elif isinstance(value, str) and not isinstance(value, Term) and not (ID.fullmatch(value) and not value.replace("-", "").isdigit()):
        yield value, steps, False


def _there(text: str, found: Found) -> re.Pattern[str]:
    """Where it stands in the file, which may break it into lines; what stands in the text before it in the same words is passed over."""
    words = r"\s+".join(map(re.escape, found.words.split()))
    before = sum(1 for _ in re.finditer(words, text[: found.start + len(found.words) - 1]))
    return re.compile(rf"(?:{words}[\s\S]*?){{{before}}}({words})")
