"""
What a reader would notice between two commits, on small fictional repositories.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import cases
from building import PROJECT
from dossier import inert
from dossier.diff.git import GitError
from dossier.diff.report import Section, report
from dossier.diff.run import Asked, diff

HERE = PROJECT / "tests/diff"
NOBODY = {
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@drizzlia.example",
    "GIT_AUTHOR_DATE": "2026-01-02T12:00:00Z",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@drizzlia.example",
    "GIT_COMMITTER_DATE": "2026-01-02T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env={**os.environ, **NOBODY})


def commit(folder: Path, message: str = "A change") -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of ``base.txt``, committed."""
    folder = tmp_path_factory.mktemp("committed")
    shutil.copytree(PROJECT / "tests/sample", folder / "data")
    shutil.copytree(PROJECT / "tests/sample/content", folder / "content")
    (base,) = cases.read(HERE / "base.txt")
    base.apply(folder / "data")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "Before")
    return folder


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(committed, tmp_path / "repository"))


def asked(folder: Path) -> Asked:
    """What is compared: the last commit with the files as they are."""
    return Asked(folder / "data", folder / "content")


@pytest.mark.parametrize("case", cases.read(HERE / "changes.txt"), ids=lambda case: case.title)
def test_each_change_is_told(repository: Path, case: cases.Case) -> None:
    """``changes.txt`` has a case for each kind, with lines of the report."""
    case.apply(repository / "data")

    told, sound = diff(asked(repository))

    lines = told.splitlines()
    assert sound, told
    for expected in case.expected:
        wanted = expected.removeprefix("! ")
        assert (wanted in lines) is (wanted == expected), told


def test_a_rich_report_reads_as_it_should(repository: Path) -> None:
    """``rich.md`` is the whole report of ``rich.txt``; ``GOLDEN=write make test`` writes it anew, and the diff is the review."""
    (case,) = cases.read(HERE / "rich.txt")
    case.apply(repository / "data")

    told, sound = diff(replace(asked(repository), site="https://umbrellas.example/preview"))

    assert sound, told
    golden = HERE / "rich.md"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_two_commits_are_compared_and_the_files_left_alone(repository: Path) -> None:
    """HEAD is another commit; what lies in the work tree is neither read nor touched."""
    (case,) = cases.read(HERE / "rich.txt")
    case.apply(repository / "data")
    commit(repository)
    (repository / "data/facts/bureau.yml").write_text("nonsense", encoding="utf-8")

    told, sound = diff(replace(asked(repository), base="main~1", head="main"))

    assert sound
    assert "### 1 new allegation, without a reply" in told
    assert (repository / "data/facts/bureau.yml").read_text(encoding="utf-8") == "nonsense"


def test_what_the_texts_do_not_bear_out_is_told(repository: Path, tmp_path: Path) -> None:
    """With the texts at hand the words are looked up."""
    texts = Path(shutil.copytree(PROJECT / "tests/texts", tmp_path / "texts"))
    told, _ = diff(replace(asked(repository), texts=texts))

    assert "### 1 thing that the sources’ texts do not bear out" in told
    assert "expected the text almanac.\\*" in told


@pytest.mark.parametrize("broken", ["base", "head"])
def test_a_side_that_does_not_hold_together_is_told_with_its_problems(repository: Path, broken: str) -> None:
    """No traceback, and the status tells which: a broken past is nobody's fault now."""
    facts = repository / "data/facts/bureau.yml"
    sound_text = facts.read_text(encoding="utf-8")
    facts.write_text(sound_text.replace("gazette-report 2: sold dry weather", "gazette-report 9: sold dry weather"), encoding="utf-8")
    if broken == "base":
        commit(repository)
        facts.write_text(sound_text, encoding="utf-8")

    told, sound = diff(asked(repository))

    assert sound is (broken == "base")
    assert "does not hold together, so nothing can be compared.** " in told
    assert "1 problem:" in told
    assert ("by today’s rules" in told) is (broken == "base")
    assert "bureau.yml:44:5` expected a paragraph of gazette-report from 1 to 3, found 9" in told
    assert "/tmp" not in told.replace(str(repository), "")


def test_pages_of_another_repository_are_left_out(repository: Path, tmp_path: Path) -> None:
    """A dossier elsewhere is compared by itself."""
    other = Path(shutil.copytree(PROJECT / "tests/sample/content", tmp_path / "content"))

    assert diff(replace(asked(repository), content=other))[0].endswith("Nothing that a reader would notice has changed.\n")


def test_pages_that_are_all_gone_are_told(repository: Path) -> None:
    """The folder with them too."""
    shutil.rmtree(repository / "content")

    assert "### 1 text removed from the content" in diff(asked(repository))[0]


def test_it_says_where_the_other_branch_has_gone_on(repository: Path) -> None:
    """What the branch lacks would otherwise look like its own doing."""
    git(repository, "checkout", "--quiet", "-b", "mine")
    git(repository, "checkout", "--quiet", "main")
    commit(repository)
    git(repository, "checkout", "--quiet", "mine")

    assert "`main` has 1 commit that the files as they are lacks" in diff(replace(asked(repository), base="main"))[0]


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD^5", ""])
def test_a_commit_that_is_not_there_is_told(repository: Path, name: str) -> None:
    """Nothing that is typed is taken for an option."""
    with pytest.raises(GitError, match=f"there is no commit '{name.replace('^', '.')}'"):
        diff(replace(asked(repository), base=name))


