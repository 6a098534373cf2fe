"""
What must hold across the records of a dossier: a rule a module, each a generator of problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..problems import Problem
from ..records import Records
from .allegations import allegations
from .atlas import on_the_map
from .bounds import bounds
from .circles import circles
from .held import held
from .languages import languages
from .links import links
from .mentions import mentions
from .places import places
from .references import references
from .sorts import sorts
from .summary import summary
from .who import who
from .withdrawals import withdrawals

Rule = Callable[[Records], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references,
    links,
    languages,
    places,
    held,
    circles,
    sorts,
    on_the_map,
    bounds,
    who,
    allegations,
    mentions,
    withdrawals,
    summary,
)


def check(records: Records) -> list[Problem]:
    """
    Return every problem that any rule finds.
    """
    return [problem for rule in RULES for problem in rule(records)]
