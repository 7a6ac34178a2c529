"""Where the official schemas lie."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def standards() -> Path:
    """Return the folder of the official schemas, or skip."""
    project = Path(__file__).parents[2]
    folder = Path(os.environ.get("SYNDICATION_SHARED", project.parent / "shared")) / "standards"
    if not folder.is_dir():
        pytest.skip(f"the official schemas are not at {folder}")
    return folder
