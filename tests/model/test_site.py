"""Addresses that follow from the site."""

import msgspec

from syndication.model import Site
from syndication.model.article import AltId
from syndication.model.site import HOME
from tests.render.stories import make


def test_a_permalink_stays_when_the_site_moves() -> None:
    old, moved = Site(base_url="https://old.example"), Site(base_url="https://new.example")
    story = make("a", alt_ids=(AltId(HOME, "https://old.example"),))
    assert moved.permalink(story) == old.permalink(make("a"))
    assert moved.page(story) == moved.page(make("a"))
    assert moved.page(story).startswith("https://new.example/")


def test_the_page_that_the_wire_names_is_the_permalink() -> None:
    story = make("a", alt_ids=(AltId(HOME, "https://old.example"),), url="https://paper.example/b")
    assert Site().permalink(story) == "https://paper.example/b"


def test_a_site_without_terms_prints_none() -> None:
    assert msgspec.to_builtins(Site())["licensing"] == {"rsl": None, "tdm": None}
