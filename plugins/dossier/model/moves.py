"""
Where records were before they were renamed.
"""

from __future__ import annotations

from ..fields import Id
from .base import Record


class Move(Record):
    """
    An id that a record once had, and with it an address that others may have noted.
    """

    id: Id
    """The earlier id, which is never given to another record."""

    to: Id
    """The id that it was changed to; if that has been changed too, it is an earlier id itself."""
