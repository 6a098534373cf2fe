"""
What GitHub is told to do: valid by GitHub's public schemas, runnable anywhere, and with no more rights than it needs.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def read(path: Path) -> dict[Any, Any]:
    """Read a file; to YAML 1.1, 'on' is True."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow."""
    return read(path)["jobs"]


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of all its jobs."""
    return [step for job in jobs(path).values() for step in job["steps"]]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_each_file_is_valid(schema: str, files: list[Path]) -> None:
    """By the schemas of SchemaStore, which check-jsonschema carries."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_all_of_them_are_there() -> None:
    """A file under another name would be tested by nobody."""
    assert [path.name for path in WORKFLOWS] == ["publish.yml", "pull-request.yml", "weekly.yml"]
    assert [path.name for path in FORMS] == ["correction.yml", "reply.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_whatever_runs_is_a_make_target(path: Path) -> None:
    """So that anybody can run it on any machine; and nothing from outside is pasted into a shell."""
    for step in steps(path):
        if "run" in step:
            found = re.fullmatch(r'make ([a-z-]+)((?: [A-Z]+=[\w^]+)*)( >> "\$GITHUB_STEP_SUMMARY")?', step["run"])
            assert found, step["run"]
            assert found[1] in TARGETS
        assert set(step) <= {"name", "id", "if", "uses", "with", "run", "env"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned(path: Path) -> None:
    """To a commit, with its version beside it for people and for Dependabot; all of them GitHub's own."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert len(lines) == sum("uses" in step for step in steps(path))
    for line in lines:
        assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_action_has_one_version() -> None:
    """Wherever it is used."""
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}

    assert len(used) == len({name.partition("@")[0] for name in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_least(path: Path) -> None:
    """None for the workflow; each job says which it needs, and only the one that deploys may write."""
    assert read(path)["permissions"] == {}
    for name, job in jobs(path).items():
        writing = {right for right, how in job["permissions"].items() if how == "write"}
        assert writing == ({"pages", "id-token"} if (path.stem, name) == ("publish", "deploy") else set())
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] == "ubuntu-24.04"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_step_leaves_a_key_behind(path: Path) -> None:
    """What is checked out keeps no token that later steps could read."""
    for step in steps(path):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_runs_do_not_pile_up(path: Path) -> None:
    """A newer run stops an older one, but never a deployment."""
    concurrency = read(path)["concurrency"]

    assert concurrency["group"]
    assert concurrency["cancel-in-progress"] is (path.stem != "publish")


def test_the_diff_has_the_history() -> None:
    """A shallow clone has nothing to compare with."""
    for path in WORKFLOWS:
        for job in jobs(path).values():
            if any("make diff" in step.get("run", "") for step in job["steps"]):
                assert job["steps"][0]["with"]["fetch-depth"] == 0


def test_proposals_run_without_rights_and_tell_what_changes() -> None:
    """For forks too: ``pull_request``, which gives none, not ``pull_request_target``, which would."""
    path = GITHUB / "workflows/pull-request.yml"
    runs = [step["run"] for step in steps(path) if "run" in step]

    assert list(read(path)[True]) == ["pull_request"]
    assert "make check FORMAT=github" in runs
    assert "make test" in runs
    assert 'make diff BASE=HEAD^1 >> "$GITHUB_STEP_SUMMARY"' in runs
    assert any("upload-artifact" in step.get("uses", "") and step["with"]["path"] == "output/" for step in steps(path))
    assert "secrets" not in path.read_text(encoding="utf-8")


def test_the_site_is_built_with_its_address_and_put_up_after_the_tests() -> None:
    """By the official way, in the environment that GitHub Pages has."""
    path = GITHUB / "workflows/publish.yml"
    build, deploy = jobs(path)["build"], jobs(path)["deploy"]
    publish = next(step for step in build["steps"] if step.get("run") == "make publish")

    assert publish["env"] == {"SITEURL": "${{ steps.pages.outputs.base_url }}"}
    assert deploy["needs"] == ["test", "build"]
    assert deploy["environment"]["name"] == "github-pages"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_who_writes_to_us_in_public_is_told_so(path: Path) -> None:
    """First of all, and they say that they know."""
    body = read(path)["body"]

    assert "public at once" in body[0]["attributes"]["value"]
    assert "not stated" in body[0]["attributes"]["value"]
    assert body[-1]["attributes"]["options"][0]["required"]


def test_owners_are_an_example_only() -> None:
    """An active file with names that are nobody's would block every change."""
    assert (GITHUB / "CODEOWNERS.example").exists()
    assert not (GITHUB / "CODEOWNERS").exists()
