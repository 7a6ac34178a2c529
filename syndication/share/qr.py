"""A QR code of a share address (ISO/IEC 18004), as a picture for screens and for print."""

import io

import segno

# Level M survives a stained print; the quiet zone of four modules is the standard's.
_LEVEL = "m"
_BORDER = 4


def qr_svg(url: str) -> bytes | None:
    """Return the code as an SVG element for a page, None where the address is too long for any code.

    Codes of more than about 300 characters have modules so small that phones read them badly.
    """
    out = io.BytesIO()
    if code := _code(url):
        code.save(
            out,
            kind="svg",
            border=_BORDER,
            light="#fff",  # readable on a dark page too
            xmldecl=False,
            nl=False,
            svgclass="qr",
            omitsize=True,
            title="QR code",
        )
    return out.getvalue() or None


def qr_png(url: str, scale: int = 8) -> bytes | None:
    """Return the code as a PNG, `scale` pixels a module, None where the address is too long for any code."""
    out = io.BytesIO()
    if code := _code(url):
        code.save(out, kind="png", border=_BORDER, scale=scale)
    return out.getvalue() or None


def _code(url: str) -> segno.QRCode | None:
    try:
        # Not `make`: it may choose a Micro QR code, which cameras of phones do not read.
        return segno.make_qr(url, error=_LEVEL, boost_error=False)
    except segno.DataOverflowError:
        return None
