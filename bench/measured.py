"""
Runs a command and prints what it took, as JSON: ``python measured.py SECONDS COMMAND...``.

A program of its own, and a small one: by Linux's accounting, a process's peak memory is never less than that of the one which started it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time


def main(limit: float, command: list[str]) -> dict[str, float]:
    """
    Run a command for so many seconds at most; what it prints goes to standard error.

    Returns:
        Its exit status, seconds of wall clock and of processor (its children's included), and the peak memory of its largest process in KiB.
    """
    begun = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)], setpgroup=0)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, limit)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    return {"status": os.waitstatus_to_exitcode(status), "wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss}


if __name__ == "__main__":
    print(json.dumps(main(float(sys.argv[1]), sys.argv[2:])))
