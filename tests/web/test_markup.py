from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from syndication.web.labels import labels
from syndication.web.markup import clock, inline, web_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S&amp;T <em>now</em>", "S&amp;T <em>now</em>"),
        ("H<sub>2</sub>O<br>x<sup>2</sup>", "H<sub>2</sub>O<br>x<sup>2</sup>"),
        ("<script>alert(1)</script>after", "after"),
        ("<p class=x>words</p>", "words"),
        ("<em onclick=x style=y>a</em>", "<em>a</em>"),
        ("<em>open", "<em>open</em>"),
        ('<a href="javascript:x">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="tel:+91">a</a>', '<a href="tel:+91" rel="noopener noreferrer">a</a>'),
        (
            '<a href="https://h.example/?a=1&amp;b=2">a</a>',
            '<a href="https://h.example/?a=1&amp;b=2" rel="noopener noreferrer">a</a>',
        ),
    ],
)
def test_inline_keeps_the_allow_list_and_nothing_else(text: str, expected: str) -> None:
    assert inline(text) == expected


@pytest.mark.parametrize(
    ("href", "usable"),
    [
        ("https://h.example/a", True),
        ("HTTP://h.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//h.example/a", False),
        ("/a", False),
        ("https:///a", False),
        ("http://[::1", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(href: str | None, usable: bool) -> None:
    assert web_address(href) == (href if usable else None)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Kolkata", '<time datetime="2026-11-25T05:29:00+05:30">25 Nov 2026, 05:29 IST</time>'),
        ("UTC", '<time datetime="2026-11-24T23:59:00+00:00">24 Nov 2026, 23:59 UTC</time>'),
        ("America/New_York", '<time datetime="2026-11-24T18:59:00-05:00">24 Nov 2026, 18:59 EST</time>'),
    ],
)
def test_instants_are_printed_in_the_zone_of_the_site(zone: str, expected: str) -> None:
    instant = datetime(2026, 11, 24, 23, 59, 0, 1, tzinfo=UTC)
    assert clock(ZoneInfo(zone))(instant, labels("en").months) == expected


def test_months_are_named_in_the_language_of_the_page() -> None:
    printed = clock(ZoneInfo("Asia/Kolkata"))
    assert "25 नवंबर 2026" in printed(datetime(2026, 11, 25, tzinfo=UTC), labels("hi").months)
