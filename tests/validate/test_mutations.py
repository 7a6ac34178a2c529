"""Every place of good documents changed in every way: where the official schema refuses, so do we, and only there.

What is left over is in `validate_mutations/STANDARD.toml`, each with its reason: `lenient` are labels of mutants
that the schema refuses and we let pass, `strict` those that it accepts and we refuse, as regular expressions.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from syndication.render import FORMATS, SINGLES, by_name
from syndication.validate import validate
from tests.render.stories import FEED, PROFILE, STORIES, UPDATED
from tests.validate import json_mutations, xml_mutations
from tests.validate.cases import NOW
from tests.validate.test_structure import DOCUMENTS

FOLDER = Path(__file__).parents[1] / "data" / "validate_mutations"
RENDERED = {
    "atom": ("atom",),
    "newsml-g2": ("newsml-g2", "newsml-g2-package", "nitf"),
    "nitf": ("nitf",),
    "sitemap": ("sitemap", "sitemap-news"),
    "ninjs": ("ninjs",),
}
EXAMPLES = {"newsml-g2": "newsml-g2/examples/*.xml", "ninjs": "ninjs/examples/*.json"}
FEWEST = {"atom": 500, "newsml-g2": 4_000, "nitf": 2_000, "sitemap": 100, "ninjs": 2_400}
"""As many mutants at least: fewer, and the documents or the changes got lost."""


class Left(NamedTuple):
    """Labels, and why schema and we differ about them."""

    labels: str
    reason: str


def left(standard: str, side: str) -> list[Left]:
    told = tomllib.loads((FOLDER / f"{standard}.toml").read_text(encoding="utf-8"))
    return [Left(**entry) for entry in told.get(side, [])]


def documents(standard: str, standards: Path) -> Iterator[bytes]:
    """Yield good documents: ours, those of our formats, and the standard's own examples."""
    for document in DOCUMENTS:
        if document.parent.name == standard and document.name.startswith("valid"):
            yield document.read_bytes()
    for name in RENDERED[standard]:
        if name in SINGLES:
            yield from (SINGLES[name].single(story, PROFILE) for story in STORIES.values())
        elif name in FORMATS:
            target = by_name(name)
            entries = [target.entry(story, PROFILE) for story in STORIES.values()]
            yield target.document(FEED, PROFILE, UPDATED, [entry for entry in entries if entry])
    for path in sorted(standards.glob(EXAMPLES.get(standard, "nothing"))):
        yield path.read_bytes()


def sitemap_schema(standards: Path) -> Any:
    """Return the schema of sitemaps with that of Google's news beside it."""
    folder = (standards / "sitemap").resolve().as_uri()
    both = f"""<schema xmlns="http://www.w3.org/2001/XMLSchema">
      <import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{folder}/sitemap.xsd"/>
      <import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="{folder}/sitemap-news.xsd"/>
    </schema>"""
    return etree.XMLSchema(etree.fromstring(both))


def xml_judge(standard: str, standards: Path) -> Callable[[bytes], bool]:
    schema: Any
    if standard == "atom":
        schema = etree.RelaxNG(etree.parse(standards / "atom" / "atom.rng"))
    elif standard == "sitemap":
        schema = sitemap_schema(standards)
    else:
        named = {"newsml-g2": "NewsML-G2_2.35-spec-All-Power.xsd", "nitf": "nitf-3-6.xsd"}
        schema = etree.XMLSchema(etree.parse(standards / standard / named[standard]))
    return lambda data: bool(schema.validate(etree.fromstring(data)))


def json_judge(standards: Path) -> Callable[[Any], bool]:
    folder = standards / "ninjs"
    resource = Resource.from_contents(json.loads((folder / "GeoJSON-schema.json").read_text()))
    schema = json.loads((folder / "ninjs-schema_3.1.json").read_text())
    registry: Registry = Registry().with_resources(
        [(uri, resource) for uri in (resource.id() or "", "https://geojson.org/schema/GeoJSON.json")]
    )
    formats = type(Draft202012Validator.FORMAT_CHECKER)(formats=())
    formats.checks("uri")(
        lambda value: not isinstance(value, str) or bool(re.match(r"[a-zA-Z][\w+.-]*:\S*$", value))
    )
    formats.checks("date-time", raises=ValueError)(
        lambda value: not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None
    )
    validator = Draft202012Validator(schema, registry=registry, format_checker=formats)
    return validator.is_valid


def refused(data: bytes, standard: str) -> bool:
    return any(finding.level == "error" for finding in validate(data, None, NOW, standard))


def mutants(standard: str, standards: Path) -> Iterator[tuple[str, bool, bool]]:
    """Yield the label of each mutant, whether the schema refuses it and whether we do."""
    seen: set[str] = set()
    if standard == "ninjs":
        is_valid = json_judge(standards)
        for data in documents(standard, standards):
            if is_valid(good := json.loads(data)):
                for label, value in json_mutations.mutants(good, seen):
                    yield label, not is_valid(value), refused(json.dumps(value).encode(), standard)
        return
    accepts = xml_judge(standard, standards)
    for data in filter(accepts, documents(standard, standards)):
        for label, changed in xml_mutations.mutants(data, seen):
            yield label, not accepts(changed), refused(changed, standard)


@pytest.mark.parametrize("standard", sorted(RENDERED))
def test_we_refuse_what_the_schema_refuses_and_nothing_else(standard: str, standards: Path) -> None:
    told = list(mutants(standard, standards))
    assert len(told) >= FEWEST[standard]
    for side, differing in (
        ("lenient", [label for label, theirs, ours in told if theirs and not ours]),
        ("strict", [label for label, theirs, ours in told if ours and not theirs]),
    ):
        known = left(standard, side)
        assert [
            label for label in differing if not any(re.fullmatch(k.labels, label) for k in known)
        ] == [], side
        assert [k for k in known if not any(re.fullmatch(k.labels, label) for label in differing)] == [], side
        assert all(k.reason for k in known)
