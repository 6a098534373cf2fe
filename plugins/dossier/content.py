"""
The pages and stories in ``content/``: Markdown with links to records, checked in the same run as the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from . import moves, prose
from .characters import conflict, line_and_column
from .check.private import is_among, message
from .dossier import Dossier
from .languages import scripts_of
from .parse import SETTINGS, shown_path
from .private import private
from .problems import Problem, shown

STORIES = "stories"
"""The folder in the content whose files tell a story, and so must cite."""

_HEADER = re.compile(r"(\w[\w -]*):[ \t]*(.*)")


class Written(NamedTuple):
    """
    A Markdown file in its parts.
    """

    header: dict[str, str]
    """Its ``Name: value`` lines, with names in lower case."""

    body: str
    above: int
    """How many lines stand above the body."""


def split(text: str) -> Written:
    """
    Return the parts of a Markdown file. The header ends at the first line that is no ``Name: value``.
    """
    header: dict[str, str] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = _HEADER.fullmatch(line)
        if not found:
            return Written(header, "\n".join(lines[number:]), number)
        header[found[1].lower()] = found[2].strip()
    return Written(header, "", len(lines))


def markdown() -> MarkdownIt:
    """
    Return the parser of pages and stories: CommonMark and tables, ``[[id]]``, ``[слово]{lang=ru}``, and no HTML.
    """
    parser = prose.with_our_marks(MarkdownIt("commonmark", {"html": False}).enable("table"))
    normalize = parser.normalizeLink
    # Pelican's own links, {filename}about.md, must reach it as they were typed.
    parser.normalizeLink = lambda url: url if url.startswith(("{", "|")) else normalize(url)  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link)
    return parser


def _link(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A link; one that leaves the site says so, as those that the theme's ``components/outgoing.html`` makes."""
    if str(tokens[index].attrGet("href")).startswith(("http://", "https://")):
        tokens[index].attrSet("rel", "external noreferrer")
    return renderer.renderToken(tokens, index, options, env)


def content_problems(folder: Path, story_folders: Iterable[str], dossier: Dossier) -> Iterator[Problem]:
    """
    Yield what is wrong with the Markdown files in a folder.

    Args:
        folder: The content.
        story_folders: Those folders in it whose files tell a story, and so must cite.
        dossier: What the files may link.
    """
    stories = [folder / name for name in story_folders]
    for path in sorted(folder.rglob("*.md")):
        name = shown_path(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(name, 1, 1, f"expected UTF-8 text, found something else ({type(error).__name__}): save the file again as UTF-8")
            continue
        if slip := conflict(text):
            yield Problem(name, *slip)
            continue
        written = split(text)
        is_story = any(path.is_relative_to(story) for story in stories)
        for field, example in (("title", "Title: …"), *([("date", "Date: 2026-11-22")] if is_story else [])):
            if not written.header.get(field):
                yield Problem(name, 1, 1, f"expected a line '{example}' at the top, before a blank line, found none: add it")
        yield from _marks(name, written, dossier)
        yield from _fallen(name, written, dossier)
        yield from _private(name, text, dossier)
        if is_story:
            yield from _uncited(name, written, dossier)


def links_to_withdrawn(folder: Path, dossier: Dossier) -> Iterator[Problem]:
    """
    Yield each place where a file in a folder links a withdrawn source, fact or disagreement, as it may: an editor should look at it.
    """
    for path in sorted(folder.rglob("*.md")):
        written = split(path.read_text(encoding="utf-8-sig"))
        for number, line in enumerate(written.body.splitlines(), start=written.above + 1):
            for found in prose.LINK.finditer(line):
                record = dossier.sources.get(found[1]) or dossier.facts.get(found[1]) or dossier.disagreements.get(found[1])
                if record and record.withdrawn:
                    yield Problem(shown_path(path), number, found.start() + 1, f"links '{record.id}', withdrawn on {record.withdrawn.on}")


def _fallen(name: str, written: Written, dossier: Dossier) -> Iterator[Problem]:
    """Each citation of a fact that no longer holds; a link with words of its own may speak of it as withdrawn."""
    for number, line in enumerate(written.body.splitlines(), start=written.above + 1):
        for found in prose.LINK.finditer(line):
            fact = dossier.facts.get(found[1])
            if fact and not found[2] and (gone := dossier.no_longer(fact)):
                advice = f"take out what rests on it, or speak of the withdrawal and link it with words, [[{fact.id}|words]]"
                yield Problem(name, number, found.start() + 1, f"expected a fact that stands, found '{fact.id}', {gone}: {advice}")


def _marks(name: str, written: Written, dossier: Dossier) -> Iterator[Problem]:
    for number, line in enumerate(written.body.splitlines(), start=written.above + 1):
        for found in prose.LINK.finditer(line):
            if dossier.resolve(found[1]) is None:
                yield Problem(name, number, found.start() + 1, f"expected a link to a record, found {shown(found[1])}{moves.meant(dossier.moves, found[1], dossier.ids)}")
        if bracket := prose.unfinished_link(line):
            yield Problem(name, number, line.index(bracket) + 1, f"expected links as [[id]] or [[id|words]], found '{bracket}' without its partner: add it, or take this one out")
        for slip in prose.foreign_slips(line, scripts_of(dossier.settings.title)):
            yield Problem(name, number, line.index(slip.find) + 1, slip.message)


def _private(name: str, text: str, dossier: Dossier) -> Iterator[Problem]:
    """What belongs to a person alone, but for what the settings allow and the editors' own."""
    allowed = (dossier.settings.contact, *dossier.settings.public)
    for found in private(text):
        if not any(is_among(found, words) for words in allowed):
            yield Problem(name, *line_and_column(text, found.start), message(found, f"in {SETTINGS}"))


def _uncited(name: str, written: Written, dossier: Dossier) -> Iterator[Problem]:
    """Each paragraph of a story that names neither a fact nor, where it speaks of the sources, a source; headings state nothing."""
    tokens = markdown().parse(written.body)
    for opening, inline in pairwise(tokens):
        if opening.type != "paragraph_open" or opening.map is None:
            continue
        if not any(id_ in dossier.facts or id_ in dossier.sources for id_ in prose.links(inline.content)):
            message = f"expected a paragraph that cites a fact, [[fact-id]] after its sentence, found {shown(inline.content)}: cite what it rests on, or take it out"
            yield Problem(name, written.above + opening.map[0] + 1, 1, message)
