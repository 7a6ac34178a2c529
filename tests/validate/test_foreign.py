"""Documents as other publishers' systems write them, and what is said of each.

Beside `NAME.EXT` lies `NAME.EXT.expected`: first what it is read as (`-`: nothing), then level, rule, line
and path of each finding. What begins with `good` is without error, what begins with `bad` is not or is a page.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from syndication.validate import judge
from syndication.vocabulary import profiles
from tests.validate.cases import NOW

FOLDER = Path(__file__).parents[1] / "data" / "validate_foreign"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


def name(path: Path) -> str:
    return path.name


def test_there_are_enough() -> None:
    assert len(DOCUMENTS) > 60


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_is_judged_as_its_expectation_says(document: Path) -> None:
    standard, found = judge(document.read_bytes(), None, NOW)
    said = [standard or "-", *(f"{f.level} {f.rule} {f.line or '-'} {f.path}".rstrip() for f in found)]
    assert said == document.with_name(f"{document.name}.expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_good_ones_are_without_error_and_what_is_refused_says_why(document: Path) -> None:
    standard, found = judge(document.read_bytes(), None, NOW)
    if document.name.startswith("good"):
        assert standard
        assert [f for f in found if f.level == "error"] == []
    elif standard is None:
        assert {f.rule for f in found if f.level == "error"} <= {"readable", "format", "packed"}
        assert [f.text for f in found if f.level == "error"]


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.suffix == ".html"], ids=name)
def test_a_page_is_no_feed_to_whoever_takes_feeds(document: Path) -> None:
    built_in = profiles.profiles()
    for taker in sorted(built_in.keys() - {"baseline", "apple-news"}):
        found = judge(document.read_bytes(), built_in[taker], NOW).findings
        assert "format" in {f.rule for f in found if f.level == "error"}, taker
    asked = judge(document.read_bytes(), None, NOW, "rss")
    assert (asked.standard, [f.rule for f in asked.findings if f.level == "error"]) == (None, ["format"])


def test_a_profile_that_demands_nothing_of_a_format_says_so() -> None:
    feed = (FOLDER / "good-jsonfeed-11.json").read_bytes()
    found = judge(feed, profiles.profiles()["line"], NOW + timedelta(days=1)).findings
    said = [(f.level, f.text, f.advice) for f in found if f.rule == "format"]
    text = "this is JSON Feed 1.1, and what line demands is of RSS 2.0: none of it was checked"
    assert said == [("warning", text, "offer it RSS 2.0")]


def test_twenty_megabytes_are_judged_whole() -> None:
    item = b"<item><title>Long</title><guid isPermaLink='false'>urn:x:%d</guid><description>%s</description></item>\n"
    items = b"".join(item % (number, b"words &lt;b&gt;and&lt;/b&gt; " * 250) for number in range(3_000))
    head = b'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>t</title><description>d</description>'
    data = head + b"<link>https://long.example/</link>\n" + items + b"<item/>\n</channel></rss>"
    assert len(data) > 20_000_000
    (found,) = judge(data, None, NOW).findings
    assert (found.rule, found.line, found.path) == ("rss:missing", 3_003, "/rss/channel/item[3001]")
