"""
Addresses whose answer need not be told each week, each with the reason, from a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..parse import shown_path
from ..problems import Problem, shown


@dataclass(frozen=True, slots=True)
class Known:
    """
    One line of the file.
    """

    address: str
    """An address; with ``*`` at its end, all that begin so."""

    reason: str

    def fits(self, address: str) -> bool:
        """
        Say whether it is about an address.
        """
        return address.startswith(self.address[:-1]) if self.address.endswith("*") else address == self.address


def read(path: Path) -> tuple[tuple[Known, ...], list[Problem]]:
    """
    Return the lines of a file, and a problem for each that gives no reason; a file that is not there has none.
    """
    found, problems = [], []
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if parts := re.fullmatch(r"(https?://\S+)\s+(\S.*)", line.strip()):
            found.append(Known(parts[1], parts[2]))
        else:
            problems.append(Problem(shown_path(path), number, 1, f"expected an address, a space and the reason why its answer need not be told, found {shown(line)}"))
    return tuple(found), problems
