"""
What must hold across the records of a dossier: a rule a module, each a generator of problems.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from ..problems import Problem
from ..records import Records
from .allegations import allegations
from .atlas import on_the_map
from .bounds import bounds
from .circles import circles
from .corrections import corrections
from .future import future
from .held import held
from .languages import languages
from .links import links
from .mentions import mentions
from .moves import moves
from .places import places
from .private import private_data
from .references import references
from .requests import requests
from .sorts import sorts
from .summary import summary
from .who import who
from .withdrawals import withdrawals

Rule = Callable[[Records], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references,
    moves,
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
    corrections,
    withdrawals,
    requests,
    summary,
    private_data,
)


def check(records: Records, today: datetime.date | None = None) -> list[Problem]:
    """
    Return every problem that any rule finds.

    Args:
        records: What was read.
        today: The day after which nothing can have been done yet; without it, no day is held against today.
    """
    problems = [problem for rule in RULES for problem in rule(records)]
    return [*problems, *future(records, today)] if today else problems
