"""The one XML reader: old feeds are read, attacks are refused, nothing is fetched."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from syndication.errors import UnreadableCopy
from syndication.model import Delivery
from syndication.parse import rss
from syndication.parse.xml_reader import Document, read


def document(data: bytes, media_type: str | None = None) -> Document:
    return read(
        Delivery(
            data=data,
            source="s",
            locator="x",
            received=datetime(2026, 6, 3, tzinfo=UTC),
            media_type=media_type,
        )
    )


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (b"<a>caf&eacute; &amp; &lt;b&gt;</a>", "café & <b>", []),
        (b"<!DOCTYPE a [<!ENTITY eacute 'E'>]><a>caf&eacute;</a>", "cafE", []),
        (b"<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a>caf&eacute;</a>", "café", []),
        (b"<a>S&T &bogus; &#38;</a>", "S&T &bogus; &", ["bare-ampersand"]),
        (b"<a>x&#0;&#x1F;&#xFFFE;&#x110000;y</a>", "xy", ["control-characters"]),
        (b"<a>x\x01y</a>", "xy", ["control-characters"]),
        (b"<a><![CDATA[S&T &eacute; <b>]]></a>", "S&T &eacute; <b>", []),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xe9</a>", "café", []),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>café</a>".encode(), "café", []),
        ("<?xml version='1.0' encoding='utf-16'?><a>नाव</a>".encode("utf-16"), "नाव", []),
        ("\ufeff<a>नाव</a>".encode(), "नाव", []),
        (b"<a>one<!-- two --><?three?> four</a>", "one four", []),
        (
            b"<a><![CDATA[begin with <?xml version='1.0'?> always]]></a>",
            "begin with <?xml version='1.0'?> always",
            [],
        ),
        (b"\n <?xml version='1.0' encoding='latin-1'?>\n<a>caf\xc3\xa9</a>", "caf\xe9", []),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a>caf\xc3\xa9</a>", "caf\xe9", []),
        (b"<?xml version='1.0' note='\xc3\xa9'?><a>caf\xc3\xa9</a>", "caf\xe9", []),
        (("<a>" + "Ståle’s café " * 100 + "</a>").encode(), "Ståle’s café " * 100, []),
        (("<a>" + "x" * 2000 + "\x01</a>").encode(), "x" * 2000, ["control-characters"]),
    ],
)
def test_reads_what_feeds_send(data: bytes, text: str, codes: list[str]) -> None:
    found = document(data)
    assert ("".join(map(str, found.root.itertext())), [i.code for i in found.issues]) == (text, codes)


def test_the_charset_of_the_transport_is_only_a_claim() -> None:
    assert document("<a>नाव</a>".encode(), "text/xml; charset=us-ascii").root.text == "नाव"


def test_no_entity_reads_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("canary")
    for declared in (
        f"<!ENTITY x SYSTEM '{secret.as_uri()}'>",
        f"<!ENTITY % x SYSTEM '{secret.as_uri()}'> %x;",
    ):
        data = f"<!DOCTYPE a [{declared}]><a>&x;</a>".encode()
        with pytest.raises(UnreadableCopy, match="not well-formed"):
            document(data)


@pytest.mark.parametrize("data", [b"<a>", b"<a></b>", b"no xml", b"<a/><b/>", b"<a b=1/>", b"<a>" * 300])
def test_what_is_not_well_formed_is_never_guessed_at(data: bytes) -> None:
    with pytest.raises(UnreadableCopy, match="not well-formed"):
        document(data)


def test_a_bad_item_never_holds_up_the_others() -> None:
    hostile = "&lt;p " + "a=1 " * 2000 + "&gt;x"
    feed = "".join(
        f"<item><title>Pier {n}</title><description>{d}</description></item>"
        for n, d in enumerate(["&lt;p&gt;It sank.&lt;/p&gt;", hostile, "&lt;p&gt;It rose.&lt;/p&gt;"])
    )
    delivery = Delivery(
        data=f"<rss><channel>{feed}</channel></rss>".encode(), source="s", locator="x",
        received=datetime(2026, 6, 3, tzinfo=UTC),
    )  # fmt: skip
    readings = rss.FORMAT.parse(delivery)
    assert [next(readings).article.headline for _ in range(2)] == ["Pier 0", "Pier 2"]
    with pytest.raises(UnreadableCopy, match="record 2: a tag with more than 1000 attributes"):
        next(readings)
