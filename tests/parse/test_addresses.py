"""Addresses in copy lead to the public web or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.parse.addresses import followed, resolve

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
        ("http://a.exa<mple.org/x", None, None),
        ("x.htm", "http://a.exa<mple.org/", None),
    ],
)
def test_an_address_is_whole_and_public_or_none(
    href: str | None, base: str | None, whole: str | None
) -> None:
    assert resolve(href, base) == whole


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("/pier", "https://shore.example.in/pier"),
        ("mailto:desk@shore.example.in", "mailto:desk@shore.example.in"),
        (" MailTo:desk@shore.example.in ", "mailto:desk@shore.example.in"),
        (
            "mailto:a@x.example,b@y.example?subject=The%20pier",
            "mailto:a@x.example,b@y.example?subject=The%20pier",
        ),
        ("mailto:a@x.example?bcc=spy@z.example&subject=x&attach=/etc/passwd", "mailto:a@x.example?subject=x"),
        ("mailto:a@x.example?cc=b@y.example", "mailto:a@x.example"),
        ("mailto:a+b%20c@x.example", "mailto:a+b%20c@x.example"),
        ("mailto:a@\u092d\u093e\u0930\u0924.example", "mailto:a@\u092d\u093e\u0930\u0924.example"),
        ("mailto:a@x.example?body=One%0D%0Atwo", "mailto:a@x.example?body=One%0D%0Atwo"),
        ("mailto:a@x.example?subject=x%0D%0ABcc:spy@z.example", "mailto:a@x.example"),
        ("mailto:a%0Abcc@x.example", None),
        ('mailto:"a><x"@x.example', None),
        ("mailto:?subject=Read%20this&body=https://x.example/", None),
        ("mailto:desk", None),
        ("mailto:a@b@c", None),
        ("mailto:javascript:alert(1)", None),
        ("tel:+91-22-2345.6789", "tel:+91-22-2345.6789"),
        ("tel:+91 (22) 2345 6789", "tel:+91(22)23456789"),
        ("TEL:112", "tel:112"),
        ("tel:%2B9122345;ext=12", "tel:+9122345;ext=12"),
        ("tel://+9122345", "tel:+9122345"),
        ("tel:call-us", None),
        ("tel:", None),
        ("tel:12", None),
        ('tel:+1;x="><script>', None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("sms:+9122345", None),
        ("#top", None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_may_also_lead_to_a_mail_or_a_telephone(href: str | None, kept: str | None) -> None:
    assert followed(href, BASE) == kept


@given(st.text() | st.text("mailto:?&=@,;%<>\"' \n+0123a.", max_size=30).map("mailto:a@b{}".format))
def test_any_text_is_a_link_that_does_no_harm_or_none(href: str) -> None:
    found = followed(href, BASE)
    assert found is None or (
        found.startswith(("http", "mailto:", "tel:")) and not set(found) & set("<>\"' \n")
    )


@given(st.text(), st.sampled_from([None, BASE, "http://[", "x"]))
def test_any_text_is_an_address_or_none(href: str, base: str | None) -> None:
    found = resolve(href, base)
    assert found is None or (found.startswith(("http://", "https://")) and not set(found) & set("<>\"' \n"))
