"""
Work shared by processes is all done, once, and ends for all when it fails for one.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from building import build, tree
from dossier import workers

MANY = list(range(1000))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_everything_is_done_once(processes: int, tmp_path: Path) -> None:
    """Whoever does it."""
    def work(number: int) -> None:
        with (tmp_path / str(number)).open("x", encoding="utf-8") as file:
            file.write(str(os.getpid()))

    workers.each(MANY, work, processes)

    assert sorted(int(path.name) for path in tmp_path.iterdir()) == MANY
    assert 1 <= len({path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}) <= processes


def test_several_processes_do_it(tmp_path: Path) -> None:
    """Not one alone that others only watch."""
    gate = tmp_path / "gate"

    def work(number: int) -> None:
        (tmp_path / f"{os.getpid()}").touch()
        while number == 0 and len(list(tmp_path.iterdir())) < 2 and not gate.exists():
            pass

    workers.each(MANY, work, 2)

    assert len(list(tmp_path.iterdir())) == 2


def test_where_other_threads_run_it_is_done_in_one_process() -> None:
    """A fork would copy their locks, held, and never their hands."""
    done: list[int] = []
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        workers.each(MANY, done.append, 2)
    finally:
        stop.set()
        thread.join()

    assert done == MANY


@pytest.mark.parametrize("failing", [0, 999])
@pytest.mark.parametrize("error", [SystemExit("page.html:3: told"), ValueError("told")])
def test_a_failure_ends_it_for_all(failing: int, error: BaseException) -> None:
    """Wherever it happens, and with its message."""
    def work(number: int) -> None:
        if number == failing:
            raise error

    with pytest.raises((SystemExit, RuntimeError, ValueError), match="told"):
        workers.each(MANY, work, 2)


def test_a_process_that_is_killed_is_noticed() -> None:
    """As by a system that runs out of memory."""
    here = os.getpid()

    def work(number: int) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        if number < 8:
            time.sleep(0.1)  # for so long the other process has time to take something

    with pytest.raises(RuntimeError, match="ended with -9"):
        workers.each(MANY, work, 2)


def test_a_site_is_the_same_from_one_process_and_from_two(tmp_path: Path) -> None:
    """To the byte; and a template that fails in either is told with its line."""
    for processes in (1, 2):
        done = build(tmp_path / str(processes), extra=["-e", f"DOSSIER_PROCESSES={processes}"])
        assert done.status == 0, done.errors

    assert tree(tmp_path / "1") == tree(tmp_path / "2")

