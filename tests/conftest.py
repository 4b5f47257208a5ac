"""What all tests share: where the repository and the material beside it lie."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with its reason, what needs the material that lies beside the repository."""
    if SHARED.is_dir():
        return
    missing = pytest.mark.skip(reason="needs ../shared, which is not part of the repository")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(missing)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository with stories, benchmark sets and scorers."""
    return SHARED
