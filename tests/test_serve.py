"""
The preview shows what was last built well, and builds anew at each change.
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
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with the sample dossier."""
    for name in ("plugins", "themes"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "tests/sample", tmp_path / "data")
    shutil.copytree(PROJECT / "tests/sample/content", tmp_path / "content")
    shutil.copy(PROJECT / "pelicanconf.py", tmp_path)
    return tmp_path


@pytest.fixture
def get(project: Path) -> Iterator[Callable[[str], str]]:
    """A preview that runs, and a way to read its pages."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dossier", "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(project / "plugins"), "DOSSIER": "data"}
    with (project / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)

        def read(url: str) -> str:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{url}", timeout=5) as answer:
                    return answer.read().decode()
            except (urllib.error.URLError, ConnectionError):
                return ""

        yield read
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def until(condition: Callable[[], bool]) -> bool:
    """Wait for something to become so; a generous while, for machines are slow at times."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_an_error_is_survived_and_its_mending_shown(project: Path, get: Callable[[str], str]) -> None:
    """A broken file leaves the last good page; mended, its new text is there. So with data, content and theme."""
    person = project / "data/people/ada-brolly.yml"
    url = "people/ada-brolly.html"
    assert until(lambda: "Ada Brolly" in get(url)), (project / "log").read_text()
    assert until(lambda: "Ctrl-C" in (project / "log").read_text())

    good = person.read_text(encoding="utf-8")
    person.write_text(good.replace("name:", "nmae:"), encoding="utf-8")
    assert until(lambda: "1 problem in" in (project / "log").read_text())
    assert "Ada Brolly" in get(url)

    person.write_text(good.replace("Ada Brolly", "Ada B. Brolly"), encoding="utf-8")
    assert until(lambda: "Ada B. Brolly" in get(url))

    template = project / "themes/broadsheet/templates/entity.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("<h1>", "<h1>{{ nothing.there }}"), encoding="utf-8")
    assert until(lambda: "'nothing' is undefined" in (project / "log").read_text())
    template.write_text(text.replace("<h1>", '<h1 class="seen">'), encoding="utf-8")
    assert until(lambda: 'class="seen"' in get(url))

    (project / "content/pages/about.md").write_text("Title: Of this\nSlug: about\n\nOther words.\n", encoding="utf-8")
    assert until(lambda: "Other words." in get("about.html"))
