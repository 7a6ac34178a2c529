"""The official schemas judge our judgement: of our documents, of the standards' own, and of broken ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from syndication.validate import validate
from tests.validate.cases import NOW
from tests.validate.test_structure import DOCUMENTS, name

Judge = Callable[[Path], bool]
FRAGMENTS = ("LISTING_7_", "LISTING_8_", "LISTING_9_", "LISTING_24_", "LISTING_25_", "LISTING_28_")
JUDGED = ("atom", "newsml-g2", "nitf", "sitemap", "ninjs")


def accepted(path: Path, form: str | None = None) -> bool:
    """Say whether we find no error."""
    return all(f.level != "error" for f in validate(path.read_bytes(), None, NOW, form))


def xsd(path: Path) -> Judge:
    schema = etree.XMLSchema(etree.parse(path))
    return lambda document: bool(schema.validate(etree.parse(document)))


@pytest.fixture(scope="session")
def judges(standards: Path) -> dict[str, Judge]:
    """Return what the official schema of each standard says of a document."""
    relax = etree.RelaxNG(etree.parse(standards / "atom" / "atom.rng"))
    return {
        "atom": lambda document: bool(relax.validate(etree.parse(document))),
        "newsml-g2": xsd(standards / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"),
        "nitf": xsd(standards / "nitf" / "nitf-3-6.xsd"),
        "sitemap": xsd(standards / "sitemap" / "sitemap.xsd"),
        "ninjs": json_judge(standards / "ninjs", "3.1"),
    }


def json_judge(folder: Path, version: str) -> Judge:
    geometry = json.loads((folder / "GeoJSON-schema.json").read_text())
    schema = json.loads((folder / f"ninjs-schema_{version}.json").read_text())
    known = [
        geometry["$id"],
        "https://geojson.org/schema/GeoJSON.json",
        "http://json.schemastore.org/geojson",
    ]
    resource = Resource.from_contents(geometry)
    registry: Registry = Registry().with_resources([(uri, resource) for uri in known])
    validator = Draft202012Validator(
        schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return lambda document: validator.is_valid(json.loads(document.read_text()))


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.parent.name in JUDGED], ids=name)
def test_the_schema_says_of_our_documents_what_their_names_say(
    document: Path, judges: dict[str, Judge]
) -> None:
    assert judges[document.parent.name](document) is not document.name.startswith("invalid")


@pytest.mark.parametrize("standard", JUDGED)
def test_we_accept_what_the_schema_accepts(standard: str, judges: dict[str, Judge]) -> None:
    for document in (d for d in DOCUMENTS if d.parent.name == standard and d.name.startswith("valid")):
        assert judges[standard](document)
        assert accepted(document)


def test_the_listings_of_newsml_g2_are_without_error(standards: Path, judges: dict[str, Judge]) -> None:
    listings = sorted((standards / "newsml-g2" / "examples").glob("*.xml"))
    valid = [listing for listing in listings if judges["newsml-g2"](listing)]
    assert len(valid) > 20
    assert [listing.name for listing in valid if not accepted(listing)] == []
    refused = {listing.name for listing in listings if not accepted(listing)}
    assert refused == {listing.name for listing in listings if listing.name.startswith(FRAGMENTS)}


def test_the_suite_of_ninjs_is_judged_as_its_folders_say(standards: Path) -> None:
    for version in ("3.0", "3.1"):
        suite = standards / "ninjs" / f"validation-{version}"
        for document in suite.glob("should_pass/*.json"):
            assert accepted(document, "ninjs"), document.name
        for document in suite.glob("should_fail/*.json"):
            assert not accepted(document, "ninjs"), document.name


def test_the_examples_of_ninjs_that_are_valid_are_without_error(
    standards: Path, judges: dict[str, Judge]
) -> None:
    valid = [e for e in sorted((standards / "ninjs" / "examples").glob("*.json")) if judges["ninjs"](e)]
    assert len(valid) > 10
    assert [e.name for e in valid if not accepted(e, "ninjs")] == []
