"""
Runs previews the way an editor does: as a process of its own, in a project of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from building import PROJECT


def project_in(folder: Path) -> Path:
    """Put a project with the sample dossier into a folder."""
    for name in ("plugins", "themes"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "tests/sample", folder / "data")
    shutil.copytree(PROJECT / "tests/sample/content", folder / "content")
    shutil.copy(PROJECT / "pelicanconf.py", folder)
    return folder


def log(project: Path) -> str:
    """What the preview has printed."""
    return (project / "log").read_text(encoding="utf-8")


def until(condition: Callable[[], bool]) -> bool:
    """Wait for something to become so; a generous while, for machines are slow at times."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


class Preview:
    """A preview that runs for as long as it is needed."""

    def __init__(self, project: Path, *options: str) -> None:
        self.project = project
        self.options = options
        self.environment = {**os.environ, "PYTHONPATH": str(project / "plugins"), "DOSSIER": "data"}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Run it."""
        command = [sys.executable, "-m", "dossier", "serve", "--port", str(self.port), *self.options]
        with (self.project / "log").open("w") as printed:
            self.process = subprocess.Popen(command, cwd=self.project, env=self.environment, stdout=printed, stderr=printed)

    def ask(self, url: str) -> bytes:
        """What is served at an address, or an HTTPError."""
        with urllib.request.urlopen(self.address + url, timeout=5) as answer:
            return answer.read()

    def get(self, url: str, status: int = 200) -> str:
        """A page; nothing while the server does not answer as it should."""
        try:
            return self.ask(url).decode()
        except urllib.error.HTTPError as error:
            return error.read().decode() if error.code == status else ""
        except (urllib.error.URLError, ConnectionError):
            return ""

    def __enter__(self) -> Preview:
        self.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)
