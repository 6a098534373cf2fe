"""
From sections to one text of Markdown, within the size that it may have.

GitHub takes a step's summary of 1 MiB at most and a comment of 65,536 characters, and drops whatever is longer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SUMMARY_LIMIT = 1_000_000
"""Bytes of a report, where nothing else is asked for: a little less than a step's summary may have."""

SHOWN = 25
"""How many things of one section are shown at once; the rest is folded."""

_OF_THE_FRAME = 160
"""Bytes kept for what stands around a section's things: folding, and the line that says how many are left out."""


@dataclass(frozen=True, slots=True)
class Section:
    """
    One sort of change.
    """

    title: str
    """What it is, with its count, as plain words."""

    items: tuple[str, ...]
    """Each of them, as an item of a Markdown list: the first line without its mark, the others indented under it."""

    note: str = ""
    """What to know of all of them, in Markdown."""


def report(title: str, notes: Iterable[str], sections: Iterable[Section], limit: int = SUMMARY_LIMIT) -> str:
    """
    Return everything as Markdown.

    Args:
        title: The heading, in Markdown.
        notes: What to know before anything else, a paragraph each.
        sections: In the order in which they are told.
        limit: The most bytes; 0 for as many as it takes.

    Returns:
        All of it, or as much as fits: every section keeps its heading, and says how many of its things are left out.
    """
    sections = tuple(sections)
    head = "\n\n".join([f"## {title}", *notes, *(["\n".join(f"- {section.title}" for section in sections)] if len(sections) > 1 else [])])
    headings = [_heading(section) for section in sections]
    # What the headings still to come need is set apart, so that none is left out for the sake of an earlier section.
    left = limit - _size(head) - sum(_size(heading) + _OF_THE_FRAME for heading in headings) if limit else None
    parts = [head]
    for section, heading in zip(sections, headings, strict=True):
        fitting = _fitting(section.items, left)
        if left is not None:
            left -= sum(_size(item) + 3 for item in fitting)
        parts += [heading, *_body(section, fitting)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(section: Section) -> str:
    return f"### {section.title}" + (f"\n\n{section.note}" if section.note else "")


def _fitting(items: tuple[str, ...], left: int | None) -> tuple[str, ...]:
    if left is None:
        return items
    for number, item in enumerate(items):
        left -= _size(item) + 3
        if left < 0:
            return items[:number]
    return items


def _body(section: Section, fitting: tuple[str, ...]) -> list[str]:
    shown, folded = fitting[:SHOWN], fitting[SHOWN:]
    parts = ["\n".join(f"- {item}" for item in shown)]
    if folded:
        parts += [f"<details><summary>{len(folded):,} more</summary>", "\n".join(f"- {item}" for item in folded), "</details>"]
    if cut := len(section.items) - len(fitting):
        parts.append(f"… and {cut:,} more, for which there is no room here: `make diff LIMIT=0` shows them." if fitting else f"… {cut:,}, for which there is no room here: `make diff LIMIT=0` shows them.")
    return parts


def _size(text: str) -> int:
    return len(text.encode()) + 2
