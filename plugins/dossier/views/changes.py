"""
Corrections, withdrawals and flags as pages show them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..asking import day_words
from ..corrections import Corrected, Correction, corrections_of
from ..differences import Run, differences, whole
from ..dossier import Dossier
from ..flags import flags_of
from ..model import Fact
from ..supports import Supported
from ..urls import page_of


@dataclass(frozen=True, slots=True)
class ChangeView:
    """
    One correction, or the withdrawal.
    """

    anchor: str
    """Where it stands on the record's page."""

    day: str
    """When, in words."""

    iso: str
    """When, as ``2026-02-03``."""

    what: str | None
    """What of the record changed; nothing where it was withdrawn."""

    why: str
    """The reason."""

    was: tuple[Run, ...]
    """What stood there before; nothing where that is said no more."""

    now: tuple[Run, ...]
    """What took its place."""


@dataclass(frozen=True, slots=True)
class FlagView:
    """
    That something which a record stands on was withdrawn.
    """

    words: str
    """No full stop."""

    label: str
    """What was withdrawn, as far as it is still said."""

    url: str
    """Its page, from the site's root."""

    kept: str | None
    """Why the record is kept; nothing where nobody has dealt with it."""


def change_view(correction: Correction) -> ChangeView:
    """
    Return a correction as pages show it.
    """
    was: tuple[Run, ...] = ()
    now: tuple[Run, ...] = ()
    if correction.was is not None:
        was, now = differences(correction.was, correction.now) if correction.now is not None else (whole(correction.was), ())
    return ChangeView(correction.anchor, day_words(correction.on), correction.on.isoformat(), correction.what, correction.why, was, now)


def change_views(dossier: Dossier, record: Corrected) -> tuple[ChangeView, ...]:
    """
    Return the corrections of a record in the order of time, but not its withdrawal, which its marker tells.
    """
    return tuple(change_view(found) for found in corrections_of(dossier, record) if found.what)


def flag_views(dossier: Dossier, record: Supported) -> tuple[FlagView, ...]:
    """
    Return the flags of a record as pages show them.
    """
    return tuple(
        FlagView(flag.words, "the fact" if isinstance(flag.gone, Fact) else flag.gone.title, page_of(flag.gone), flag.kept) for flag in flags_of(dossier, record)
    )
