"""QR codes, read back by another program."""

import io

import pytest
from lxml import etree

from syndication.share import qr_png, qr_svg

URLS = [
    "https://a.in",  # a Micro QR code would hold it
    "https://hillpost.example/world/7",
    "https://xn--61b3bh3a5ab.xn--h2brj9c/%E0%A4%96?q=1&utm_source=qr#top",
    "https://hillpost.example/" + "a" * 275,
]


@pytest.mark.parametrize("url", URLS, ids=len)
def test_a_phone_reads_the_address_back(url: str) -> None:
    decoder = pytest.importorskip("zxingcpp", reason="zxing-cpp reads the code back; it is not installed")
    images = pytest.importorskip("PIL.Image", reason="pillow opens the picture; it is not installed")
    png = qr_png(url)
    assert png is not None
    with images.open(io.BytesIO(png)) as picture:
        (found,) = decoder.read_barcodes(picture.convert("L"))
    assert found.text == url
    assert found.format == decoder.BarcodeFormat.QRCode
    assert found.ec_level == "M"


def test_the_svg_is_well_formed_on_a_white_ground_with_a_quiet_zone() -> None:
    root = etree.fromstring(qr_svg(URLS[1]) or b"")
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findtext("{*}title") == "QR code"
    size = int(root.get("viewBox", "").split()[2])
    assert (size - 8 - 17) % 4 == 0  # 4 modules of quiet zone on both sides; a Micro QR code has no such size
    assert b'fill="#fff"' in etree.tostring(root)


def test_an_address_too_long_for_any_code_has_none() -> None:
    url = "https://hillpost.example/" + "a" * 3000
    assert qr_svg(url) is None
    assert qr_png(url) is None


def test_the_same_address_gives_the_same_bytes() -> None:
    assert qr_png(URLS[0]) == qr_png(URLS[0])
    assert qr_svg(URLS[0]) == qr_svg(URLS[0])
