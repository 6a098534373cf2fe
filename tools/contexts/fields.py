"""
What a class offers to templates: its fields, properties and methods, each with its type and its docstring.
"""

from __future__ import annotations

import ast
import enum
import inspect
import textwrap
import typing
from functools import cache, cached_property
from typing import Any, ClassVar, NamedTuple

from dossier.vocabulary import Term


class Field(NamedTuple):
    """
    Something that a template can ask a thing for.
    """

    name: str
    type: Any
    """What it is; of a method, what it returns."""

    doc: str
    """What its docstring says; empty where it has none."""

    parameters: tuple[str, ...] | None = None
    """What a method is given; ``None`` where it is no method."""


def is_ours(found: Any) -> bool:
    """
    Say whether something is a class of this project.
    """
    return isinstance(found, type) and found.__module__.split(".")[0] == "dossier"


@cache
def fields_of(kind: type) -> dict[str, Field]:
    """
    Return what a class of ours offers, in the order in which it is written, that of its bases first.
    """
    found: dict[str, Field] = {}
    for part in reversed(kind.__mro__):
        if is_ours(part):
            hints = typing.get_type_hints(part)
            for name, doc in _documented(part):
                found[name] = _field(part, name, doc or (found[name].doc if name in found else ""), hints)
    # What stands in the class's own words for editors is no business of a theme.
    return {name: field for name, field in found.items() if name not in {"main", "model_config"}}


def is_plain(kind: type) -> bool:
    """
    Say whether a class is only a choice of words, such as the shapes of a mark: nothing is asked of it.
    """
    return issubclass(kind, enum.Enum) and not fields_of(kind)


def is_mere_term(kind: type) -> bool:
    """
    Say whether a class is a vocabulary whose terms offer what all terms offer.
    """
    return issubclass(kind, Term) and kind is not Term and fields_of(kind) == fields_of(Term)


def _documented(kind: type) -> list[tuple[str, str]]:
    """The names that a class's own body defines, with their docstrings: those after a field, or at the head of a property or method."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = []
    for statement, following in zip(tree.body, [*tree.body[1:], ast.Pass()], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            is_doc = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            found.append((statement.target.id, str(following.value.value) if is_doc else ""))
        elif isinstance(statement, ast.FunctionDef):
            found.append((statement.name, ast.get_docstring(statement) or ""))
    return [(name, " ".join(doc.split("\n\n")[0].split())) for name, doc in found if not name.startswith("_")]


def _field(kind: type, name: str, doc: str, hints: dict[str, Any]) -> Field:
    static = inspect.getattr_static(kind, name, None)
    if isinstance(static, property):
        return Field(name, typing.get_type_hints(static.fget)["return"], doc)
    if isinstance(static, cached_property):
        return Field(name, typing.get_type_hints(static.func)["return"], doc)
    if inspect.isfunction(static):
        parameters = [parameter for parameter in inspect.signature(static).parameters if parameter != "self"]
        return Field(name, typing.get_type_hints(static)["return"], doc, tuple(parameters))
    hint = hints[name]
    return Field(name, typing.get_args(hint)[0] if typing.get_origin(hint) is ClassVar else hint, doc)


def reachable(kinds: typing.Iterable[type]) -> list[type]:
    """
    Return every class of ours that can be come by from some classes, those among them, in the order in which they are met.
    """
    found: dict[type, None] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [part for field in fields_of(kind).values() for part in parts_of(field.type) if is_ours(part)]
    return list(found)


def parts_of(form: Any) -> list[Any]:
    """
    Return the classes that a type is put together from.
    """
    inner = typing.get_args(form)
    return [part for one in inner for part in parts_of(one)] if inner else [form]
