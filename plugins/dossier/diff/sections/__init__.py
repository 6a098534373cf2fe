"""
What is told, a section a module, in the order of an editor who fears for the living: what can defame comes first, what only looks different last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..comparison import Comparison
from ..report import Section
from .affected import affected
from .allegations import allegations
from .citations import citations
from .content import texts
from .disagreements import disagreements
from .facts import facts
from .new_facts import new_facts
from .pages import pages
from .records import records
from .requests import requests
from .standing import standing_gained, standing_lost

Telling = Callable[[Comparison], Iterable[Section]]

TELLINGS: tuple[Telling, ...] = (
    allegations,
    requests,
    citations,
    standing_lost,
    facts,
    new_facts,
    standing_gained,
    disagreements,
    affected,
    records,
    pages,
    texts,
)


def sections(comparison: Comparison) -> list[Section]:
    """
    Return every section that has something to tell.
    """
    return [section for tell in TELLINGS for section in tell(comparison) if section.items]
