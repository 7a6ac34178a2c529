"""A headline without its site's name, and titles that are none."""

import pytest

from syndication.parse.headlines import headline


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
