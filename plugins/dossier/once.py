"""
A tag for templates: what stands in it is rendered once for a thing, however many pages show it.

``{% once fact, root, brief %} … {% endonce %}``: the first names what keeps the result, the rest is all that the result depends on besides.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any, Protocol

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class Holder(Protocol):
    """
    What can keep a result: it lives as long as the result is right.
    """

    rendered: MutableMapping[Any, Any]


class Once(Extension):
    """
    The tag ``once``.
    """

    tags = {"once"}  # noqa: RUF012 (Jinja's own form)

    def parse(self, parser: Parser) -> nodes.Node:
        """
        Turn the tag into a call of its body, which may not come about.
        """
        line = next(parser.stream).lineno
        holder, parts = parser.parse_expression(), []
        while parser.stream.skip_if("comma"):
            parts.append(parser.parse_expression())
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        # Two such tags in one template keep their results apart by the line.
        key = nodes.Tuple([nodes.Const(parser.name), nodes.Const(line), *parts], "load")
        return nodes.CallBlock(self.call_method("_once", [holder, key]), [], [], body).set_lineno(line)

    def _once(self, holder: Holder, key: tuple[Any, ...], caller: Callable[[], Any]) -> Any:
        found = holder.rendered.get(key)
        if found is None:
            found = holder.rendered[key] = caller()
        return found
