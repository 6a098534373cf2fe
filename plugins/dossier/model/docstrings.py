"""
What the fields of records are for, from the docstrings below them.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent

from .base import Record


@cache
def described() -> dict[str, type[Record]]:
    """
    Give every field of every record its docstring as ``description``.

    Pydantic can do so whenever a class is made; but it reads all sources for that, and most commands never ask.

    Returns:
        Every record by its class's name.
    """
    records = {record.__name__: record for record in _all(Record)}
    for record in records.values():
        for base in reversed(record.__mro__):
            if issubclass(base, Record) and base is not Record:
                for name, docstring in _docstrings(base).items():
                    if name in record.model_fields:
                        record.model_fields[name].description = docstring
    return records


def _all(record: type[Record]) -> Iterator[type[Record]]:
    for below in record.__subclasses__():
        yield below
        yield from _all(below)


@cache
def _docstrings(record: type[Record]) -> dict[str, str]:
    (definition,) = ast.parse(dedent(inspect.getsource(record))).body
    found = {}
    for field, after in pairwise(definition.body if isinstance(definition, ast.ClassDef) else []):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
