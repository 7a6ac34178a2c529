"""Pages that are no story are refused with a reason; what they hide is told."""

from datetime import UTC, datetime

import pytest

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.parse import html_page

STORY = (
    "<p>Murud, June 2 (IANS) A pier sank on Tuesday with a band on it that went on playing.</p><p>--IANS</p>"
)


def page(body: str, head: str = "") -> list[Reading]:
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    return list(
        html_page.FORMAT.parse(
            Delivery(data=data, source="s", locator="x", received=datetime(2026, 6, 3, tzinfo=UTC))
        )
    )


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<h1>Checking your browser</h1><form>Enter the captcha</form>",
        "<h1>404</h1>",
        "<ul><li><a href='/1'>One story</a></li><li><a href='/2'>Another</a></li></ul>",
        "<script>document.write('a story')</script>",
        "<nav>Home</nav><footer>All rights reserved</footer>",
    ],
)
def test_a_page_without_a_story_is_refused(body: str) -> None:
    with pytest.raises(UnreadableCopy, match="without a story"):
        page(body, "<title>A page</title>")


@pytest.mark.parametrize(
    ("furniture", "rule"),
    [
        ("<nav>Home qzq</nav>", "navigation"),
        ("<div class='breadcrumb'>Home qzq</div>", "navigation"),
        ("<aside>More qzq</aside>", "aside"),
        ("<div class='social-share'>Tweet qzq</div>", "share"),
        ("<div id='shareBar'>Tweet qzq</div>", "share"),
        ("<div class='also-read'>Seals qzq</div>", "related"),
        ("<section class='relatedStories'>Seals qzq</section>", "related"),
        ("<div class='ad-slot'>Buy qzq</div>", "advert"),
        ("<div class='g-recaptcha'>I am qzq</div>", "captcha"),
        ("<div class='cookie-bar'>We use qzq</div>", "consent"),
        ("<form>Name qzq</form>", "form"),
        ("<div hidden>qzq</div>", "hidden"),
        ("<div style='display: none'>qzq</div>", "hidden"),
        ("<div role='complementary'>qzq</div>", "aside"),
        ("<ul><li><a href='/a'>qzq</a></li></ul>", "list of links"),
        ("<img src='data:image/gif;base64,R0' alt='qzq'>", "media without an address"),
    ],
)
def test_furniture_is_told_with_its_rule(furniture: str, rule: str) -> None:
    (reading,) = page(f"<article><h1>Pier sinks</h1>{STORY}{furniture}</article>")
    assert "qzq" not in str(reading.article)
    (line,) = [line for line in reading.account if "qzq" in line.text]
    assert (line.fate, line.rule) == ("furniture", f"html: {rule}")


@pytest.mark.parametrize(
    "kind", ["load-more-text", "header", "shadow", "advice", "sharecropper", "menuitem-none"]
)
def test_a_name_that_only_contains_a_word_is_no_furniture(kind: str) -> None:
    (reading,) = page(f"<article><h1>Pier sinks</h1>{STORY}<p class='{kind}'>The band qzq.</p></article>")
    assert not [line for line in reading.account if "qzq" in line.text and line.rule.startswith("html")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<a href='javascript:alert(1)'>band</a>", "band"),
        ("<a href='/band'>band</a>", '<a href="https://shore.example.in/band">band</a>'),
        ("<a href='//b.example.org/'>band</a>", '<a href="https://b.example.org/">band</a>'),
        ("<a href='http://169.254.169.254/x'>band</a>", "band"),
        ("<script>x</script>band<style>y</style>", "band"),
        ("S&T &lt;b&gt; <u onclick=x>band</u>", "S&amp;T &lt;b&gt; band"),
        ("<em><b>one <b>two</b></b></em>", "<em><b>one two</b></em>"),
        ("H<sub>2</sub>O <b></b>&nbsp; now", "H<sub>2</sub>O now"),
    ],
)
def test_inline_html_is_the_allow_list(body: str, text: str) -> None:
    canonical = "<link rel='canonical' href='https://shore.example.in/pier'>"
    (reading,) = page("<h1>Pier sinks</h1>" + STORY.replace("<p>--", f"<p>{body}</p><p>--"), canonical)
    assert reading.article.body[-1].text == text  # type: ignore[union-attr] # it is a paragraph


def test_without_an_address_of_its_own_relative_links_are_words() -> None:
    (reading,) = page("<h1>Pier sinks</h1>" + STORY.replace("a band", "<a href='/b'>a band</a>"))
    assert "<a" not in str(reading.article.body)


def test_a_summary_that_a_machine_cut_is_not_one() -> None:
    meta = "<meta name='description' content='Murud, June 2 (IANS) A pier sank on Tuesday with a…'>"
    (reading,) = page(f"<h1>Pier sinks</h1>{STORY}", meta)
    assert reading.article.summary is None


@pytest.mark.parametrize(
    ("head", "headline", "printed"),
    [
        ("Pier sinks with...", "Pier sinks with band", None),
        ("Pier sinks", "Pier sinks with band", None),
        ("Band plays on", "Band plays on", "Pier sinks with band"),
    ],
)
def test_a_headline_that_was_cut_is_read_whole(head: str, headline: str, printed: str | None) -> None:
    (reading,) = page(f"<h1>Pier sinks with band</h1>{STORY}", f"<meta property='og:title' content='{head}'>")
    assert reading.article.headline == headline
    assert [h.text for h in reading.article.headlines if h.role == "page"] == ([printed] if printed else [])
