"""A form is told by its head alone, and plain copy by none of them."""

import pytest

from syndication.parse import (
    WireFormat,
    atom,
    html_page,
    ians_json,
    internet_message,
    news_search,
    newsml_g2,
    ninjs,
    nitf,
    rss,
)

FORMS = (atom, html_page, ians_json, internet_message, news_search, newsml_g2, ninjs, nitf, rss)


@pytest.mark.parametrize(
    "head",
    [
        "Murud, June 2 (IANS) A pier sank.\n",
        "From the pier: a report\n\nMurud, June 2 (IANS) It sank.\n",
        "Subject: piers\nDate: never\n\nA pier sank.\n",
        "From: Murud\nBy boat to the pier\n",
        "<b>Murud</b>, June 2\n",
        '{"guid": "tag:x"}',
        '{"title": "A pier"}',
        '{"uri": "x", "headline": "y"}',
        "<nitfs><body/></nitfs>",
        "<newsItem xmlns='urn:other'/>",
        "[1, 2]",
        "<",
        "",
    ],
)
def test_other_copy_is_none_of_these_forms(head: str) -> None:
    assert [m.FORMAT.name for m in FORMS if m.FORMAT.sniff(head.encode())] == []


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("\n<!-- a --><?xml version='1.0'?><rss version='2.0'>", rss.FORMAT),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", rss.FORMAT),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", atom.FORMAT),
        ("<!-- a <b>bold</b> one --><rss>", rss.FORMAT),
        ("<!DOCTYPE HTML><x>", html_page.FORMAT),
        ("<!-- saved from url=(0022)https://x.example.in/ -->\n<HTML>", html_page.FORMAT),
        ('{"results": [{"id": 1, "title": "x", "short_desc": "y"', ians_json.FORMAT),
        ('[{"title": "x", "slug": "y", "content": "z", "created_at": 1', ians_json.FORMAT),
        ("<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf version='3.4'>", nitf.FORMAT),
        ("<nar:newsItem xmlns:nar='http://iptc.org/std/nar/2006-10-01/'>", newsml_g2.FORMAT),
        ("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>", newsml_g2.FORMAT),
        ("<planningItem standard='NewsML-G2'>", newsml_g2.FORMAT),
        ('{"uri": "x", "headlines": []}', ninjs.FORMAT),
        ('{"headline": "x", "VersionCreated": "y", "pubstatus": "z"', ninjs.FORMAT),
        ('{"status":"ok","totalResults":0,"articles":[{"title":"x"', news_search.FORMAT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_head_tells_its_form(head: str, form: WireFormat, encoding: str) -> None:
    assert [m.FORMAT.name for m in FORMS if m.FORMAT.sniff(head.encode(encoding))] == [form.name]


def test_a_mail_is_told_by_its_header() -> None:
    head = b"From a@b Tue Jun  2\nReceived: x\n\ty\nFrom: a\n\nCopy: the pier sank"
    assert [m.FORMAT.name for m in FORMS if m.FORMAT.sniff(head)] == [internet_message.FORMAT.name]


def test_a_story_whose_long_text_comes_first_is_told() -> None:
    head = b'[{"id": 4, "content": "' + b"A pier sank. " * 400
    assert ians_json.FORMAT.sniff(head[:4096])
