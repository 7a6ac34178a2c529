"""The README tells of every key of the configuration, and its examples are sound."""

import re
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from syndication.config import load
from syndication.config.settings import Configuration

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
_MADE = frozenset(
    {"directory", "classification", "profiles", "feeds.home"}
)  # worked out, not written by anybody


def _keys(kind: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for field in msgspec.structs.fields(kind):
            if f"{path}{field.name}" not in _MADE:
                yield f"{path}{field.name}", field.encode_name
                yield from _keys(field.type, f"{path}{field.name}.")
    for argument in typing.get_args(kind):
        yield from _keys(argument, path)


@pytest.mark.parametrize(("where", "key"), sorted(set(_keys(Configuration))))
def test_every_key_is_told(where: str, key: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", README), where


@pytest.mark.parametrize("example", EXAMPLES, ids=[text.splitlines()[0] for text in EXAMPLES])
def test_every_example_is_sound(tmp_path: Path, example: str) -> None:
    config, feeds = tmp_path / "config", tmp_path / "feeds"
    config.mkdir()
    feeds.mkdir()
    is_feed = "[query]" in example
    (feeds / "example.toml").write_text(example if is_feed else 'title = "Example"\n', encoding="utf-8")
    own = "" if is_feed else example.replace('media_topics = "config/mediatopic.rdf"', "")
    (config / "site.toml").write_text(
        own if re.search(r"(?m)^\[site", own) else f"[site]\n{own}", encoding="utf-8"
    )
    assert load(config).feeds[0].name == "example"
