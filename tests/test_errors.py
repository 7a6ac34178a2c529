"""Every error says what, where, and what to do, on one line."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import syndication
from syndication.errors import BadConfiguration, SyndicationError

for module in pkgutil.walk_packages(syndication.__path__, "syndication."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)  # so that an error defined anywhere is known here


def leaves(kind: type[SyndicationError]) -> Iterator[type[SyndicationError]]:
    """Yield the errors that are raised: those without a kind of their own below them."""
    below = kind.__subclasses__()
    if not below:
        yield kind
    for child in below:
        yield from leaves(child)


KINDS = sorted(set(leaves(SyndicationError)), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS)
def test_says_what_where_and_what_to_do(kind: type[SyndicationError]) -> None:
    said = str(kind("cut off", "wire-7"))
    assert said.startswith("wire-7: cut off (")
    assert said.endswith(")")
    assert kind.hint != SyndicationError.hint, "it has its own advice"
    assert "{" not in said


@pytest.mark.parametrize("kind", KINDS)
def test_explains_itself_to_the_next_engineer(kind: type[SyndicationError]) -> None:
    assert (kind.__doc__ or "").strip().endswith(".")


def test_a_hostile_name_stays_on_its_line() -> None:
    said = str(SyndicationError("bad\x1b[2J", "a\nb\u202e"))
    assert said.isprintable()
    assert said.startswith(r"a\nb\u202e: bad\x1b[2J (")


def test_a_configuration_keeps_each_of_its_problems() -> None:
    one = BadConfiguration("unknown key x", "site.toml:3")
    assert BadConfiguration("1 mistake", "config", [one]).problems == (one,)
    assert one.problems == ()
