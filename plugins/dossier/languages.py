"""
The languages of foreign words: their codes, which way their letters run, and which words need one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
"""Of BCP 47 what an editor needs: a language, its script if that is not the usual one, and a region."""

_RTL_SCRIPTS = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"})
_COUNTRIES = {"cn": "zh", "cz": "cs", "dk": "da", "ge": "ka", "gr": "el", "jp": "ja", "kr": "ko", "kz": "kk", "ua": "uk"}
"""Codes of countries that are none of a language, though they are typed for one."""

_LATIN = frozenset({"LATIN"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Language:
    """
    The language of some words.
    """

    code: str
    """BCP 47: ``ru``, or ``el-Latn`` for Greek in Latin letters."""

    @property
    def is_leftward(self) -> bool:
        """Whether it is written from right to left."""
        language, *rest = self.code.split("-")
        script = next((part for part in rest if part.isalpha() and len(part) == 4), None)
        return script in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES

    @property
    def attributes(self) -> str:
        """What an element of HTML whose words are in it has, each attribute with a space before it."""
        return f' lang="{self.code}"' + (' dir="rtl"' if self.is_leftward else "")

    def __str__(self) -> str:
        return self.code


def parse_language(text: str) -> Language:
    """
    Read ``ru``, ``pt-BR`` or ``ru-Latn``.

    Raises:
        ValueError: If it is none of these, with what was expected and, where it can be guessed, what was meant.
    """
    msg = f"expected a language's code, such as ru, pt-BR, or el-Latn for Greek in Latin letters, found '{text[:60]}'"
    meant = _COUNTRIES.get(text.casefold()) or "-".join(_cased(part, number) for number, part in enumerate(re.split(r"[-_]", text)))
    if text != meant and CODE.fullmatch(meant):
        raise ValueError(f"{msg}, did you mean '{meant}'?")
    if not CODE.fullmatch(text):
        raise ValueError(msg)
    return Language(text)


def _cased(part: str, number: int) -> str:
    return part.lower() if number == 0 else part.title() if len(part) == 4 else part.upper()


def scripts_of(text: str) -> frozenset[str]:
    """
    Return the scripts of a text's letters, as Unicode names them: ``LATIN``, ``CYRILLIC``.
    """
    if text.isascii():
        return _LATIN if any(map(str.isalpha, text)) else frozenset()
    return frozenset(map(_script_of, filter(str.isalpha, text)))


@lru_cache(maxsize=10_000)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def words_in_another_script(text: str, own: frozenset[str]) -> Iterator[str]:
    """
    Yield each word of two letters or more none of whose letters is of a text's own scripts; a single one may be a sign, as µ is.
    """
    if "LATIN" in own and text.isascii():
        return  # nearly always; the search below takes its time
    for found in _WORD.finditer(text):
        if len(found[0]) > 1 and not scripts_of(found[0]) & own:
            yield found[0]
