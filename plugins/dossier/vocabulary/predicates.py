"""
How two records are tied.
"""

from __future__ import annotations

from .entities import CASE, COUNTRY, ORGANISATION, PERSON
from .term import Term

_BODY = frozenset({ORGANISATION})
_ACTOR = frozenset({PERSON, ORGANISATION, COUNTRY})
_ANY = frozenset({PERSON, ORGANISATION, COUNTRY, CASE})


class Predicate(Term):
    """
    How two records are tied. Lasts as long as the fact's date says.
    """

    inverse: str
    """How it reads from the other side: ``headed by``."""

    subjects: frozenset[str]
    """The sorts of record that it may begin from."""

    objects: frozenset[str]
    """The sorts of record that it may lead to."""

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
