"""
The sorts of entity, and the kinds of each.
"""

from __future__ import annotations

from .term import Term

PERSON, ORGANISATION, COUNTRY, CASE = "person", "organisation", "country", "case"


class OrganisationKind(Term):
    """
    What sort of body an organisation is.
    """

    STATE_BODY = "state-body", "a ministry, office, agency or parliament, or a part of one"
    INTELLIGENCE_SERVICE = "intelligence-service", "an intelligence or security service"
    PARTY = "party", "a political party"
    OUTLET = "outlet", "a newspaper, news site, broadcaster or investigative newsroom"
    ALLIANCE = "alliance", "an organisation whose members are states"
    COMPANY = "company", "a company"
    PROGRAMME = "programme", "a standing programme, forum or platform"
    ORGANISATION = "organisation", "any other body: a foundation, movement, university, association"


class CountryKind(Term):
    """
    What sort of place a country page is about.
    """

    COUNTRY = "country", "a state"
    TERRITORY = "territory", "a territory whose status is disputed"


class CaseKind(Term):
    """
    What sort of thing a case is.
    """

    OPERATION = "operation", "a campaign or undertaking that somebody ran"
    LEAK = "leak", "papers that got out"
    DOCUMENT = "document", "one paper, list, treaty or decree"
    INCIDENT = "incident", "an event with its aftermath"
