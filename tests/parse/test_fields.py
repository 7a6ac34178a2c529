"""Fields that every record has: addresses, headlines, credits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.headlines import headline

BASE = "https://shore.example.in/news/a/pier-4.htm"


@pytest.mark.parametrize(
    ("href", "base", "whole"),
    [
        ("https://a.example.org/x?y=1&z=2#t", None, "https://a.example.org/x?y=1&z=2#t"),
        ("/pier", BASE, "https://shore.example.in/pier"),
        ("b.htm", BASE, "https://shore.example.in/news/a/b.htm"),
        ("//cdn.example.org/a.jpg", BASE, "https://cdn.example.org/a.jpg"),
        (" https://a.example.org/a b ", None, "https://a.example.org/a%20b"),
        ('https://a.example.org/"><x', None, "https://a.example.org/%22%3E%3Cx"),
        ("https://8.8.8.8/x", None, "https://8.8.8.8/x"),
        ("/pier", None, None),
        ("//cdn.example.org/a.jpg", None, None),
        ("#top", BASE, None),
        ("", BASE, None),
        (None, BASE, None),
        ("javascript:alert(1)", BASE, None),
        ("java\nscript:alert(1)", BASE, None),
        ("data:text/html,x", BASE, None),
        ("cid:part1@wire", BASE, None),
        ("ftp://a.example.org/x", BASE, None),
        ("http://localhost/x", None, None),
        ("http://127.0.0.1/x", None, None),
        ("http://127.1/x", None, None),
        ("http://2130706433/x", None, None),
        ("http://0x7f.1/x", None, None),
        ("http://10.0.0.7/x", None, None),
        ("http://169.254.169.254/x", None, None),
        ("http://224.0.0.1/x", None, None),
        ("http://[::1]/x", None, None),
        ("http://[::1/x", None, None),
        ("http://intranet/x", None, None),
        ("http://db.internal/x", None, None),
        ("http://127.0.0.1\\@a.example.org/x", None, None),
        ("http://a.example.org:99999/x", None, None),
    ],
)
def test_an_address_is_whole_and_public_or_none(
    href: str | None, base: str | None, whole: str | None
) -> None:
    assert resolve(href, base) == whole


@given(st.text(), st.sampled_from([None, BASE, "http://[", "x"]))
def test_any_text_is_an_address_or_none(href: str, base: str | None) -> None:
    found = resolve(href, base)
    assert found is None or (found.startswith(("http://", "https://")) and not set(found) & set("<>\"' \n"))


@pytest.mark.parametrize(
    ("printed", "sites", "url", "text", "codes"),
    [
        ("Pier opens - Shore Post", ["Shore Post"], None, "Pier opens", []),
        ("Pier opens | Shore | Shore Post", ["Shore Post", "Shore"], None, "Pier opens", []),
        ("Pier opens - Daijiworld.com", [], None, "Pier opens", []),
        ("Pier opens - Shore Post", [], "https://www.shorepost.in/a", "Pier opens", []),
        ("Pier opens - and closes", ["Shore Post"], None, "Pier opens - and closes", []),
        ("Pier&amp;#8217;s end", [], None, "Pier’s end", []),
        ("IANS - IANS", ["IANS"], None, None, ["useless-headline"]),
        ("Press Trust of India", [], None, None, ["useless-headline"]),
        ("IANS wins a prize", [], None, "IANS wins a prize", []),
        ("Latest & Hot Film News :", [], None, "Latest & Hot Film News :", ["placeholder-headline"]),
        ("Breaking news from the pier", [], None, "Breaking news from the pier", []),
        ("Latest news reaches Murud by boat", [], None, "Latest news reaches Murud by boat", []),
        ("", [], None, None, []),
        (None, [], None, None, []),
    ],
)
def test_a_headline_is_what_it_says(
    printed: str | None, sites: list[str | None], url: str | None, text: str | None, codes: list[str]
) -> None:
    found = headline(printed, sites, url)
    assert (found.text, [issue.code for issue in found.issues]) == (text, codes)


@pytest.mark.parametrize(
    ("printed", "byline", "authors", "creditline"),
    [
        (["Asha Rao"], "Asha Rao", ["Asha Rao"], None),
        (["By Asha Rao"], "Asha Rao", ["Asha Rao"], None),
        (["Asha Rao and Imran Qazi"], "Asha Rao and Imran Qazi", ["Asha Rao", "Imran Qazi"], None),
        (["Asha Rao", "Asha Rao", "Imran Qazi"], "Asha Rao and Imran Qazi", ["Asha Rao", "Imran Qazi"], None),
        (["Asha Rao, IANS"], "Asha Rao", ["Asha Rao"], "IANS"),
        (["IANS"], None, [], "IANS"),
        (["Indo-Asian News Service"], None, [], "Indo-Asian News Service"),
        (["Agency: PTI"], None, [], "PTI"),
        (["Shore News Desk"], None, [], "Shore News Desk"),
        (["Shore News Desk", "IANS"], None, [], "IANS"),
        (["asha@shore.example (Asha Rao)"], "Asha Rao", ["Asha Rao"], None),
        (["admin", "https://shore.example/author/7"], None, [], None),
        ([None, ""], None, [], None),
    ],
)
def test_persons_are_authors_and_agencies_are_credits(
    printed: list[str | None], byline: str | None, authors: list[str], creditline: str | None
) -> None:
    found = credit(printed)
    assert (found.get("byline"), [a.name for a in found.get("authors", ())], found.get("creditline")) == (
        byline,
        authors,
        creditline,
    )
