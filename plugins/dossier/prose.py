"""
The prose of records: one paragraph of Markdown emphasis, links to records, and foreign words.

``[[id]]`` prints the record's name and links to its page; ``[[id|words]]`` prints the words.
``[слово]{lang=ru}`` prints the word, for who hears it and for programs in its own language.
Everything else that Markdown knows stays text, HTML included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .languages import Language, parse_language, words_in_another_script
from .problems import shown

LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")
FOREIGN = re.compile(r"\[([^\[\]]+)\]\{lang=([^\s{}]+)\}")
_NEARLY_FOREIGN = re.compile(r"(?:\[[^\[\]]*\]\s?\{|\{\s*lang\b)[^{}]*\}?")


class Target(NamedTuple):
    """
    What a link leads to.
    """

    name: str
    """What the link prints where it gives no words of its own."""

    url: str
    """The page, from the site's root."""

    language: Language | None = None
    """Of the name, where that is not the dossier's."""

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


class Slip(NamedTuple):
    """
    What is wrong with the foreign words of a text.
    """

    message: str
    find: str
    """The part that is wrong, as typed."""


def foreign_slips(text: str, own: frozenset[str]) -> Iterator[Slip]:
    """
    Yield what is wrong with the foreign words of a text: a mark that is none, and words in another script without one.

    Args:
        text: The text as typed.
        own: The scripts that need no mark; where none are known, no word is held to need one.
    """
    for found in FOREIGN.finditer(text):
        try:
            parse_language(found[2])
        except ValueError as error:
            yield Slip(str(error), f"{{lang={found[2]}}}")
    rest = FOREIGN.sub("", text)
    if nearly := _NEARLY_FOREIGN.search(rest):
        yield Slip(f"expected foreign words as [words]{{lang=ru}}, found {shown(nearly[0])}: write it so, or take the braces out", nearly[0])
    elif own and (word := next(words_in_another_script(LINK.sub(lambda link: link[2] or "", rest), own), "")):
        yield Slip(f"expected words in another script with their language, found {shown(word)}: write [{word}]{{lang=ru}}, with the code of its language", word)


def foreign_words(state: StateInline, silent: bool) -> bool:
    """
    The markdown-it rule for ``[слово]{lang=ru}``.
    """
    found = FOREIGN.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("foreign_words", "span", 0)
        token.content = found[1]
        token.meta = {"language": parse_language(found[2])}
    state.pos = found.end()
    return True


class Span(NamedTuple):
    """
    Some words in one language.
    """

    text: str
    """The words."""

    language: Language | None = None
    """Where it is not the dossier's."""


def plain(text: str, resolve: Resolve) -> str:
    """
    Return the text as it reads without links and marks.
    """
    return "".join(span.text for span in spans(text, resolve)).strip()


def spans(text: str, resolve: Resolve) -> list[Span]:
    """
    Return the text as it reads without links and marks, each stretch of it in its language.
    """
    return [_span(token, resolve) for token in _markdown().parseInline(text)[0].children or []]


def _span(token: Token, resolve: Resolve) -> Span:
    if token.type != "record_link":
        return Span(token.content, token.meta.get("language"))
    target = resolve(token.content)
    return Span(_words(token, resolve), target.language if target and not token.meta["words"] else None)


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
    # Words of our own for a foreign name are ours.
    language = target.language.attributes if target and target.language and not token.meta["words"] else ""
    return f'<a href="{escapeHtml(str(env["root"]) + target.url)}"{language}>{words}</a>' if target else words


def _render_foreign(renderer: object, tokens: list[Token], index: int, options: object, env: dict[str, Any]) -> str:
    token = tokens[index]
    return f"<span{token.meta['language'].attributes}>{escapeHtml(token.content)}</span>"


def with_our_marks(markdown: MarkdownIt) -> MarkdownIt:
    """
    Teach a parser ``[[id]]`` and ``[слово]{lang=ru}``. Rendering then needs ``{"resolve": Resolve, "root": str}`` as its environment.
    """
    markdown.inline.ruler.before("emphasis", "record_link", record_link)
    markdown.inline.ruler.before("emphasis", "foreign_words", foreign_words)
    markdown.add_render_rule("record_link", _render_link)
    markdown.add_render_rule("foreign_words", _render_foreign)
    return markdown


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return with_our_marks(MarkdownIt("zero", {"html": False}).enable(["emphasis", "balance_pairs", "fragments_join"]))
