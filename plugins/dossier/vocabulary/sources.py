"""
The terms of sources and citations.
"""

from __future__ import annotations

from .term import Term


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
