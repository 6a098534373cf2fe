"""
Texts as pages show them.
"""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from .. import prose
from ..dossier import Dossier


class ProseView:
    """
    A text with links to records.
    """

    def __init__(self, dossier: Dossier, text: str) -> None:
        self._dossier = dossier
        self._text = text
        self._html: dict[str, Markup] = {}

    @cached_property
    def text(self) -> str:
        """As plain text."""
        return prose.plain(self._text, self._dossier.resolve)

    def html(self, root: str) -> Markup:
        """As HTML for a paragraph; ``root`` leads from the page to the site's root."""
        if root not in self._html:
            self._html[root] = Markup(prose.html(self._text, self._dossier.resolve, root))
        return self._html[root]
