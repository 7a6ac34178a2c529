"""Where the official schemas lie, and one test per story."""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from referencing import Registry
from referencing.jsonschema import DRAFT7

from syndication.xmlns import SITEMAP, SITEMAP_NEWS
from tests.render.stories import STORIES

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")


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


@pytest.fixture(scope="session")
def nitf_schema(standards: Path) -> etree.XMLSchema:
    """Return NITF 3.6."""
    return etree.XMLSchema(etree.parse(standards / "nitf" / "nitf-3-6.xsd"))


@pytest.fixture(scope="session")
def ninjs_schema(standards: Path) -> Draft202012Validator:
    """Return ninjs 3.1 with the GeoJSON schema that it refers to, formats checked."""
    folder = standards / "ninjs"
    schema = json.loads((folder / "ninjs-schema_3.1.json").read_text("utf-8"))
    geo = json.loads((folder / "GeoJSON-schema.json").read_text("utf-8"))
    registry = Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", DRAFT7.create_resource(geo)
    )
    checker = FormatChecker(())
    checker.checks("date-time")(lambda value: bool(_DATE_TIME.fullmatch(str(value))))
    checker.checks("uri")(lambda value: bool(_URI.fullmatch(str(value))))
    return Draft202012Validator(schema, registry=registry, format_checker=checker)


@pytest.fixture(scope="session")
def sitemap_schema(standards: Path) -> etree.XMLSchema:
    """Return the sitemap schema, with that of the news inside its entries."""
    folder = standards / "sitemap"
    both = (
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
        f'<xsd:import namespace="{SITEMAP}" schemaLocation="{folder}/sitemap.xsd"/>'
        f'<xsd:import namespace="{SITEMAP_NEWS}" schemaLocation="{folder}/sitemap-news.xsd"/>'
        "</xsd:schema>"
    )
    return etree.XMLSchema(etree.fromstring(both))
