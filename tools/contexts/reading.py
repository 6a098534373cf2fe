"""
Reads templates as a type checker reads code: what each expression is, from what ``view`` is.

Every branch is read, also those that no dossier has come to yet. A narrowing by ``if`` is not followed: what may be several things must be one that has what is asked for.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from .fields import Field, fields_of, is_ours
from .kinds import Known, either, forms_of, item, items

Scope = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Macro(Known):
    """
    A macro, and the names that its file gives it.
    """

    file: str
    node: nodes.Macro
    scope: Scope


class Reader:
    """
    Reads a theme's templates, and notes what they use and what is amiss.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = Environment(extensions=["dossier.once.Once"], autoescape=True)
        self._trees: dict[str, nodes.Template] = {}
        self._scopes: dict[str, Scope] = {}
        self._read: set[tuple[str, str, str]] = set()
        self._file = ""
        self.used: dict[type, set[str]] = defaultdict(set)
        """What is asked of each class."""
        self.given: dict[tuple[str, str], dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        """With what each macro is called: by file and name, then by parameter."""
        self.names: set[str] = set()
        """The names that come from no template."""
        self.amiss: list[str] = []
        """What a template asks for and nothing has, each with its file and line."""

    def tree(self, file: str) -> nodes.Template:
        """
        Return a template, parsed.
        """
        if file not in self._trees:
            self._trees[file] = self._environment.parse((self._folder / file).read_text(encoding="utf-8"), name=file)
        return self._trees[file]

    def page(self, file: str, given: Scope) -> None:
        """
        Read a template and all that it extends, with what it is given.
        """
        chain = [file]
        while above := [node.template.value for node in self.tree(chain[-1]).find_all(nodes.Extends)]:
            chain.append(above[0])
        scope = dict(given)
        # What is set at the top of a template is known in those that extend it, and the other way round.
        for name in (*chain[::-1], *chain):
            self._file = name
            inner = self._known(name) | scope
            self._body(self.tree(name).body, inner)
            scope |= {set_: inner[set_] for set_ in _set_at_the_top(self.tree(name))}

    def _known(self, file: str) -> Scope:
        """The macros that a file has or imports."""
        if file not in self._scopes:
            scope = self._scopes[file] = {}
            for node in self.tree(file).body:
                if isinstance(node, nodes.FromImport):
                    there = self._known(node.template.value)
                    for name, alias in (name if isinstance(name, tuple) else (name, name) for name in node.names):
                        scope[alias] = there[name]
                elif isinstance(node, nodes.Macro):
                    scope[node.name] = Macro(file, node, scope)
        return self._scopes[file]

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Output):
            for each in node.nodes:
                self._type(each, scope)
        elif isinstance(node, nodes.For):
            inner = dict(scope) | {"loop": Any}
            self._bind(node.target, items(self._type(node.iter, scope)), inner)
            if node.test:
                self._type(node.test, inner)
            self._body(node.body, inner)
            self._body(node.else_, dict(scope))
        elif isinstance(node, nodes.If):
            self._type(node.test, scope)
            for body in (node.body, node.else_):
                self._body(body, scope)
            for other in node.elif_:
                self._statement(other, scope)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._type(node.node, scope), scope)
        elif isinstance(node, nodes.CallBlock):
            # The tag `once`: what it is given, and what stands in it.
            for each in node.call.args:
                self._type(each, scope)
            self._body(node.body, scope)
        elif isinstance(node, nodes.Block):
            self._body(node.body, dict(scope))
        elif isinstance(node, nodes.Include):
            here, self._file = self._file, node.template.value
            self._body(self.tree(self._file).body, self._known(self._file) | scope)
            self._file = here
        elif not isinstance(node, nodes.Extends | nodes.FromImport | nodes.Macro):
            msg = f"{self._file}:{node.lineno}: nobody taught the reader what {type(node).__name__} is"
            raise NotImplementedError(msg)

    def _bind(self, target: nodes.Node, kind: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            for number, each in enumerate(target.items):
                self._bind(each, item(kind, number), scope)

    def _type(self, node: nodes.Node, scope: Scope) -> Any:
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                self.names.add(node.name)
            return scope.get(node.name, Any)
        if isinstance(node, nodes.Const):
            return type(node.value)
        if isinstance(node, nodes.Getattr):
            return self._ask(self._type(node.node, scope), node.attr, node)
        if isinstance(node, nodes.Getitem):
            kind = self._type(node.node, scope)
            self._type(node.arg, scope)
            if isinstance(node.arg, nodes.Slice):
                return kind
            return item(kind, node.arg.value) if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int) else items(kind, values=True)
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.CondExpr):
            self._type(node.test, scope)
            return either([self._type(each, scope) for each in (node.expr1, node.expr2) if each])
        if isinstance(node, nodes.And | nodes.Or):
            return either([self._type(node.left, scope), self._type(node.right, scope)])
        if isinstance(node, nodes.List):
            return list[either([self._type(each, scope) for each in node.items] or [Any])]
        if isinstance(node, nodes.Tuple):
            return tuple[tuple(self._type(each, scope) for each in node.items)]
        if isinstance(node, nodes.Dict):
            return dict[str, either([self._type(each.value, scope) for each in node.items] or [Any])]
        for each in node.iter_child_nodes():
            self._type(each, scope)
        return bool if isinstance(node, nodes.Compare | nodes.Not | nodes.Test) else str if isinstance(node, nodes.Concat) else Any

    def _call(self, node: nodes.Call, scope: Scope) -> Any:
        called = self._type(node.node, scope)
        positional = [self._type(each, scope) for each in node.args]
        named = {each.key: self._type(each.value, scope) for each in node.kwargs}
        if isinstance(called, Macro):
            self._enter(called, positional, named, node)
            return str
        return called.type if isinstance(called, Field) else Any

    def _enter(self, macro: Macro, positional: list[Any], named: Mapping[str, Any], node: nodes.Node) -> None:
        names = [argument.name for argument in macro.node.args]
        wrong = [name for name in named if name not in names]
        given = dict(zip(names, positional, strict=False)) | named
        lacking = [name for name in names[: len(names) - len(macro.node.defaults)] if name not in given]
        if wrong or lacking or len(positional) > len(names):
            self.amiss.append(f"{self._file}:{node.lineno}: {macro.node.name} takes {', '.join(names)}")
        for name, kind in given.items():
            if kind not in (known := self.given[macro.file, macro.node.name][name]):
                known.append(kind)
        once = (macro.file, macro.node.name, repr(sorted(given.items(), key=lambda pair: pair[0])))
        if once in self._read:
            return
        self._read.add(once)
        for name, default in zip(names[::-1], macro.node.defaults[::-1], strict=False):
            # What is left out is none, false or a text: of that nothing is asked.
            given.setdefault(name, Any if isinstance(default, nodes.Const) and default.value is None else self._type(default, macro.scope))
        here, self._file = self._file, macro.file
        self._body(macro.node.body, macro.scope | given)
        self._file = here

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:
        kind = self._type(node.node, scope) if node.node else Any
        for each in node.args:
            self._type(each, scope)
        named = {each.key: each.value for each in node.kwargs}
        each = items(kind)
        path = next((found.value for found in [named.get("attribute"), *node.args] if isinstance(found, nodes.Const) and isinstance(found.value, str)), "")
        if node.name in {"selectattr", "rejectattr", "groupby"} or (node.name in {"map", "sort"} and "attribute" in named):
            asked = each
            for step in path.split("."):
                asked = self._ask(asked, step, node)
            return list[asked] if node.name == "map" else list[tuple[asked, list[each]]] if node.name == "groupby" else list[each]
        if node.name in {"list", "sort"}:
            return list[each]
        if node.name == "default":
            return kind
        return int if node.name in {"length", "sum"} else list[int] if node.name == "map" else str

    def _ask(self, kind: Any, name: str, node: nodes.Node) -> Any:
        """What something has under a name."""
        forms = [one for one in forms_of(kind) if one is not type(None)]
        found = [answer for one in forms if (answer := self._answer(one, name)) is not None]
        if not found and forms:
            self.amiss.append(f"{self._file}:{node.lineno}: {' or '.join(getattr(one, '__name__', str(one)) for one in forms)} has no '{name}'")
        return either(found) if found else Any

    def _answer(self, kind: Any, name: str) -> Any:
        if kind is Any or isinstance(kind, Macro | Field):
            return Any
        plain = typing.get_origin(kind) or kind
        if is_ours(plain) and name in fields_of(plain):
            self.used[plain].add(name)
            field = fields_of(plain)[name]
            return field if field.parameters is not None else field.type
        inner = typing.get_args(kind)
        if len(inner) == 2 and hasattr(plain, "items") and name in {"items", "values", "get"}:
            return Field(name, {"items": list[tuple[inner]], "values": list[inner[1]], "get": inner[1]}[name], "", ())
        if plain is dict:
            return inner[1]  # Jinja asks a dictionary for its keys too
        if hasattr(plain, name) and not is_ours(plain):
            return Field(name, list[str], "", ()) if name == "split" else Any
        return Any if is_ours(plain) and issubclass(plain, str) and hasattr(str, name) else None


def _set_at_the_top(tree: nodes.Template) -> list[str]:
    return [node.target.name for node in tree.body if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name)]
