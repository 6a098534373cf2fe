"""
The controlled vocabularies: each term with its definition, in one place.

The methodology page, the authoring guide and the editor's completion all print these words.
"""

from .entities import CASE, COUNTRY, ORGANISATION, PERSON, CaseKind, CountryKind, OrganisationKind
from .facts import NO_REPLY, Bound, Kind, Standing, Voice, Weight
from .predicates import SYMMETRIC, Predicate
from .sections import Section
from .sources import Character, Demand, How, Locator, NothingCheckable
from .term import Term

__all__ = [
    "CASE",
    "COUNTRY",
    "NO_REPLY",
    "ORGANISATION",
    "PERSON",
    "SYMMETRIC",
    "Bound",
    "CaseKind",
    "Character",
    "CountryKind",
    "Demand",
    "How",
    "Kind",
    "Locator",
    "NothingCheckable",
    "OrganisationKind",
    "Predicate",
    "Section",
    "Standing",
    "Term",
    "Voice",
    "Weight",
]
