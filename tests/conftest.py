"""
What several tests share: the project, and sites built once from it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import PROJECT, build


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser comes last, so that its absence hides nothing else."""
    items.sort(key=lambda item: "chromium" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built from the project's own dossier."""
    output = tmp_path_factory.mktemp("site") / "output"
    built = build(output)
    assert built.status == 0, built.errors
    return output


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from the fictional sample dossier."""
    output = tmp_path_factory.mktemp("sample") / "output"
    built = build(output, dossier=PROJECT / "tests/sample", content=PROJECT / "tests/sample/content")
    assert built.status == 0, built.errors
    return output


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample dossier that a test may break."""
    return Path(shutil.copytree(PROJECT / "tests/sample", tmp_path / "dossier"))


