"""
What came of asking, in Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import inert
from ..problems import count
from .asking import Answer, Outcome
from .known import Known


def told(answers: Mapping[str, Answer], places: Mapping[str, tuple[str, ...]], known: tuple[Known, ...]) -> str:
    """
    Return every answer but those that work, the gravest first.

    Args:
        answers: By address.
        places: Where the dossier gives each address.
        known: Those whose answer need not be told, with the reasons.
    """
    reasons = {address: line.reason for address in answers for line in known if line.fits(address)}
    works = sum(answer.outcome is Outcome.WORKS for answer in answers.values())
    parts = [f"## {count(len(answers), 'outgoing link')}, {works} that lead somewhere"]
    for outcome in Outcome:
        found = [(address, answer) for address, answer in answers.items() if answer.outcome is outcome and address not in reasons]
        if outcome is not Outcome.WORKS and found:
            parts += [f"### {len(found):,}: {outcome.value}", "\n".join(_line(address, answer, places[address]) for address, answer in found)]
    if hidden := {address: reason for address, reason in reasons.items() if answers[address].outcome is not Outcome.WORKS}:
        parts += [f"### {len(hidden):,}: not told, with reasons", "\n".join(f"- {inert.code(address)}: {inert.text(reason)}" for address, reason in hidden.items())]
    if idle := [line for line in known if not any(line.fits(address) and answer.outcome is not Outcome.WORKS for address, answer in answers.items())]:
        parts += [f"### {len(idle):,}: no longer needed in the list of reasons", "\n".join(f"- {inert.code(line.address)}" for line in idle)]
    return "\n\n".join(parts) + "\n"


def _line(address: str, answer: Answer, places: tuple[str, ...]) -> str:
    detail = f" ({inert.text(answer.detail)})" if answer.detail else ""
    return f"- {inert.code(address)}{detail}: {', '.join(inert.code(place) for place in places)}"
