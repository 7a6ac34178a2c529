"""Simple types of XML Schema (Part 2), and those that NewsML-G2 builds from them, by name."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

_QCODE = re.compile(r"[^\s:]+:\S+")
_NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_QNAME = re.compile(r"(?:[^\W\d][\w.-]*:)?[^\W\d][\w.-]*")
_NMTOKEN = re.compile(r"[\w.:\-\u00b7]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})")
_BREAKS = re.compile(r"[\t\n\r]")
_DURATION = re.compile(
    r"-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
)
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)


def anyuri(text: str) -> bool:
    """Say whether XML Schema takes it as `anyURI`: spaces and the like are escaped first (Part 2, §3.2.17)."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    begun = text.partition("/")[0].partition("?")[0].partition("#")[0]
    return (
        not _BAD_ESCAPE.search(text) and (":" not in begun or bool(_SCHEME.match(text))) and parts is not None
    )


def _each(pattern: re.Pattern[str], least: int = 1, most: int | None = None) -> Callable[[str], bool]:
    """Return the check that a text is words of that form, so many at least and at most."""

    def check(text: str) -> bool:
        words = text.split()
        return least <= len(words) <= (most or len(words)) and all(map(pattern.fullmatch, words))

    return check


def count(text: str) -> bool:
    """Say whether it is a whole number from 0."""
    return re.fullmatch(r"\+?[0-9]{1,19}", text) is not None


def positive(text: str) -> bool:
    """Say whether it is a whole number from 1."""
    return count(text) and int(text) > 0


CHECKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "count": (count, "a whole number from 0"),
    "positive": (positive, "a whole number from 1"),
    "boolean": (lambda text: text in {"true", "false"}, "true or false"),
    "number": (lambda text: _DECIMAL.fullmatch(text) is not None, "a number"),
    "qcode": (lambda text: _QCODE.fullmatch(text) is not None, "a code such as medtop:04000000"),
    "qcodes": (_each(_QCODE, least=0), "codes such as medtop:04000000, with spaces between them"),
    "ncname": (lambda text: _NCNAME.fullmatch(text) is not None, "a name that begins with a letter or _"),
    "id": (lambda text: _NCNAME.fullmatch(text) is not None, "a name that begins with a letter or _"),
    "idref": (lambda text: _NCNAME.fullmatch(text) is not None, "the id of an element"),
    "idrefs": (_each(_NCNAME), "ids of elements, with spaces between them"),
    "qname": (_each(_QNAME, most=1), "a name such as xs:decimal"),
    "nmtoken": (_each(_NMTOKEN, most=1), "one word of letters, digits and . - _ :"),
    "nmtokens": (_each(_NMTOKEN), "words of letters, digits and . - _ :"),
    "line": (lambda text: not _BREAKS.search(text), "text on one line"),
    "version": (lambda text: re.fullmatch(r"[0-9]+\.[0-9]+", text) is not None, "a version such as 2.35"),
    "flag": (lambda text: text in {"true", "false", "1", "0"}, "true or false"),
    "integer": (lambda text: re.fullmatch(r"[+-]?[0-9]{1,19}", text) is not None, "a whole number"),
    "numbers": (_each(re.compile(r"[+-]?[0-9]{1,3}")), "whole numbers with spaces between them"),
    "weekdays": (_each(re.compile(r"[+-]?[0-9]{0,2}(?:MO|TU|WE|TH|FR|SA|SU)")), "weekdays such as MO or 1FR"),
    "percent": (
        lambda text: re.fullmatch(r"\+?0*(?:100|[0-9]{1,2})", text) is not None,
        "a number from 0 to 100",
    ),
    "anyuri": (anyuri, "a URI or a relative reference"),
    "anyuris": (lambda text: all(map(anyuri, text.split())), "URIs with spaces between them"),
    "duration": (lambda text: _DURATION.fullmatch(text) is not None, "a duration such as P1DT2H"),
}
"""Each with what a value should have been."""
