"""Faults that others' feeds were reported for, from the wire's bytes to every format, as a user would run it."""

import json
import re
from typing import Any

import pytest
from lxml import etree

from syndication.render import FORMATS
from syndication.xmlns import CONTENT, MEDIA
from tests.acceptance.newsroom import Newsroom

NOW = "2026-11-25T09:00:00Z"
WHEN = ("--received", NOW, "--now", NOW)
CONTROLS = "\x03\x08\x0b\x0c\x1a\ufffe"
STORY = {
    "guid": "urn:newsml:harbour.example:20261124:controls",
    "headline": f"Bo{CONTROLS}ats wait",
    "body": [{"type": "paragraph", "text": f"Mid{CONTROLS}dle of the bay."}],
    "keywords": [f"ke{CONTROLS}y"],
    "media": [
        {
            "guid": "urn:picture:1",
            "kind": "picture",
            "caption": f"Cap{CONTROLS}tion",
            "renditions": [{"href": "https://img.example/1.jpg", "media_type": "image/jpeg", "length": 9}],
        }
    ],
    "language": "en",
    "created": "2026-11-24T14:19:00+05:30",
    "source": {"name": "desk", "locator": "a.jsonl", "format": "article-json", "received": NOW},
}
DATED = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title>
<link>https://paper.example/</link><description>d</description><item><title>Canal vote</title>
<link>https://paper.example/1</link><guid>https://paper.example/1</guid><dc:date>2026-11-24</dc:date>
<dc:creator>Ada Ferro</dc:creator><description>The council voted.</description></item></channel></rss>"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Salt &mdash; pepper</title>
<link rel="canonical" href="https://paper.example/news/canal.html">
<meta property="article:published_time" content="2026-11-24T14:19:00+05:30"></head><body><article>
<h1>Salt &mdash; pepper&nbsp;vote</h1>
<p>The price is &#8377;5&nbsp;now &mdash; soft&shy;ly said, and &zwj; stays &ndash; so it was decided by the council.</p>
<p>Its clerk said that <a href="/a">the plan</a> and <a href="#frag">the part</a> and
<a href="mailto:desk@paper.example">the desk</a> and <a href="tel:+911">the line</a> are open to all.</p>
<p>The council of the harbour will meet again on Friday, when the boats have come back from the bay.</p>
<figure><img src="b.jpg" srcset="c.jpg 1x, /d.jpg 2x" alt="Boats"><figcaption>Boats wait</figcaption></figure>
</article></body></html>"""


def rendered(newsroom: Newsroom, file: str) -> dict[str, bytes]:
    """Return the feed of the file in every format, each read by a strict parser first."""
    found = {}
    for name in FORMATS:
        made = newsroom.command_bytes("render", file, "--to", name, *WHEN)
        assert json.loads(made) if made.startswith(b"{") else etree.fromstring(made) is not None
        found[name] = made
    return found


def parsed(newsroom: Newsroom, file: str) -> dict[str, Any]:
    (line,) = newsroom.command("parse", file, "--received", NOW).splitlines()
    story: dict[str, Any] = json.loads(line)
    return story


def test_control_characters_go_are_reported_and_break_nothing(newsroom: Newsroom) -> None:
    """D-01."""
    (newsroom.root / "a.jsonl").write_text(json.dumps(STORY) + "\n")
    story = parsed(newsroom, "a.jsonl")
    assert [issue["code"] for issue in story["issues"]].count("control-characters") >= 1
    for name, made in rendered(newsroom, "a.jsonl").items():
        text = made.decode()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", text), name
        assert not re.search(r"&#(?:3|8|11|12|26|x0*3);|\\u00(?:03|08|0b|0c|1a)", text), name
        if "sitemap" not in name and "package" not in name:
            for kept in ("Boats wait", "Middle of the bay.", "key", "Caption"):
                assert kept in text, (name, kept)


def test_entities_of_html_become_characters_and_addresses_become_whole(newsroom: Newsroom) -> None:
    """D-03, D-15."""
    (newsroom.root / "a.html").write_text(PAGE)
    for name, made in rendered(newsroom, "a.html").items():
        text = made.decode()
        assert "<!DOCTYPE" not in text, name
        outside = re.sub(r"<!\[CDATA\[.*?\]\]>", "", text, flags=re.DOTALL)
        assert set(re.findall(r"&([A-Za-z]\w*);", outside)) <= {"amp", "lt", "gt", "quot", "apos"}, name
        if "sitemap" not in name and "package" not in name:
            assert "mailto:desk@paper.example" in text, name
            assert "tel:+911" in text, name
            assert "₹5 now — soft\u00adly said, and \u200d stays – so" in text.replace("\u00a0", " "), name
    item = etree.fromstring(rendered(newsroom, "a.html")["rss"]).find(".//item")
    assert item is not None
    body = etree.fromstring(f"<x>{item.findtext(f'{{{CONTENT}}}encoded')}</x>")
    hrefs = [a.get("href") for a in body.iter("a")]
    assert hrefs[:3] == ["https://paper.example/a", "mailto:desk@paper.example", "tel:+911"]
    assert all((href or "").startswith(("https://paper.example/", "http://127.0.0.1")) for href in hrefs[3:])
    words = " ".join("".join(str(t) for t in body.itertext()).split())
    assert "the plan and the part and the desk and the line are open" in words
    shown = {img.get("src") for img in body.iter("img")} | {
        m.get("url") for m in item.iter(f"{{{MEDIA}}}content")
    }
    assert shown
    assert all(href and href.startswith("https://paper.example/") for href in shown)


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_day_without_a_time_is_not_given_one_silently(newsroom: Newsroom, form: str) -> None:
    """D-13: the date is in the standard's own form, and what was inferred is noted."""
    (newsroom.root / "a.rss").write_text(DATED)
    story = parsed(newsroom, "a.rss")
    assert "no-zone" in [issue["code"] for issue in story["issues"]]
    made = newsroom.command("render", "a.rss", "--to", form, *WHEN)
    (newsroom.root / f"made.{form}").write_text(made)
    said = newsroom.command("validate", f"made.{form}", "--profile", "baseline", "--now", NOW)
    assert " error " not in said
