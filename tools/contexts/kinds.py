"""
Types as the reader of templates reckons with them: what one of several is, what a list holds.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from typing import Any

from .fields import Field, is_ours


class Known:
    """
    What the reader follows by itself, and of which nothing is asked: a macro.
    """


def forms_of(kind: Any) -> tuple[Any, ...]:
    """
    Return the types that a type may be.
    """
    return typing.get_args(kind) if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union else (kind,)


def either(kinds: Iterable[Any]) -> Any:
    """
    Return the type of what is one of several.
    """
    found: list[Any] = []
    for kind in kinds:
        found += [form for form in forms_of(kind) if form not in found]
    if not found or Any in found or any(isinstance(one, Known | Field) for one in found):
        return found[0] if len(found) == 1 else Any
    return typing.Union[tuple(found)]  # noqa: UP007 (there is no other way to write one of many)


def items(kind: Any, *, values: bool = False) -> Any:
    """
    Return what a list of some type holds; of a mapping, its keys or its values.
    """
    found = []
    for form in forms_of(kind):
        inner = [one for one in typing.get_args(form) if one is not Ellipsis]
        found.append((inner[-1] if values else inner[0]) if len(inner) == 1 or hasattr(typing.get_origin(form), "items") else either(inner) if inner else Any)
    return either(found)


def item(kind: Any, number: int) -> Any:
    """
    Return what stands in one place of a list or of a row.
    """
    found = []
    for form in forms_of(kind):
        inner = typing.get_args(form)
        if is_ours(form) and hasattr(form, "_fields"):
            inner = tuple(typing.get_type_hints(form)[name] for name in form._fields)
        is_row = (typing.get_origin(form) is tuple and Ellipsis not in inner) or hasattr(form, "_fields")
        found.append(inner[number] if is_row and abs(number) <= len(inner) - (number >= 0) else items(form))
    return either(found)
