"""
Pelican's reader of the Markdown in ``content/``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown_it.common.utils import escapeHtml
from pelican.readers import BaseReader

from .content import markdown, split
from .dossier import Dossier
from .prose import Target


class MarkdownReader(BaseReader):
    """
    From a ``.md`` file to HTML, with the facts that it cites listed at its end.
    """

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """
        Return the file's HTML and its header.
        """
        path = Path(source_path)
        written = split(path.read_text(encoding="utf-8-sig"))
        metadata = {name: self.process_metadata(name, value) for name, value in written.header.items()}
        dossier: Dossier = self.settings["DOSSIER"]
        stories = [Path(self.settings["PATH"], folder) for folder in self.settings["ARTICLE_PATHS"]]
        # Stories have a folder of their own on the site; pages stand at its root.
        root = "../" if any(path.is_relative_to(folder) for folder in stories) else ""
        env: dict[str, Any] = {"resolve": dossier.resolve, "root": root}
        return markdown().render(written.body, env) + _notes(env.get("cited", []), root), metadata


def _notes(cited: list[Target], root: str) -> str:
    """The facts cited, numbered as in the text: for print, and for whoever sees no notes on hover."""
    if not cited:
        return ""
    items = "".join(f'<li>{escapeHtml(target.note)} <a href="{escapeHtml(root + target.url)}">Fact</a></li>\n' for target in cited)
    return f'<section class="notes" aria-labelledby="notes"><h2 id="notes">Facts cited</h2>\n<ol>\n{items}</ol></section>\n'
