"""
What can be held against the sources' texts, where these are at hand: a rule a module, each a generator of problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..problems import Problem
from ..records import Records
from .citations import citations
from .copies import copies
from .coverage import coverage
from .numbers import numbers
from .quotations import quotations
from .reprints import reprints
from .texts import Texts

Rule = Callable[[Records, Texts], Iterator[Problem]]

RULES: tuple[Rule, ...] = (citations, quotations, numbers, copies, reprints, coverage)


def verify(records: Records, texts: Texts) -> list[Problem]:
    """
    Return every problem that any rule finds.
    """
    return [problem for rule in RULES for problem in rule(records, texts)]
