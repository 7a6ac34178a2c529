"""The inline HTML of a block, rebuilt from its allow-list: balanced, escaped once, absolute links only.

Nothing is passed through: tags are written anew, words are decoded and escaped, so what comes out is
well-formed both as HTML and as XML whatever came in.
"""

import html
import re

from syndication.model.blocks import INLINE_TAGS
from syndication.on_demand import Expression
from syndication.printable import printable
from syndication.render import address
from syndication.render.plain_text import clean

_PART = Expression(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[A-Za-z/!?][^<>]*>")
_HREF = Expression(r"""(?:^|[\s"'/])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def words(text: str) -> str:
    """Return plain text escaped for element content; line ends are LF."""
    if not printable(text):
        text = clean(text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
    return html.escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def attribute(text: str) -> str:
    """Return plain text escaped for an attribute in quotation marks."""
    return html.escape(clean(text))


def inline(text: str, page: str) -> str:
    """Return the markup of one text; links are absolute against `page`, others lose the tag, not the words."""
    if "<" not in text:
        return words(html.unescape(text)) if "&" in text else words(text)
    out: list[str] = []
    still_open: list[str] = []
    done = 0
    for part in _PART.finditer(text):
        out.append(words(html.unescape(text[done : part.start()])))
        done = part.end()
        name = (part[2] or "").lower()
        if name not in INLINE_TAGS:
            continue
        if name == "br":
            out.append("<br/>")
        elif part[1]:
            _close(name, still_open, out)
        elif name not in still_open:  # no element inside its like: bounds the depth, keeps links apart
            _open(name, part[3], page, still_open, out)
    out.append(words(html.unescape(text[done:])))
    out.extend(f"</{name}>" for name in reversed(still_open))
    return "".join(out)


def _open(name: str, attributes: str, page: str, still_open: list[str], out: list[str]) -> None:
    if name != "a":
        out.append(f"<{name}>")
    else:
        found = _HREF.search(attributes)
        value = html.unescape(next(filter(None, found.groups()), "")) if found else ""
        href = address.absolute(value, page, address.LINK)
        if href is None:
            return
        out.append(f'<a href="{attribute(href)}">')
    still_open.append(name)


def _close(name: str, still_open: list[str], out: list[str]) -> None:
    if name in still_open:
        while True:
            inner = still_open.pop()
            out.append(f"</{inner}>")
            if inner == name:
                return
