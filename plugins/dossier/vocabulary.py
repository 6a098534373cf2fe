"""
The controlled vocabularies: each term with its definition, in one place.

The methodology page, the authoring guide and the editor's completion all print these words.
"""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """
    A term that an editor types, with the words that define it.
    """

    definition: str

    def __new__(cls, value: str, definition: str) -> Term:
        """Make a term that is its own text."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        return term

    @property
    def label(self) -> str:
        """The term as a reader sees it: ``part of`` for ``part-of``."""
        return self.value.replace("-", " ")


class Kind(Term):
    """
    What sort of statement a fact is.
    """

    BACKGROUND = "background", "circumstances that the story stands on: wars, alliances, markets, policies of states"
    BODY = "body", "the setting up, remit, make-up, renaming or end of a body"
    POST = "post", "who held, got, lost or was passed over for a post"
    CAREER = "career", "a person’s rank, earlier work, ties and background"
    OPERATION = "operation", "something done to sway politics, media or people abroad, or to watch them"
    ELECTION = "election", "candidates, results and annulments"
    MONEY = "money", "what was paid, spent, promised or lost"
    DOCUMENT = "document", "what a paper says or advises"
    LEAK = "leak", "how papers got out, through whom, and with what effect"
    EVENT = "event", "a public happening: a crash, an arrest, a meeting, a ceremony"
    MEASURE = "measure", "an act of an authority: a closing, sanctions, an expulsion, a treaty"
    OUTCOME = "outcome", "what came of it: influence won or lost, success, failure"
    STATEMENT = "statement", "a denial, a refusal to comment, a public assurance"
    OPINION = "opinion", "a judgement, forecast, advice or reading of motives"


class Voice(Term):
    """
    Whose word a fact is.
    """

    REPORTING = "reporting", "the source’s own reporting, in its own name"
    DOCUMENT = "document", "a paper that the source describes or quotes"
    NAMED = "named", "a named person or body that the source quotes or retells"
    UNNAMED = "unnamed", "a person whom the source does not name"
    OFFICIAL = "official", "an authority or its spokesman, speaking as such"
    OPINION = "opinion", "the author of the source, arguing"


class Standing(Term):
    """
    How firmly a fact stands: computed from its citations, never typed. The first that applies.
    """

    WITHDRAWN = "withdrawn", "no longer held; its page stays as a marker"
    DISPUTED = "disputed", "it cannot be so if another fact here is so"
    ANSWERED = "answered", "someone denies it, answers it or declines to, and both are shown"
    OPINION = "opinion", "a view, not a statement of what is so"
    CORROBORATED = "corroborated", "two or more sources say it, from different origins"
    SINGLE_ORIGIN = "single-origin", "one origin says it, in however many publications, or one source alone"


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


class Character(Term):
    """
    What sort of text a source is.
    """

    REPORT = "report", "reporting of its publisher’s own"
    FEATURE = "feature", "a long account that mixes reporting with judgement"
    SECONDARY = "secondary", "an account that chiefly retells another"
    OPINION = "opinion", "an argument: evidence only of what its author thinks"
    DOCUMENT = "document", "a paper, file or archive"


class How(Term):
    """
    How we know that a source rests on another.
    """

    STATED = "stated", "the source itself says so"
    INFERRED = "inferred", "our conclusion, with its reason"


class NothingCheckable(Term):
    """
    Why a paragraph needs no fact.
    """

    HEADING = "heading or label", "a heading, a by-line, a button: no statement of its own"
    CAPTION = "caption already covered", "a caption whose statement a fact has from elsewhere"
    RHETORIC = "rhetoric without a claim", "a question or flourish that cannot be checked"
    REPETITION = "repetition of a cited paragraph", "the same again as a paragraph that a fact cites"


class Weight(Term):
    """
    How much a disagreement matters.
    """

    CONTRADICTION = "contradiction", "they cannot all be right"
    DIFFERENCE = "difference", "they differ in a way that a careful reader should know"


class Demand(Term):
    """
    Whether a dossier demands a part of every citation.
    """

    REQUIRED = "required", "every citation has it"
    OPTIONAL = "optional", "a citation may have it"


class Locator(Term):
    """
    What a citation names in its source.
    """

    PARAGRAPH = "paragraph", "the n-th non-blank line of the text, counted from 1"
    PAGE = "page", "a page, as the source numbers it"
    NOTHING = "nothing", "the source as a whole"


PERSON, ORGANISATION, COUNTRY, CASE = "person", "organisation", "country", "case"
_BODY = frozenset({ORGANISATION})
_ACTOR = frozenset({PERSON, ORGANISATION, COUNTRY})
_ANY = frozenset({PERSON, ORGANISATION, COUNTRY, CASE})


class Predicate(Term):
    """
    How two records are tied. Lasts as long as the fact's date says.
    """

    inverse: str
    subjects: frozenset[str]
    objects: frozenset[str]

    def __new__(cls, value: str, inverse: str, subjects: frozenset[str], objects: frozenset[str], definition: str) -> Predicate:
        """Make a predicate, which knows what it ties and how it reads from the other side."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        term.inverse = inverse
        term.subjects = subjects
        term.objects = objects
        return term

    HEADED = "headed", "headed by", frozenset({PERSON}), _BODY, "a person led a body: a tenure"
    DEPUTY_HEAD_OF = "deputy-head-of", "had as deputy head", frozenset({PERSON}), _BODY, "a person was second, or one of the seconds, in a body"
    SERVED_IN = "served-in", "had as officer", frozenset({PERSON}), _BODY, "a person was an officer of a service or force"
    WORKED_FOR = "worked-for", "had on its staff", frozenset({PERSON}), frozenset({ORGANISATION, PERSON}), "a person worked for a body, outlet or company"
    MEMBER_OF = "member-of", "had as member", _ACTOR, _BODY, "a person, body or country belonged to a body, party or alliance"
    PART_OF = "part-of", "included", frozenset({ORGANISATION, COUNTRY, CASE}), frozenset({ORGANISATION, COUNTRY, CASE}), "a body belonged to another"
    BASED_IN = "based-in", "seat of", _BODY, frozenset({COUNTRY}), "a body was in a country"
    OVERSAW = "oversaw", "overseen by", _ACTOR, _ANY, "a person or body supervised another from above"
    HANDLED = "handled", "handled by", frozenset({PERSON, ORGANISATION}), _ANY, "a person or body ran the desk of a country or case"
    SUCCEEDED = "succeeded", "succeeded by", _ANY, _ANY, "one took the place of the one before"
    FOUNDED = "founded", "founded by", _ACTOR, _ANY, "a person or body set up another"
    ABOLISHED = "abolished", "abolished by", frozenset({PERSON, ORGANISATION, COUNTRY, CASE}), _BODY, "a person or body ended another"
    APPOINTED = "appointed", "appointed by", _ACTOR, frozenset({PERSON}), "a person or body gave a person a post"
    DISMISSED = "dismissed", "dismissed by", _ACTOR, frozenset({PERSON}), "a person or body took a post from a person"
    FUNDED = "funded", "funded by", _ACTOR, _ANY, "money went from one to the other"
    BACKED = "backed", "backed by", _ACTOR, frozenset({PERSON, ORGANISATION, COUNTRY, CASE}), "a person, body or country supported a candidate, party or cause"
    ADVISED = "advised", "advised by", frozenset({PERSON, ORGANISATION}), _ACTOR, "a person advised a person or body"
    DEFEATED = "defeated", "defeated by", frozenset({PERSON, ORGANISATION}), frozenset({PERSON, ORGANISATION}), "one won an election against the other"
    TARGETED = "targeted", "targeted by", frozenset({ORGANISATION, CASE, COUNTRY, PERSON}), _ANY, "a body or operation was aimed at someone or something"
    PRODUCED = "produced", "produced by", _ACTOR, frozenset({CASE, ORGANISATION}), "a person or body made a document or work"
    ADDRESSED_TO = "addressed-to", "was sent", frozenset({CASE}), _ACTOR, "a document was made for someone"
    OBTAINED = "obtained", "obtained by", _ACTOR, frozenset({CASE}), "a leak or document reached a person or body"
    PUBLISHED = "published", "published by", _ACTOR, frozenset({CASE}), "an outlet made a document or leak public"
    IN_CONTACT_WITH = "in-contact-with", "in contact with", _ACTOR, _ACTOR, "two called, met or coordinated"
    CLOSE_TO = "close-to", "close to", _ACTOR, _ACTOR, "two had personal or political ties"
    SPOUSE_OF = "spouse-of", "spouse of", frozenset({PERSON}), frozenset({PERSON}), "two people were married"
    CLOSED = "closed", "closed by", _ACTOR, _BODY, "an authority or country shut a body"
    SANCTIONED = "sanctioned", "sanctioned by", _ACTOR, _ACTOR, "an authority or country imposed sanctions"
    ACCUSED = "accused", "accused by", _ACTOR, _ACTOR, "one publicly accused the other"
    SIGNED = "signed", "signed by", _ACTOR, frozenset({CASE}), "a country or person signed a treaty or decree"
    ALLIED_WITH = "allied-with", "allied with", frozenset({COUNTRY, ORGANISATION}), frozenset({COUNTRY, ORGANISATION}), "two states were formal allies"


SYMMETRIC = frozenset({Predicate.IN_CONTACT_WITH, Predicate.CLOSE_TO, Predicate.SPOUSE_OF, Predicate.ALLIED_WITH})
"""Predicates that say the same read either way."""


class Bound(Term):
    """
    How a figure's amount bounds the true one.
    """

    EXACTLY = "exactly", "the amount as counted"
    ABOUT = "about", "near the amount, on either side"
    NEARLY = "nearly", "a little under the amount"
    MORE_THAN = "more than", "above the amount, no upper end given"
    AT_LEAST = "at least", "the amount or above"
    LESS_THAN = "less than", "below the amount"
    AT_MOST = "at most", "the amount or below"
    BETWEEN = "between", "from one amount to another"
    DOZENS = "dozens of", "some dozens: two or more times twelve"
    TENS = "tens of", "some tens: two or more times the amount"
    HUNDREDS = "hundreds of", "some hundreds: two or more times the amount"
    THOUSANDS = "thousands of", "some thousands: two or more times the amount"
    MILLIONS = "millions of", "some millions: two or more times the amount"
    BILLIONS = "billions of", "some billions: two or more times the amount"
