"""
Words and phrases as texts have them, whatever their case, quotation marks, dashes and spaces.
"""

from __future__ import annotations

import re
from itertools import pairwise

_FOLDED = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "\xa0": " "})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTATION = re.compile(r"“([^“”]+)”")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in [
        *enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], start=2),
        *((ten, word) for ten, word in zip(range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True)),
        (100, "hundred"),
    ]
}

_ONES = frozenset(word for word, number in _NUMBER_WORDS.items() if int(number) < 10)
_TENS = frozenset(word for word, number in _NUMBER_WORDS.items() if 20 <= int(number) < 100)


def fold(text: str) -> str:
    """
    Return a text without the differences that do not matter for finding words in it.
    """
    text = text.translate(_FOLDED).replace("--", "-").casefold()
    return " ".join(text.split())


def names(text: str, words: str) -> bool:
    """
    Say whether a text has these words, as whole words.
    """
    return occurrences(text, words) > 0


def occurrences(text: str, words: str) -> int:
    """
    Return how often a text has these words, as whole words.
    """
    return len(re.findall(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(text)))


def words_of(text: str) -> list[str]:
    """
    Return a text's words, folded, without punctuation.
    """
    return _WORD.findall(fold(text))


def quotations_of(text: str) -> list[str]:
    """
    Return the phrases that stand between “typographic” quotation marks.
    """
    return _QUOTATION.findall(text)


def numbers_of(text: str) -> list[str]:
    """
    Return the numbers that a text states in figures or in words, in figures: ``2005``, ``40000``, ``8``; one is no number.
    """
    folded = fold(text)
    figures = [number.replace(",", "") for number in _NUMBER.findall(folded)]
    words = _WORD.findall(folded.replace("-", " "))
    in_words = [_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS]
    compound = [
        str(int(_NUMBER_WORDS[tens]) + int(_NUMBER_WORDS.get(ones, "1")))
        for tens, ones in pairwise(words)
        if tens in _TENS and (ones == "one" or ones in _ONES)
    ]
    return figures + in_words + compound
