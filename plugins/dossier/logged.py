"""
Counts the errors that Pelican only logs: it goes on after one, and exits with 0.
"""

from __future__ import annotations

import logging


class ErrorCount(logging.Handler):
    """
    Counts errors, and leaves the telling of them to others.
    """

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """
        Count one.
        """
        self.count += 1
        # With a handler of ours, Python no longer prints by itself what Pelican's plain log leaves to it.
        if not logging.getLogger().handlers and logging.lastResort:
            logging.lastResort.handle(record)


errors = ErrorCount()
"""Those of this process."""
