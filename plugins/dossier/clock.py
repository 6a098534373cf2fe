"""
What day it is: asked by the commands that say so, and never by a build, whose pages tell only days from the data.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping

_FURTHEST = datetime.timezone(datetime.timedelta(hours=14))
"""Where a day begins first: what an editor anywhere calls today is never still to come."""


def today(environment: Mapping[str, str] | None = None, *, here: bool = False) -> datetime.date:
    """
    Return the day that ``TODAY`` names, else that of ``SOURCE_DATE_EPOCH``, else that of the clock.

    Args:
        environment: The variables; by default, the process's own.
        here: The day as the editor's own calendar has it, to be written down, rather than the latest that it is anywhere.

    Raises:
        SystemExit: If a variable is neither a day nor a number of seconds.
    """
    variables = os.environ if environment is None else environment
    try:
        if given := variables.get("TODAY"):
            return datetime.date.fromisoformat(given)
        if seconds := variables.get("SOURCE_DATE_EPOCH"):
            return datetime.datetime.fromtimestamp(int(seconds), _FURTHEST).date()
    except (ValueError, OverflowError, OSError):
        raise SystemExit("expected a day such as 2026-11-22 in TODAY, or seconds since 1970 in SOURCE_DATE_EPOCH, found neither") from None
    return datetime.datetime.now().astimezone().date() if here else datetime.datetime.now(_FURTHEST).date()
