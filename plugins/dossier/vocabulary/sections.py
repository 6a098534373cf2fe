"""
The sections of a site, which its navigation names.
"""

from __future__ import annotations

from .term import Term


class Section(Term):
    """
    A section of the site.
    """

    CHRONOLOGY = "chronology", "all facts in the order of time"
    PEOPLE = "people", "the index of people"
    ORGANISATIONS = "organisations", "the index of bodies"
    COUNTRIES = "countries", "the index of countries and territories"
    CASES = "cases", "the index of operations, leaks, documents and incidents"
    DISAGREEMENTS = "disagreements", "where sources cannot all be right, or differ"
    MONEY = "money", "every figure with its counter"
    NETWORK = "network", "who is tied to whom"
    SOURCES = "sources", "the index of sources"