def test_a_branch_that_only_the_remote_has_is_named(repository: Path, tmp_path: Path) -> None:
    """Who fetched one branch types main, and is told origin/main."""
    git(repository, "branch", "theirs")
    git(tmp_path, "clone", "--quiet", "--branch", "main", str(repository), "clone")
    clone = tmp_path / "clone"

    with pytest.raises(GitError, match="there is no commit 'theirs' here: take origin/theirs"):
        diff(replace(asked(clone), base="theirs"))


def test_a_shallow_history_is_told(repository: Path, tmp_path: Path) -> None:
    """And how to fetch the rest."""
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "clone")

    with pytest.raises(GitError, match="git fetch --unshallow"):
        diff(replace(asked(tmp_path / "clone"), base="HEAD~1"))


def test_no_repository_no_dossier_and_no_git_are_told(sample: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in a sentence."""
    with pytest.raises(GitError, match="is in no git repository"):
        diff(Asked(sample, sample))
    with pytest.raises(GitError, match="there is no folder"):
        diff(Asked(sample / "nowhere", sample))
    (repository / "other").mkdir()
    with pytest.raises(GitError, match=r"there is no .*other at HEAD"):
        diff(Asked(repository / "other", repository / "content"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is not installed"):
        diff(asked(repository))


def test_the_command_prints_markdown_and_exits(repository: Path) -> None:
    """Status 0 for a comparison, 2 where nothing could be read."""
    command = [sys.executable, "-m", "dossier", "diff", "--dossier", "data"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}

    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Nothing that a reader would notice has changed.\n")

    done = subprocess.run([*command, "--base", "nowhere"], cwd=repository, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Nothing was compared: there is no commit 'nowhere'")


HOSTILE = [
    "@editors look, and #12 and GH-7 and drizzlia/papers#3",
    "[free rain](https://evil.example) ![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)> <b>bold</b> &lt;b&gt; &#64;editors",
    "https://evil.example www.evil.example mailto:rain@evil.example",
    "`code` ``two`` ``` three",
    "**bold** _it_ ~~gone~~ | a | b |",
    "# heading",
    "- item",
    "1. item",
    "1) item",
    "> quote",
    "+ plus",
    "--- ===",
    "$x^2$ for $5 :rain_cloud: :+1:",
    "a\\*b \\` c",
    "up\u202eside down\u200b",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    """It is printed as it was written, and nothing of it works as Markdown, HTML, link, mention or formula."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"])

    for source in (f"- `id`: {inert.text(words)}", inert.text(words), f"**{inert.text(words)}**", inert.marked("a b", f"a {words}")):
        tokens = [token for block in parser.parse(source) for token in (block, *(block.children or []))]
        kinds = {token.type for token in tokens if token.type not in ("inline", "text", "text_special", "softbreak")}
        assert kinds <= {"paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "code_inline", "strong_open", "strong_close", "s_open", "s_close", "html_inline"}
        html = {token.content for token in tokens if token.type == "html_inline"}
        assert html <= {"<!-- -->", "<span>", "</span>"}
        assert [token.content for token in tokens if token.type == "code_inline"] in ([], ["id"])
        plain = "\0".join(token.content for token in tokens if token.type in ("text", "text_special", "html_inline"))
        for found in ("@editors", "#12", "GH-7", "#3", "://", "www.evil", "mailto:rain", "rain@evil", "$x", ":rain_cloud:", "\u202e", "\u200b"):
            assert found not in plain
    printed = "".join(token.content for token in parser.parseInline(inert.text(words))[0].children or [] if token.type != "html_inline")
    assert printed.replace("\n", " ") == words.replace("\u202e", "").replace("\u200b", "")


@pytest.mark.parametrize("words", ["a`b", "`", "``` x", "two\nlines", "", "<b>"])
def test_code_stays_code(words: str) -> None:
    """Whatever backticks it has."""
    tokens = MarkdownIt("commonmark").parseInline(inert.code(words))[0].children or []

    assert [token.type for token in tokens] == ["code_inline"]
    assert tokens[0].content.strip() == " ".join(words.split())


def test_a_report_keeps_within_its_size_and_says_what_it_leaves_out() -> None:
    """Each section keeps its heading, many things are folded, and what does not fit is counted."""
    sections = [Section("900 things", tuple(f"thing {number}" for number in range(900))), Section("1 other", ("another",))]

    whole, cut = (report("All", [], sections, limit) for limit in (0, 3_000))

    assert "<details><summary>875 more</summary>" in whole
    assert "- thing 899" in whole
    assert len(cut.encode()) <= 3_000
    shown = cut.count("- thing ")
    assert f"… and {900 - shown} more, for which there is no room here: `make diff LIMIT=0` shows them." in cut
    assert "### 1 other" in cut
