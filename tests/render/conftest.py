"""Where the official schemas lie, and one test per story."""

import os
from pathlib import Path

import pytest
from lxml import etree

from tests.render.stories import STORIES


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for a `story` once for every one."""
    if "story" in metafunc.fixturenames:
        metafunc.parametrize("story", STORIES.values(), ids=STORIES.keys())


@pytest.fixture(scope="session")
def standards() -> Path:
    """Return the folder of the official schemas, or skip."""
    project = Path(__file__).parents[2]
    folder = Path(os.environ.get("SYNDICATION_SHARED", project.parent / "shared")) / "standards"
    if not folder.is_dir():
        pytest.skip(f"the official schemas are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def newsml_schema(standards: Path) -> etree.XMLSchema:
    """Return NewsML-G2 2.35, Power conformance."""
    return etree.XMLSchema(etree.parse(standards / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"))


@pytest.fixture(scope="session")
def atom_schema(standards: Path) -> etree.RelaxNG:
    """Return RFC 4287 Appendix B."""
    return etree.RelaxNG(etree.parse(standards / "atom" / "atom.rng"))
