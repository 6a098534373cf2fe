"""
The prose of records: one paragraph of Markdown emphasis, and links to records.

``[[id]]`` prints the record's name and links to its page; ``[[id|words]]`` prints the words.
Everything else that Markdown knows stays text, HTML included.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


class Target(NamedTuple):
    """
    What a link leads to.
    """

    name: str
    """What the link prints where it gives no words of its own."""

    url: str
    """The page, from the site's root."""

    note: str = ""
    """Of a fact: what it says and where. A link to it without words is a citation, and prints a number that tells this note."""


Resolve = Callable[[str], Target | None]
"""From an id to its target, or ``None`` if there is no such record."""


def links(text: str) -> list[str]:
    """
    Return the ids that a text links, in order, as typed.
    """
    return [found[1] for found in LINK.finditer(text)]


def unfinished_link(text: str) -> str:
    """
    Return the bracket of a link that is not of the form ``[[id]]`` or ``[[id|words]]``, or nothing.
    """
    rest = LINK.sub("", text)
    return next((bracket for bracket in ("[[", "]]") if bracket in rest), "")


def record_link(state: StateInline, silent: bool) -> bool:
    """
    The markdown-it rule for ``[[id]]`` and ``[[id|words]]``.
    """
    found = LINK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("record_link", "a", 0)
        token.content = found[1]
        token.meta = {"words": found[2] or ""}
    state.pos = found.end()
    return True


def plain(text: str, resolve: Resolve) -> str:
    """
    Return the text as it reads without links and marks.
    """
    tokens = _markdown().parseInline(text)[0].children or []
    return "".join(_words(token, resolve) if token.type == "record_link" else token.content for token in tokens).strip()


def _words(token: Token, resolve: Resolve) -> str:
    target = resolve(token.content)
    return token.meta["words"] or (target.name if target else token.content)


def _citation(target: Target, env: dict[str, Any]) -> str:
    """The number of a citation, with what the fact says beside it, shown on hover and focus and in print."""
    cited: list[Target] = env.setdefault("cited", [])
    if target not in cited:
        cited.append(target)
    number = cited.index(target) + 1
    href = escapeHtml(str(env["root"]) + target.url)
    return (
        f'<span class="cite"><a class="cite__mark" href="{href}"><span class="visually-hidden">Fact </span>{number}</a>'
        f'<span class="cite__note" role="note">{escapeHtml(target.note)}</span></span>'
    )


def html(text: str, resolve: Resolve, root: str = "") -> str:
    """
    Return the text as HTML that may stand inside a paragraph.

    Args:
        text: The text as typed.
        resolve: From an id to its name and page; a link to nothing prints its words alone.
        root: What leads from the page to the site's root: ``""``, ``"../"``.
    """
    return _markdown().renderInline(text, {"resolve": resolve, "root": root})


def _render_link(renderer: object, tokens: list[Token], index: int, options: object, env: dict[str, Any]) -> str:
    token = tokens[index]
    target: Target | None = env["resolve"](token.content)
    if target and target.note and not token.meta["words"]:
        return _citation(target, env)
    words = escapeHtml(_words(token, env["resolve"]))
    return f'<a href="{escapeHtml(str(env["root"]) + target.url)}">{words}</a>' if target else words


def with_record_links(markdown: MarkdownIt) -> MarkdownIt:
    """
    Teach a parser ``[[id]]``. Rendering then needs ``{"resolve": Resolve, "root": str}`` as its environment.
    """
    markdown.inline.ruler.before("emphasis", "record_link", record_link)
    markdown.add_render_rule("record_link", _render_link)
    return markdown


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return with_record_links(MarkdownIt("zero", {"html": False}).enable(["emphasis", "balance_pairs", "fragments_join"]))
