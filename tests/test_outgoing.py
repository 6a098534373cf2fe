"""
Whether outgoing links still lead anywhere, asked of a small server on this machine, and what is told of libraries.
"""

from __future__ import annotations

import http.server
import importlib.util
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from building import PROJECT
from dossier.__main__ import main
from dossier.outgoing import known, telling
from dossier.outgoing.addresses import addresses
from dossier.outgoing.asking import Answer, Manners, Outcome, ask, ask_all
from dossier.parse import parse

MANNERS = Manners(timeout=1, pause=0, limit=30)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers with the status that the path names."""

    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path))
        name = self.path.strip("/")
        if name == "slow":
            time.sleep(1.5)
        status = {"ok": 200, "slow": 200, "no-head": 405 if self.command == "HEAD" else 200}.get(name) or int(name.partition("-")[0])
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    """Its address."""
    Server.asked = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.mark.parametrize(
    ("path", "outcome", "detail"),
    [
        ("ok", Outcome.WORKS, ""),
        ("no-head", Outcome.WORKS, ""),
        ("404", Outcome.GONE, "404 Not Found"),
        ("410", Outcome.GONE, "410 Gone"),
        ("403", Outcome.TURNED_AWAY, "403 Forbidden"),
        ("429", Outcome.TURNED_AWAY, "429 Too Many Requests"),
        ("503", Outcome.FAILING, "503 Service Unavailable"),
        ("302", Outcome.WORKS, ""),
        ("slow", Outcome.NOT_REACHED, "no answer in time"),
    ],
)
def test_each_answer_is_told_for_what_it_is(server: str, path: str, outcome: Outcome, detail: str) -> None:
    """A page that turns programs away is not gone, and a slow server is not a missing page."""
    assert ask(f"{server}/{path}", timeout=1) == Answer(outcome, detail)


def test_a_page_that_moved_for_good_is_told_with_its_new_address(server: str) -> None:
    """One that moved for the day is none of our business."""
    assert ask(f"{server}/301", timeout=1) == Answer(Outcome.MOVED, f"{server}/ok")


def test_nobody_there_is_told() -> None:
    """No server, no name, no address: an answer each time, never an exception."""
    assert ask("http://127.0.0.1:1/x", timeout=1).outcome is Outcome.NOT_REACHED
    assert ask("http://drizzlia.invalid/x", timeout=1).outcome is Outcome.NOT_REACHED
    assert ask("http://drizzlia.invalid:port/x", timeout=1).outcome is Outcome.NOT_REACHED


def test_a_server_is_asked_once_and_one_thing_at_a_time(server: str) -> None:
    """Heads first; a body only where the head tells nothing."""
    start = time.monotonic()
    answers = ask_all([f"{server}/ok", f"{server}/302"], Manners(timeout=1, pause=0.3, limit=30))

    assert time.monotonic() - start >= 0.3
    assert [answer.outcome for answer in answers.values()] == [Outcome.WORKS, Outcome.WORKS]
    assert Server.asked == [("HEAD", "/ok"), ("HEAD", "/302"), ("HEAD", "/ok")]


def test_time_is_limited_and_what_was_not_asked_is_told(server: str) -> None:
    """A report in time that admits its gaps beats a whole one that never comes."""
    assert ask_all([f"{server}/ok"], Manners(timeout=1, pause=0, limit=0)) == {f"{server}/ok": Answer(Outcome.NOT_ASKED)}


def test_every_address_of_the_data_is_collected(sample: Path) -> None:
    """With the records that give it."""
    assert addresses(parse(sample)[0]) == {
        "https://archive.example/2004/gazette.example/rain": ("gazette-report: archive_url",),
        "https://creativecommons.org/licenses/by/4.0/": ("dossier.yml: licence_url",),
        "https://gazette.example/rain": ("gazette-report: url",),
    }


def test_the_report_tells_the_gravest_first_and_hides_nothing_without_a_reason() -> None:
    """What works is only counted."""
    answers = {
        "https://a.example/": Answer(Outcome.WORKS),
        "https://b.example/x": Answer(Outcome.TURNED_AWAY, "403 Forbidden"),
        "https://c.example/": Answer(Outcome.GONE, "404 <b>Not Found</b>"),
        "https://d.example/y": Answer(Outcome.TURNED_AWAY, "403 Forbidden"),
    }
    lines = (known.Known("https://d.example/*", "opened by hand on 2026-01-02"), known.Known("https://a.example/", "was down"))

    assert telling.told(answers, dict.fromkeys(answers, ("gazette-report: url",)), lines) == (
        "## 4 outgoing links, 1 that lead somewhere\n\n"
        "### 1: gone\n\n"
        "- `https://c.example/` (404 &lt;b&gt;Not Found&lt;/b&gt;): `gazette-report: url`\n\n"
        "### 1: turns programs away, which says nothing of readers: look by hand\n\n"
        "- `https://b.example/x` (403 Forbidden): `gazette-report: url`\n\n"
        "### 1: not told, with reasons\n\n"
        "- `https://d.example/y`: opened by hand on 2026-01-02\n\n"
        "### 1: no longer needed in the list of reasons\n\n"
        "- `https://a.example/`\n"
    )


def test_a_line_without_a_reason_is_refused(tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The project's own list is sound; one that gives no reason stops the command."""
    assert known.read(PROJECT / "tools/links.txt")[1] == []
    (tmp_path / "links.txt").write_text("# all\nhttps://a.example/\n", encoding="utf-8")

    assert main(["links", "--dossier", str(sample), "--known", str(tmp_path / "links.txt")]) == 1
    assert "links.txt:2:1: expected an address, a space and the reason" in capsys.readouterr().err


def test_what_is_wrong_elsewhere_is_no_failure(sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The week's run tells it and goes on."""
    monkeypatch.setattr("dossier.commands.links.ask_all", lambda places, _: dict.fromkeys(places, Answer(Outcome.GONE, "404")))

    assert main(["links", "--dossier", str(sample)]) == 0
    assert "### 3: gone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            '{"dependencies": [{"name": "umbrella", "version": "1.0", "vulns": [{"id": "DRY-1", "fix_versions": ["1.1"]}]}, {"name": "parasol", "version": "2", "vulns": []}]}',
            ["2 libraries looked up, 1 known vulnerabilities.", "", "- `umbrella` 1.0: `DRY-1`, mended in 1.1"],
        ),
        ('{"dependencies": [{"name": "umbrella", "skip_reason": "not found"}]}', ["0 libraries looked up, 0 known vulnerabilities.", "", "- not looked up: `not found`"]),
        ("", ["Could not be looked up: `no ’network`".replace("’", "'")]),
    ],
)
def test_flaws_of_libraries_are_told_and_no_failure(answer: str, lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor is a week without an answer."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=answer, stderr="trace\nno `network"))
    spec = importlib.util.spec_from_file_location("vulnerabilities", PROJECT / "tools/vulnerabilities.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert tool.main(["requirements.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[:-1] == ["## `requirements.txt`", "", *lines]
