"""
Types in words, for whoever writes templates and no Python.
"""

from __future__ import annotations

import datetime
import decimal
import enum
import typing
from collections import Counter
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from .fields import is_mere_term, is_ours, is_plain
from .kinds import forms_of

_WORDS = {
    str: "text",
    int: "number",
    float: "number",
    decimal.Decimal: "number",
    bool: "yes or no",
    datetime.date: "day",
    range: "numbers",
    Markup: "HTML",
    type(None): "nothing",
    Any: "anything",
}
"""What Python's own types are called; any other is a mistake, not a guess."""


class Names:
    """
    What each class of ours is called in the document: its name, with its module's where two have the same.
    """

    def __init__(self, kinds: Iterable[type]) -> None:
        kinds = list(kinds)
        often = Counter(kind.__name__ for kind in kinds)
        self._names = {kind: kind.__name__ if often[kind.__name__] == 1 else f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}" for kind in kinds}

    def heading(self, kind: type) -> str:
        """
        Return the heading under which a class stands.
        """
        return self._names[kind]

    def words(self, form: Any) -> str:
        """
        Return a type in words, each class of ours with a link to where it stands.
        """
        return ", or ".join(dict.fromkeys(self._one(one) for one in sorted(forms_of(form), key=lambda one: one is type(None))))

    def _one(self, form: Any) -> str:
        inner = typing.get_args(form)
        plain = typing.get_origin(form) or form
        if plain is tuple and inner[-1] is not Ellipsis:
            return f"({'; '.join(self.words(one) for one in inner)})"
        if plain in {tuple, list, frozenset}:
            return f"list of {self.words(inner[0])}"
        if hasattr(plain, "items") and inner:
            return f"{self.words(inner[1])} by {self.words(inner[0])}"
        if is_ours(plain):
            if is_mere_term(plain):
                return f"[Term](#term) of `{plain.__name__}`"
            if is_plain(plain):
                assert issubclass(plain, enum.Enum)
                return " ".join(f"`{one.value}`" for one in plain if one.value)
            return f"[{self._names[plain]}](#{self._names[plain].lower().replace('.', '')})"
        return _WORDS[plain]
