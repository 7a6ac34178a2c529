"""OPML 2.0: a list of feeds."""

from collections.abc import Iterator

from syndication.validate import element_grammar
from syndication.validate.datatypes import web
from syndication.validate.document import Document, Story, Value
from syndication.validate.element_grammar import grammar
from syndication.validate.feed_elements import addresses, first
from syndication.validate.finding import Breach, Element, Fault, shown

GRAMMAR = grammar(
    "",
    """
    opml @version:1.0|1.1|2.0 : ~ head body
    head : title?:text dateCreated?:rfc822 dateModified?:rfc822 ownerName?:text ownerEmail?:mail ownerId?:reference docs?:reference expansionState?:lines vertScrollState?:integer windowTop?:integer windowLeft?:integer windowBottom?:integer windowRight?:integer
    body : outline+
    outline @text:nonempty @type?:text @created?:rfc822 @isComment?:boolean @isBreakpoint?:boolean @... : outline*
    """,
)
_ADDRESSES = ("xmlUrl", "htmlUrl", "url")
_LINKS = {"link", "include"}


def recognises(root: Element) -> bool:
    """Tell OPML by its root."""
    return root.tag == "opml"


def read(root: Element, data: bytes) -> Document:
    """Return each outline that is a feed as a story whose link is the feed's address."""
    feeds = [outline for outline in root.iter("outline") if outline.get("xmlUrl") is not None]
    named = (Value(o.get(name) or "", o) for o in feeds for name in _ADDRESSES if o.get(name) is not None)
    return Document(
        format="opml",
        data=data,
        root=root,
        title=first(root, "head/title"),
        stories=tuple(_story(outline) for outline in feeds),
        addresses=(*addresses(root), *named),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against OPML 2.0 ("Subscription lists")."""
    root = document.root
    if root is None:
        return
    yield from element_grammar.check(root, GRAMMAR)
    for outline in root.iter("outline"):
        if outline.get("type") == "rss" and outline.get("xmlUrl") is None:
            yield Breach(
                "attribute-missing", Fault(outline, "an outline of type rss lacks its attribute xmlUrl")
            )
        kind = outline.get("type")
        if kind in _LINKS and outline.get("url") is None:
            said = f"an outline of type {kind} lacks its attribute url"
            yield Breach("attribute-missing", Fault(outline, said))
        for name in _ADDRESSES:
            href = outline.get(name)
            if href is not None and not web(href):
                yield Breach(
                    "value", Fault(outline, f"{name} is {shown(href)}, not an absolute http address")
                )


def _story(outline: Element) -> Story:
    address = Value(outline.get("xmlUrl") or "", outline)
    return Story(
        node=outline,
        guid=address,
        permalink=True,
        link=address,
        title=Value(outline.get("text") or "", outline),
    )
