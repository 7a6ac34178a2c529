"""Addresses that follow from the site."""

import msgspec

from syndication.model import Site
from syndication.model.article import AltId
from syndication.model.site import PERMALINK
from tests.render.stories import changed, make


def test_a_permalink_stays_when_the_site_moves() -> None:
    old = Site(base_url="https://old.example")
    moved = Site(base_url="https://new.example", permalink_base="https://old.example")
    assert moved.permalink(make("a")) == old.permalink(make("a"))
    assert moved.page(make("a")).startswith("https://new.example/")


def test_a_permalink_that_was_kept_stays_when_the_wire_names_another_page() -> None:
    story = make("a", alt_ids=(AltId(PERMALINK, "https://old.example/first"),), url="https://paper.example/b")
    assert Site().permalink(story) == "https://old.example/first"
    assert Site().permalink(changed(story, alt_ids=())) == "https://paper.example/b"


def test_a_site_without_terms_prints_none() -> None:
    assert msgspec.to_builtins(Site())["licensing"] == {"rsl": None, "tdm": None}
