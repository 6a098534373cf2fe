"""
The terms of facts: what sort, whose word, how firm, how much, and how two of them disagree.
"""

from __future__ import annotations

from .term import Term


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
    UNSUPPORTED = "unsupported", "every source of it was withdrawn; why it is kept stands beside it"
    DISPUTED = "disputed", "it cannot be so if another fact here is so"
    ANSWERED = "answered", "someone denies it, answers it or declines to, and both are shown"
    OPINION = "opinion", "a view, not a statement of what is so"
    CORROBORATED = "corroborated", "two or more sources say it, from different origins"
    SINGLE_ORIGIN = "single-origin", "one origin says it, in however many publications, or one source alone"


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


class Weight(Term):
    """
    How much a disagreement matters.
    """

    CONTRADICTION = "contradiction", "they cannot all be right"
    DIFFERENCE = "difference", "they differ in a way that a careful reader should know"


NO_REPLY = "No reply is recorded in the sources held."
"""What is said beside an allegation that no fact answers."""
