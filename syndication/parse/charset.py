"""Which charset a piece of copy says it is in: its media type, its XML declaration, its HTML meta."""

import codecs
import re

from syndication.on_demand import Expression

_PARAMETER = Expression(r"""charset\s*=\s*["']?([^\s"';,>]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:\-]{1,40})["']""")
_META = re.compile(rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:\-]{1,40})""", re.IGNORECASE)
_META_REACH = 4096
# Only these are charsets of text: Python's registry also holds zlib, rot13, unicode_escape, idna, ...
_TEXT = Expression(
    r"iso-?8859-?\d{1,2}|windows-?\d{3,4}|cp-?\d{3,4}|koi8-[rut]|gb2312|gbk|gb18030|big5(-hkscs)?|hz"
    r"|euc-?(jp|kr|cn)|shift_?jis|sjis|iso-2022-(jp|kr)(-\d)?|mac-?roman|tis-?620"
    r"|utf-?(8|16|32)(-?[lb]e)?(-sig)?"
)
# What is labelled so is in truth windows-1252 (WHATWG Encoding §4.2).
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
_ALIASES = {
    "x-sjis": "shift_jis",
    "x-gbk": "gbk",
    "gb_2312-80": "gbk",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "x-cp1252": "cp1252",
    "utf8": "utf-8",
}


def codec(label: str | None) -> str | None:
    """Return Python's name of the charset called `label`; None for no, an unknown or an unsuitable label."""
    name = (label or "").strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    if name == "utf-8":  # as nearly all is
        return name
    if not _TEXT.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if found in _LATIN else found


def of_media_type(media_type: str | None) -> str | None:
    """Return the charset parameter of a Content-Type (RFC 9110 §8.3.2), None where there is none."""
    found = _PARAMETER.search(media_type or "")
    return found[1] if found else None


def declared(data: bytes, media_type: str | None = None) -> str | None:
    """Return what is said about the charset of XML or HTML: outside first, then inside (RFC 7303 §3).

    It is only a claim: `decoding.decode` believes the bytes before it.
    """
    outside = of_media_type(media_type)
    if outside:
        return outside
    inside = _XML.match(data[:_META_REACH].removeprefix(codecs.BOM_UTF8)) or _META.search(data[:_META_REACH])
    return inside[1].decode("ascii") if inside else None
