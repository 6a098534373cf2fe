"""
Does one thing for each of many, in as many processes as the machine has room for.

Processes are forked, so that each has all that was there before at no cost; where a system cannot fork, everything is done in this one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

_LEAST = 200
"""With fewer things to do than this for each process, one is quicker alone."""

_CHUNK = 8
"""How many a process takes at a time: few, so that all end at about the same time."""

_MOST = 4
"""More processes than this would wait for the disk, and for each other's memory."""


def available() -> int:
    """
    Return how many processes this machine lets us run at once, at most four.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1  # macOS' own libraries do not survive a fork
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MOST)


def each(things: Sequence[T], work: Callable[[T], None], processes: int) -> None:
    """
    Do some work for each of many things.

    Args:
        things: What to do it for; the order in which it is done is nobody's.
        work: Does it; what it leaves behind must be in files.
        processes: How many may be used, this one included.

    Raises:
        SystemExit: With the message of the first work that ended so; the others are stopped.
        RuntimeError: With the traceback of work that failed in another process.
    """
    processes = min(processes, len(things) // _LEAST)
    # A fork copies this thread alone: with others about, their locks would stay locked in it.
    if processes < 2 or threading.active_count() > 1:
        for thing in things:
            work(thing)
        return
    sys.stdout.flush()
    sys.stderr.flush()
    context = multiprocessing.get_context("fork")
    taken = context.Value("l", 0)

    def share() -> None:
        while True:
            with taken.get_lock():
                start = taken.value
                taken.value += _CHUNK
            if start >= len(things):
                return
            for thing in things[start : start + _CHUNK]:
                work(thing)

    gc.freeze()  # or the first collection would copy all memory into each process
    children = [_fork(share, taken, len(things)) for _ in range(processes - 1)]
    try:
        share()
    except BaseException:
        taken.value = len(things)
        for child, pipe in children:
            _ended(child, pipe)
        raise
    finally:
        gc.unfreeze()
    for message in [_ended(child, pipe) for child, pipe in children]:
        if message.startswith("exit "):
            raise SystemExit(message.removeprefix("exit "))
        if message:
            raise RuntimeError(message)


def _fork(share: Callable[[], None], taken: multiprocessing.sharedctypes.Synchronized[int], last: int) -> tuple[int, int]:
    """Start a process; returns its number and the end of a pipe that tells how it ended."""
    ours, its = os.pipe()
    child = os.fork()
    if child:
        os.close(its)
        return child, ours
    message = ""
    try:
        share()
    except SystemExit as stop:
        message = f"exit {stop.code}"
    except BaseException:
        message = traceback.format_exc()
    if message:
        taken.value = last
    os.write(its, message.encode()[:60_000])
    sys.stdout.flush()
    sys.stderr.flush()
    # Nothing that was to be done when the first process ends is this one's business.
    os._exit(1 if message else 0)


def _ended(child: int, pipe: int) -> str:
    with os.fdopen(pipe, "rb") as end:
        message = end.read().decode(errors="replace")
    _, status = os.waitpid(child, 0)
    return message or ("" if status == 0 else f"a process that wrote pages ended with {os.waitstatus_to_exitcode(status)}")
