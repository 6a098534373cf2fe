"""
Reads the pages and stories in ``content/``: Markdown by markdown-it-py, with links to records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from pelican.readers import BaseReader

from . import prose
from .dossier import Dossier
from .parse import shown_path
from .problems import Problem, did_you_mean, shown

_HEADER = re.compile(r"(\w[\w -]*):[ \t]*(.*)")


class MarkdownReader(BaseReader):
    """
    From a ``.md`` file to HTML. A header of ``Name: value`` lines ends at the first blank line.
    """

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """
        Return the file's HTML and its header.
        """
        header, body, _ = _split(Path(source_path).read_text(encoding="utf-8-sig"))
        metadata = {name: self.process_metadata(name, value) for name, value in header.items()}
        dossier: Dossier = self.settings["DOSSIER"]
        # Pages stand at the site's root, so the way to it is the page's own folder.
        return _markdown().render(body, {"resolve": dossier.resolve, "root": ""}), metadata


def content_problems(folder: Path, dossier: Dossier) -> Iterator[Problem]:
    """
    Yield what is wrong with the Markdown files in a folder.
    """
    for path in sorted(folder.rglob("*.md")):
        name = shown_path(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(name, 1, 1, f"expected UTF-8 text, found something else ({type(error).__name__}): save the file again as UTF-8")
            continue
        header, _, _ = _split(text)
        if not header.get("title"):
            yield Problem(name, 1, 1, "expected a first line 'Title: …' and a blank line after the header, found none")
        for number, line in enumerate(text.splitlines(), start=1):
            for found in prose.LINK.finditer(line):
                if dossier.resolve(found[1]) is None:
                    yield Problem(name, number, found.start() + 1, f"expected a link to a record, found {shown(found[1])}{did_you_mean(found[1], dossier.ids)}")


def _split(text: str) -> tuple[dict[str, str], str, int]:
    header: dict[str, str] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = _HEADER.fullmatch(line)
        if not found:
            return header, "\n".join(lines[number:]), number
        header[found[1].lower()] = found[2].strip()
    return header, "", len(lines)


def _markdown() -> MarkdownIt:
    markdown = prose.with_record_links(MarkdownIt("commonmark", {"html": False}).enable("table"))
    normalize = markdown.normalizeLink
    # Pelican's own links, {filename}about.md, must reach it as they were typed.
    markdown.normalizeLink = lambda url: url if url.startswith(("{", "|")) else normalize(url)  # type: ignore[method-assign]
    return markdown
