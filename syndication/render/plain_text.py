"""Text as documents may carry it: only the characters of XML, one line, no markup, cut between graphemes."""

import html
import re
import unicodedata

from syndication.on_demand import Expression
from syndication.printable import printable

# What XML 1.0 §2.2, production [2], leaves out: lone surrogates, not ZWJ, ZWNJ and marks of direction. Said the
# other way round the expression takes 8 ms to compile.
_FORBIDDEN = Expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = Expression(r"[ \t]*[\t\r\n]+[ \t]*")

_HTML_NAMES = (
    "a abbr address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas "
    "caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption "
    "figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd "
    "label legend li link main map mark marquee math menu meta meter nav noscript object ol optgroup option p "
    "param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong "
    "style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var "
    "video wbr"
)
# A tag is told by a name of HTML or by an attribute, so `x <y and z> w` stays as written.
_TAG = Expression(
    rf"</?(?:{'|'.join(_HTML_NAMES.split())})(?:[\s/][^<>]*)?>|<[A-Za-z!?][^<>=]*=[^<>]*>|<!--[^<>]*>",
    re.IGNORECASE,
)
_BEGUN = Expression(r"<[A-Za-z/!?]")  # HTML, "Tag open state"
_DEEPEST = 10
_REFERENCE = Expression(r"&(?:amp;)+|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def clean(text: str) -> str:
    """Return the text without the characters that no XML document may hold (XML 1.0 §2.2)."""
    return text if printable(text) else _FORBIDDEN.sub("", text)


def line(text: str | None) -> str:
    """Return plain words on one line, "" where there are none to see.

    Tags are removed and references decoded until none is left: whoever reads a title as HTML finds no
    markup in it, and nothing is escaped twice. All other code points stay as the wire has them.
    """
    if not text:
        return ""
    marked = "<" in text or ("&" in text and ";" in text)  # without these there is no tag and no reference
    if printable(text) and not marked:
        return text.strip(" ")
    text = clean(text)
    if marked:
        text = _without_markup(text)
    text = _BREAKS.sub(" ", text).strip(" ")
    return text if any(c.isprintable() and not c.isspace() for c in text) else ""


def as_html(text: str) -> str:
    """Return plain words for an element that is read as HTML: escaped where they would be taken for markup.

    Left alone otherwise, so that who reads the element as plain text finds no reference in it.
    """
    return (
        html.escape(text, quote=False)
        if ("<" in text and _BEGUN.search(text)) or html.unescape(text) != text
        else text
    )


def cut(text: str, limit: int) -> str:
    """Return at most `limit` code points: the whole text, or its beginning and an ellipsis.

    The cut falls after a word; inside a word longer than half the limit it falls between two graphemes
    (the rules of UAX #29 that matter: marks, joiners, conjuncts, flags, modifiers stay with their base).
    """
    if len(text) <= limit:
        return text
    end = text.rfind(" ", limit // 2, limit)
    if end < 0:
        end = limit - 1
        while end > 0 and _joined(text, end):
            end -= 1
    return (text[:end].rstrip(" ,;:-–—") or text[: limit - 1]) + "…"


def decimal(number: float) -> str:
    """Return the number with at most six places (a tenth of a metre in degrees), without an exponent."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _without_markup(text: str) -> str:
    for _ in range(_DEEPEST):
        plainer = clean(_REFERENCE.sub(_decoded, _TAG.sub("", text)))
        if plainer == text:
            return text
        text = plainer
    return text.replace("<", "").replace("&", "")  # made to be endless, not written by a newsroom


def _decoded(reference: re.Match[str]) -> str:
    found = reference.group()
    return "&" if found.startswith("&amp;") else html.unescape(found)


def _joined(text: str, at: int) -> bool:
    """Say whether the code points before and after `at` belong to one grapheme."""
    before, after = text[at - 1], text[at]
    return (
        unicodedata.category(after) in {"Mn", "Mc", "Me", "Cf", "Sk"}
        or before == "\u200d"
        or unicodedata.combining(before) == 9  # virama: the conjunct goes on
        or _is_flag(before, after)
    )


def _is_flag(before: str, after: str) -> bool:
    return "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff"
