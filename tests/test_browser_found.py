"""
Where the browser of the browser tests comes from, and that its absence is loud and hides nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from browser.chromium import found
from building import PROJECT

# What a machine has: each a program that says in `log` how it was called.
ROOT = {"id": "echo 0"}
USER = {"id": "echo 1000", "sudo": "exit 1"}
SUDOER = {"id": "echo 1000", "sudo": 'shift; exec "$@"'}
DEBIAN = {"apt-get": 'if [ "$1" = install ]; then touch browser; fi', "apt-cache": "echo '  Candidate: 156.0.1-1~deb12u1'"}
UBUNTU = {"apt-get": "exit 0", "apt-cache": "echo '  Candidate: 2:1snap1-0ubuntu2'"}
# In the environment: whether there is a browser that runs, and Playwright, which has a network or none.
NETWORK = 'case "$*" in *chromium*) [ "$2" = playwright ] && [ "$3" = install ] && touch browser;; esac; [ -e browser ]'
CLOSED = "[ -e browser ]"


def machine(folder: Path, programs: dict[str, str], python: str) -> subprocess.CompletedProcess[str]:
    """Run tools/browser.sh where nothing is there but these programs."""
    (folder / "bin").mkdir()
    (folder / "environment/bin").mkdir(parents=True)
    for name, script in {**programs, "../environment/bin/python": python}.items():
        path = folder / "bin" / name
        path.write_text(f'#!/bin/sh\necho "{path.name} $*" >>log\n{script}\n', encoding="utf-8")
        path.chmod(0o755)
    for name in ("awk", "env", "cat", "touch", "true", "sh"):
        (folder / "bin" / name).symlink_to(shutil.which(name) or name)
    command = ["/bin/sh", str(PROJECT / "tools/browser.sh"), "environment"]
    return subprocess.run(command, cwd=folder, env={"PATH": str(folder / "bin")}, capture_output=True, text=True, check=False)


def calls(folder: Path) -> list[str]:
    """What was called to install something."""
    lines = (folder / "log").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if " install" in line and not line.startswith("sudo")]


@pytest.mark.parametrize("who", [ROOT, SUDOER], ids=["root", "sudo"])
def test_on_debian_the_distributions_is_installed(who: dict[str, str], tmp_path: Path) -> None:
    """By its package, and it says so."""
    done = machine(tmp_path, {**who, **DEBIAN}, CLOSED)

    assert (done.returncode, done.stderr) == (0, "")
    assert "installing the distribution's package chromium 156.0.1-1~deb12u1" in done.stdout
    assert calls(tmp_path) == ["apt-get install -y -qq --no-install-recommends chromium libatomic1"]


def test_on_ubuntu_playwrights_is_installed(tmp_path: Path) -> None:
    """There the package is a pointer to a snap, which is not even tried."""
    done = machine(tmp_path, {**ROOT, **UBUNTU}, NETWORK)

    assert (done.returncode, done.stderr) == (0, "")
    assert "only a pointer to a snap" in done.stdout
    assert calls(tmp_path) == ["python -m playwright install-deps chromium", "python -m playwright install --no-shell chromium"]


def test_without_root_playwrights_is_tried(tmp_path: Path) -> None:
    """It needs no root where the libraries are there already."""
    done = machine(tmp_path, {**USER, **DEBIAN}, NETWORK)

    assert done.returncode == 0
    assert calls(tmp_path) == ["python -m playwright install --no-shell chromium"]


def test_where_nothing_helps_it_says_what_to_do(tmp_path: Path) -> None:
    """Loudly, for each system, with status 1."""
    done = machine(tmp_path, {**USER, **UBUNTU}, CLOSED)

    assert done.returncode == 1
    assert "THE BROWSER TESTS CANNOT RUN" in done.stderr
    assert "sudo apt-get install chromium" in done.stderr
    assert "CHROMIUM=/path" in done.stderr


def test_where_there_is_one_nothing_happens(tmp_path: Path) -> None:
    """No list of packages is read, and nothing is said."""
    done = machine(tmp_path, {**ROOT, **DEBIAN}, "exit 0")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert calls(tmp_path) == []


def test_a_stub_is_not_taken_for_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot even tell its version opens no page; the next one is taken."""
    for name, status in (("chromium", 1), ("google-chrome-stable", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)

    assert found() == str(tmp_path / "google-chrome-stable")


def test_without_a_browser_the_other_tests_run_and_the_run_fails(tmp_path: Path) -> None:
    """Theirs come first, with their results; then the run says what is missing, and is no success."""
    tests = ["tests/browser/test_searching.py::test_nothing_is_fetched_before_the_first_use", "tests/test_markup.py"]
    variables = {name: value for name, value in os.environ.items() if name != "CHROMIUM"} | {"PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}

    done = subprocess.run([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests], cwd=PROJECT, env=variables, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "13 passed" in done.stdout
    assert "NO CHROMIUM: 2 browser tests did not run, so this run fails" in done.stdout
