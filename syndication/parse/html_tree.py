"""HTML text to a tree, with bounds on what a hostile page may cost. Nothing is ever fetched."""

import re
from typing import TypeAlias, cast

import lxml.etree

from syndication.errors import UnreadableCopy
from syndication.on_demand import Expression
from syndication.parse import characters
from syndication.printable import printable
from syndication.prose.characters import twice_escaped

Element: TypeAlias = lxml.etree._Element  # noqa: SLF001 - the type has no public name
# The parser's own limit is 2,048 with `huge_tree`; what lies deeper it drops without an exception.
_DEEPEST = "Excessive depth"
# Attributes of one tag cost their number squared (100,000 of them: 11 s), so they are counted before.
_MOST_ATTRIBUTES = 1000
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)?"""
# Nothing follows the last group, so it never goes back. Possessive groups fail wrongly before Python 3.11.5.
_TAG = Expression(rf"<(?:!--|([A-Za-z][^\s/>]*+)(?:[\s/]++|=|{_ATTRIBUTE})*)")
_EACH = Expression(_ATTRIBUTE)
_TEXTS = lxml.etree.XPath("descendant::text()", smart_strings=False)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
_REFERENCE = Expression(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));", re.IGNORECASE
)
# Numbers that pages mean as windows-1252 (HTML §13.2.5.80).
_NO_BLANKS = Expression("[\u200b\u2060\ufeff]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


def tree(text: str, where: str) -> Element:
    """Return the root (`html`) of a page or of a piece of HTML; raise UnreadableCopy for a hostile or empty one."""
    if _costly(text):
        raise UnreadableCopy(f"a tag with more than {_MOST_ATTRIBUTES} attributes", where)
    parser = lxml.etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root: Element | None = lxml.etree.fromstring(_REFERENCE.sub("", text).encode("utf-8"), parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableCopy(f"no HTML in it: {error}", where) from error
    if root is None:
        raise UnreadableCopy("no HTML in it: Document is empty", where)
    if root.find("head") is None:
        root.insert(0, lxml.etree.Element("head"))
    if root.find("body") is None:
        root.append(lxml.etree.Element("body"))
    if any(_DEEPEST in entry.message for entry in parser.error_log):
        raise UnreadableCopy("HTML nested too deeply", where)
    return root


def words(text: str | None) -> str:
    """Return text of the tree as people mean it: C1 controls read as windows-1252, forbidden ones out.

    Blanks without width are no words either; soft hyphens and joiners stay. What was escaped twice is decoded.
    """
    if not text:
        return ""
    text = twice_escaped(text)
    if printable(text):  # no control among them
        return text
    return characters.clean(_NO_BLANKS.sub("", text.translate(_C1))).text


def line(text: str | None) -> str:
    """Return `words` on one line, runs of blanks as one (CSS Text §4.1.1)."""
    if (
        text and printable(text) and "  " not in text and "&" not in text
    ):  # of all blanks only the plain one is printable
        return text.strip()
    return " ".join(words(text).split())


def all_words(element: Element) -> str:
    """Return the words below an element on one line, elements parted by blanks."""
    return line(" ".join(pieces(element)) if len(element) else element.text)


def pieces(element: Element) -> list[str]:
    """Return the runs of text below an element in reading order, at a third of the cost of `itertext`."""
    return cast(list[str], _TEXTS(element))


def _costly(text: str) -> bool:
    """Tell whether a tag has too many attributes; what a comment or a script hides does not count."""
    at = 0
    folded = text.lower()
    while found := _TAG.search(text, at):
        at = found.end()
        name = (found[1] or "!--").lower()
        if at - found.start() > _LONG_TAG and len(_EACH.findall(found.group())) > _MOST_ATTRIBUTES:
            return True
        closing = "-->" if name == "!--" else f"</{name}" if name in _RAW else None
        if closing:
            at = folded.find(closing, at)
            if at < 0:
                return False  # it never ends: the rest is no tag
    return False
