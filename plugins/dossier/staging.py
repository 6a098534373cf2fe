"""
Builds beside the site that stands, and lets the two change places when the new one is whole.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_path(output: Path) -> Path:
    """
    Return the folder in which this process builds the site for an output folder: beside it, so that a rename suffices.
    """
    return output.parent / f".{output.name}.building-{os.getpid()}"


def clear(staging: Path) -> None:
    """
    Take away what a build that did not finish has left.
    """
    shutil.rmtree(staging, ignore_errors=True)


def clear_abandoned(output: Path) -> None:
    """
    Take away what builds that were killed have left; those of processes that still run are theirs.
    """
    for left in output.parent.glob(f".{output.name}.building-*"):
        number = left.name.rpartition("-")[2]
        if number.isdigit() and not _runs(int(number)):
            clear(left)


def publish(staging: Path, output: Path) -> None:
    """
    Put the finished site in the place of the old one.

    Where the system can exchange two folders in one step, no reader ever finds neither.

    Raises:
        OSError: If the new site could not be put in place; the old one then still stands.
    """
    if not output.exists():
        try:
            staging.rename(output)
        except OSError:
            if not output.exists():
                raise
            # Another build was quicker; then this one takes its place as it would any other's.
        else:
            return
    if _exchange(staging, output):
        clear(staging)
        return
    old = output.parent / f".{output.name}.old"
    clear(old)
    output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        old.rename(output)
        raise
    clear(old)


def _runs(process: int) -> bool:
    """Whether a process is there; where nobody can say, it is taken to be."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, if system and file system can (renameat2 on Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0
    return False
