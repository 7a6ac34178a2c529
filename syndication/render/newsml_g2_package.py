"""NewsML-G2 2.35: a feed as one packageItem, the stories in its order as references (2.35, "packageItem")."""

from collections.abc import Sequence
from datetime import datetime

from lxml.etree import Element, _Element, tostring

from syndication.model import Article, Feed, Profile, identity
from syndication.model.article import Rights
from syndication.render import newsml_g2, story
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.newsml_g2_meta import NSMAP, add
from syndication.render.newsml_g2_rights import append_rights
from syndication.render.plain_text import line
from syndication.xmlns import NAR, XML

MEDIA_TYPE = "application/vnd.iptc.g2.packageitem+xml"
EXTENSION = ".newsml-g2-package.xml"
_END = b"</group></groupSet></packageItem>"
_ROOT = "main"


def entry(article: Article, profile: Profile) -> bytes:
    """Return the itemRef, b"" for a story that is not to be published: a kill is an absent reference."""
    if article.pub_status != "usable":
        return b""
    site = profile.site
    reference = Element(
        f"{{{NAR}}}itemRef",
        {
            "residref": story.guid(article),
            "version": str(max(1, article.version)),
            "contenttype": newsml_g2.ITEM_TYPE,
            "href": f"{site.base_url}/articles/{identity.short_id(article.guid)}{newsml_g2.EXTENSION}",
        },
        nsmap=NSMAP,
    )
    add(reference, "itemClass", qcode=f"ninat:{article.item_class}")
    provider = line(article.provider) or line(site.title)
    add(add(reference, "provider", literal=provider), "name", provider)
    add(reference, "versionCreated", rfc3339(article.modified))
    add(reference, "pubStatus", qcode="stat:usable")
    title = add(reference, "title", story.title(article))
    _tagged(title, article.language)
    if summary := story.summary(article):
        _tagged(add(reference, "description", summary, role="drol:summary"), article.language)
    return entry_bytes(reference, f"{{{NAR}}}packageItem", NSMAP)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the package; its version is the second of its newest change, so it only rises."""
    site = profile.site
    package = Element(
        f"{{{NAR}}}packageItem",
        {
            "guid": site.feed_id(feed, EXTENSION),
            "version": str(max(1, int(updated.timestamp()))),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
        },
        nsmap=NSMAP,
    )
    _tagged(package, feed.language or site.language)
    add(package, "catalogRef", href=newsml_g2.CATALOGUE)
    rights = Rights(notice=site.copyright, usage_terms=site.usage_terms)
    append_rights(package, rights, site.licensing.tdm)
    meta = add(package, "itemMeta")
    add(meta, "itemClass", qcode="ninat:composite")
    provider = line(site.title) or feed.name
    add(add(meta, "provider", literal=provider), "name", provider)
    add(meta, "versionCreated", rfc3339(updated))
    add(meta, "pubStatus", qcode="stat:usable")
    add(meta, "title", line(feed.title) or feed.name)
    content = add(package, "contentMeta")
    add(content, "headline", line(feed.title) or feed.name)
    if description := line(feed.description):
        add(content, "description", description)
    group = add(add(package, "groupSet", root=_ROOT), "group", id=_ROOT, role="group:main", mode="pgrmod:seq")
    group.text = ""  # written as two tags, to be joined between
    whole = tostring(package, encoding="UTF-8", xml_declaration=True)
    return b"".join((whole.removesuffix(_END), *entries, _END))


def _tagged(element: _Element, language: str | None) -> None:
    if tag := story.language(language):
        element.set(f"{{{XML}}}lang", tag)


FORMAT = FeedFormat("newsml-g2-package", MEDIA_TYPE, EXTENSION, entry, document)
