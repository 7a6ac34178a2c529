"""What single aggregators want in an RSS item besides the usual: their namespaces, our facts.

Nothing comes of an element whose namespace the profile has not. Scripts and advertisements come from the
site's configuration only, never from the wire.
"""

from lxml.etree import Element

from syndication.model import Article, Profile
from syndication.render import address, licensing, msn_elements, story
from syndication.render.dates import rfc822
from syndication.render.elements import Elements, cdata
from syndication.render.entry_bytes import inner_bytes
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import clean, line
from syndication.render.rss_namespaces import namespaces
from syndication.xmlns import RSL

_REFERENCES = 5
_PUBLISHED, _WITHDRAWN = "2", "0"


def add_partners(
    item: Elements, article: Article, profile: Profile, media: list[MediaFile], page: str
) -> None:
    """Add what the aggregator wants to know of a story that is published."""
    used = namespaces(profile)
    _add_signals(item, article, profile)
    msn_elements.add_end(item, article, profile)
    if profile.item_thumbnail and (small := next((m.thumbnail for m in media if m.thumbnail), None)):
        item.add("media:thumbnail", url=small)
    if profile.enclose_all:
        _add_enclosures(item, media)
    if article.comments:
        item.add("slash:comments", str(len(article.comments)))
    if "mi" in used:
        _add_msn(item, article, profile)
    if "snf" in used:
        _add_smartnews(item, profile)
    if "oa" in used:
        _add_line_news(item, article, profile, page)
    if "nb" in used:
        newsbreak = profile.site.partners.newsbreak
        _add_script(item, "nb:scripts", newsbreak.scripts)
        _say(item, "nb:disclosure", line(newsbreak.disclosure))
    if "rsl" in used and (terms := licensing.licence_of(profile.site, page)):
        root = Element("rss", nsmap={"rsl": RSL})
        licensing.append_rsl(root, terms, page, profile.site.base_url)
        item.add_ready(inner_bytes(root).decode())


def add_withdrawn(item: Elements, article: Article, profile: Profile) -> None:
    """Add the mark of a killed story that stays in the feed, and when it was killed."""
    _add_signals(item, article, profile)
    if profile.delete_signal == "media:status state":
        item.add("media:status", state="deleted")


def _add_signals(item: Elements, article: Article, profile: Profile) -> None:
    """Add how this aggregator is told of corrections and kills."""
    killed = article.pub_status == "canceled"
    if profile.update_signal in {"oa:lastPubDate", "gnf:modified"}:
        item.add(profile.update_signal, rfc822(article.modified, profile.date_zone))
    if profile.delete_signal == "oa:pubStatus":
        item.add("oa:pubStatus", _WITHDRAWN if killed else _PUBLISHED)
    elif profile.delete_signal == "media:status text":
        item.add("media:status", "deleted" if killed else "active")


def _add_enclosures(item: Elements, media: list[MediaFile]) -> None:
    """Add an enclosure for each picture that has none: the item already encloses the first file it may."""
    enclosable = [file for file in media if file.enclosable]
    for file in enclosable[1:]:
        if file.media.kind in {"picture", "graphic"} and file.href != enclosable[0].href:
            item.add("enclosure", url=file.href, length=str(file.length), type=file.media_type)


def _add_msn(item: Elements, article: Article, profile: Profile) -> None:
    for name in story.creators(article):
        author = item.inside()
        author.add("atom:name", name)
        item.add_markup("atom:author", str(author))
    msn_elements.add_titles(item, article, profile)


def _add_smartnews(item: Elements, profile: Profile) -> None:
    ours, base = profile.site.partners.smartnews, profile.site.base_url
    _add_script(item, "snf:analytics", ours.analytics)
    if ours.sponsored_links:
        links = item.inside()
        for shown in ours.sponsored_links:
            if href := address.absolute(shown.link, base):
                links.add(
                    "snf:sponsoredLink",
                    link=href,
                    title=line(shown.title),
                    advertiser=line(shown.advertiser),
                    thumbnail=address.absolute(shown.thumbnail, base),
                )
        item.add_markup("snf:advertisement", str(links) or None)


def _add_line_news(item: Elements, article: Article, profile: Profile, page: str) -> None:
    ours = profile.site.partners.line
    named = (value for s in article.subjects for value in (s.qcode, s.name) if value)
    number = next((ours.categories[n] for n in named if n in ours.categories), ours.category)
    _say(item, "oa:category", None if number is None else str(number))
    for href, title in story.related(article, page)[:_REFERENCES]:
        reference = item.inside()
        reference.add("oa:refTitle", title or href)
        reference.add("oa:refUrl", href)
        item.add_markup("oa:reflink", str(reference))


def _add_script(item: Elements, name: str, script: str | None) -> None:
    if script:
        item.add_markup(name, cdata(clean(script)))


def _say(item: Elements, name: str, text: str | None) -> None:
    if text:
        item.add(name, text)
