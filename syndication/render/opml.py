"""OPML 2.0: the list of a site's feeds, for readers to subscribe to at once (opml.org/spec2)."""

from collections.abc import Iterable
from datetime import datetime

from lxml.etree import Element, SubElement, tostring

from syndication.model import Feed, Site
from syndication.render import atom, rss, story
from syndication.render.dates import rfc822
from syndication.render.plain_text import line

MEDIA_TYPE = "text/x-opml"
# Best first; "type" is rss for every feed that a reader takes ("Subscription lists").
_SUBSCRIBED = ((rss.FORMAT, "RSS2"), (atom.FORMAT, None))


def document(feeds: Iterable[Feed], site: Site, updated: datetime | None = None) -> bytes:
    """Return the list, in the order given; a feed in no format that readers take is not in it.

    b"" where that leaves none: a body has one outline or more ("What is a <body>?").
    """
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    SubElement(head, "title").text = line(site.title)
    if updated:
        SubElement(head, "dateModified").text = rfc822(updated)
    SubElement(head, "ownerName").text = line(site.title)
    SubElement(head, "ownerId").text = site.base_url
    body = SubElement(root, "body")
    for feed in feeds:
        form, version = next(((f, v) for f, v in _SUBSCRIBED if f.name in feed.formats), (None, None))
        if form is None:
            continue
        title = line(feed.title) or feed.name
        known = {
            "type": "rss",
            "text": title,
            "title": title,
            "xmlUrl": site.feed(feed.name, form.extension),
            "htmlUrl": site.feed(feed.name),
            "description": line(feed.description),
            "language": story.language(feed.language or site.language),
            "version": version,
        }
        SubElement(body, "outline", {name: value for name, value in known.items() if value})
    return b"" if not len(body) else tostring(root, encoding="UTF-8", xml_declaration=True)
