"""
Builds the site again and again, each time in a process of its own, and remembers how the last one ended.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

_PROBLEM = re.compile(r"(?P<place>[^\s:][^:]*:\d+(?::\d+)?): (?P<message>.+)")


class Line(NamedTuple):
    """
    What was said of a build that failed.
    """

    place: str
    """``file:line:column``, or nothing where no place was named."""

    message: str


class Builds:
    """
    One build after another.
    """

    def __init__(self, dossier: Path, content: Path) -> None:
        self._command = (sys.executable, "-m", "pelican", str(content), "--log-handler", "plain", "-e", "DOSSIER_OFFLINE=false")
        self._environment = {**os.environ, "DOSSIER": str(dossier)}
        self._number = 0
        self._running: subprocess.Popen[str] | None = None
        self.failed: tuple[Line, ...] = ()
        """Why the last build failed; nothing if it did not."""

    @property
    def version(self) -> str:
        """What a page shows: another after each build, and in each preview."""
        return f"{os.getpid()}-{self._number}"

    def build(self) -> None:
        """
        Build: what the process does wrong ends with it, and changed code is read anew.

        What it says is printed, as it says it; where it fails, that is kept.
        """
        said = []
        # In a group of its own, Ctrl-C in the terminal does not reach it: whoever stops the preview stops it too.
        options: dict[str, Any] = {"text": True, "encoding": "utf-8", "errors": "replace", "start_new_session": True}
        with subprocess.Popen(self._command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options) as process:
            self._running = process
            for line in process.stdout or ():
                print(line, end="", flush=True)
                said.append(line.strip())
        self._running = None
        self.failed = tuple(map(_line, filter(None, said))) or (Line("", "the build failed, and said nothing"),) if process.returncode else ()
        self._number += 1

    def stop(self) -> None:
        """
        End a build that runs, so that it takes away what it has begun.
        """
        if self._running is None:
            return
        for wanted in (signal.SIGINT, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(self._running.pid, wanted)
                self._running.wait(timeout=5)
                return


def _line(said: str) -> Line:
    found = _PROBLEM.fullmatch(said)
    return Line(found["place"], found["message"]) if found else Line("", said)
