"""What single aggregators want in an RSS item or channel besides the usual: their namespaces, our facts.

Each part does nothing unless the profile has the extension. Scripts and advertisements come from the
site's configuration only, never from the wire.
"""

from datetime import datetime

from lxml.etree import CDATA, SubElement, _Element

from syndication.model import Article, Profile
from syndication.render import address, licensing, story
from syndication.render.dates import rfc822, rfc3339
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import line
from syndication.render.rss_namespaces import namespaces
from syndication.xmlns import ATOM, CONTENT, DCTERMS, GNF, MEDIA, MI, NB, OA, SLASH, SNF, WEBFEEDS

_REFERENCES = 5
_PUBLISHED, _WITHDRAWN = "2", "0"


def append_partners(
    item: _Element, article: Article, profile: Profile, media: list[MediaFile], page: str
) -> None:
    """Append what the aggregator wants to know of a story that is published."""
    used = namespaces(profile)
    _signals(item, article, profile)
    _valid(item, article, profile)
    if profile.drop_long_description:
        _drop_long_description(item)
    if profile.item_thumbnail and (small := next((m.thumbnail for m in media if m.thumbnail), None)):
        SubElement(item, f"{{{MEDIA}}}thumbnail", url=small)
    if profile.enclose_all:
        enclosed = {element.get("url") for element in item.iterfind("enclosure")}
        for file in media:
            if file.enclosable and file.media.kind in {"picture", "graphic"} and file.href not in enclosed:
                attributes = {"url": file.href, "length": str(file.length), "type": str(file.media_type)}
                SubElement(item, "enclosure", attributes)
    if "slash" in used and article.comments:
        SubElement(item, f"{{{SLASH}}}comments").text = str(len(article.comments))
    if "mi" in used:
        _msn(item, article, profile)
    if "snf" in used:
        _smartnews(item, profile)
    if "oa" in used:
        _line_news(item, article, profile, page)
    if "nb" in used:
        _say(item, NB, "scripts", profile.site.partners.newsbreak.scripts, cdata=True)
        _say(item, NB, "disclosure", line(profile.site.partners.newsbreak.disclosure))
    if "rsl" in used and (terms := licensing.licence_of(profile.site, page)):
        licensing.append_rsl(item, terms, page, profile.site.base_url)


def append_withdrawn(item: _Element, article: Article, profile: Profile) -> None:
    """Append the mark of a killed story that stays in the feed, and when it was killed."""
    _signals(item, article, profile)
    if profile.delete_signal == "media:status state":
        SubElement(item, f"{{{MEDIA}}}status", state="deleted")


def append_channel(channel: _Element, profile: Profile, updated: datetime) -> None:
    """Append what the aggregator wants to know of the site."""
    used = namespaces(profile)
    if profile.channel_date:
        SubElement(channel, "pubDate").text = rfc822(updated, profile.date_zone)
    if "snf" in used:
        ours = profile.site.partners.smartnews
        for name, href in (("logo", ours.logo), ("darkModeLogo", ours.dark_mode_logo)):
            if found := address.absolute(href, profile.site.base_url):
                SubElement(SubElement(channel, f"{{{SNF}}}{name}"), "url").text = found
    if "webfeeds" in used:
        brand, base = profile.site.brand, profile.site.base_url
        if cover := address.absolute(brand.cover, base):
            SubElement(channel, f"{{{WEBFEEDS}}}cover", image=cover)
        _say(channel, WEBFEEDS, "icon", address.absolute(brand.icon, base))
        _say(channel, WEBFEEDS, "logo", address.absolute(brand.logo, base))
        _say(channel, WEBFEEDS, "accentColor", line(brand.accent_color).lstrip("#"))


def _signals(item: _Element, article: Article, profile: Profile) -> None:
    """Append how this aggregator is told of corrections and kills."""
    killed = article.pub_status == "canceled"
    moved = rfc822(article.modified, profile.date_zone)
    if profile.update_signal == "oa:lastPubDate":
        _say(item, OA, "lastPubDate", moved)
    elif profile.update_signal == "gnf:modified":
        _say(item, GNF, "modified", moved)
    if profile.delete_signal == "oa:pubStatus":
        _say(item, OA, "pubStatus", _WITHDRAWN if killed else _PUBLISHED)
    elif profile.delete_signal == "media:status text":
        _say(item, MEDIA, "status", "deleted" if killed else "active")


def _valid(item: _Element, article: Article, profile: Profile) -> None:
    """Append when the story ends (DCMI Period); a start would be taken for the date of publication."""
    if profile.expiry and article.expires:
        end = f"end={rfc3339(article.expires)}; scheme=W3C-DTF"
        SubElement(item, f"{{{DCTERMS}}}valid").text = end


def _drop_long_description(item: _Element) -> None:
    """Remove a description that is no shorter than the body (Google takes the longer of the two)."""
    description, body = item.find("description"), item.findtext(f"{{{CONTENT}}}encoded")
    if description is not None and body is not None and len(description.text or "") >= len(body):
        item.remove(description)


def _msn(item: _Element, article: Article, profile: Profile) -> None:
    ours = profile.site.partners.msn
    _say(item, DCTERMS, "alternative", line(article.subheadline))
    for name in story.creators(article):
        SubElement(SubElement(item, f"{{{ATOM}}}author"), f"{{{ATOM}}}name").text = name
    if profile.max_title and len(story.title(article)) > profile.max_title:
        short = next((h.text for h in article.headlines if h.role == "short"), None)
        _say(item, MI, "shortTitle", line(short))
    if article.created:
        _say(item, MI, "dateTimeWritten", rfc3339(article.created))
    for content in item.iterfind(f"{{{MEDIA}}}content"):
        if content.get("medium") == "image":
            if ours.syndication_rights is not None:
                _say(content, MI, "hasSyndicationRights", str(int(ours.syndication_rights)))
            _say(content, MI, "licenseId", line(ours.license_id))
            _say(content, MI, "licensorName", line(ours.licensor_name))


def _smartnews(item: _Element, profile: Profile) -> None:
    ours, base = profile.site.partners.smartnews, profile.site.base_url
    _say(item, SNF, "analytics", ours.analytics, cdata=True)
    if ours.sponsored_links:
        advertisement = SubElement(item, f"{{{SNF}}}advertisement")
        for shown in ours.sponsored_links:
            if href := address.absolute(shown.link, base):
                known = {"link": href, "title": line(shown.title), "advertiser": line(shown.advertiser)}
                known["thumbnail"] = address.absolute(shown.thumbnail, base) or ""
                said = {name: value for name, value in known.items() if value}
                SubElement(advertisement, f"{{{SNF}}}sponsoredLink", said)


def _line_news(item: _Element, article: Article, profile: Profile, page: str) -> None:
    ours = profile.site.partners.line
    named = (value for s in article.subjects for value in (s.qcode, s.name) if value)
    number = next((ours.categories[n] for n in named if n in ours.categories), ours.category)
    _say(item, OA, "category", None if number is None else str(number))
    for href, title in story.related(article, page)[:_REFERENCES]:
        reference = SubElement(item, f"{{{OA}}}reflink")
        _say(reference, OA, "refTitle", title or href)
        _say(reference, OA, "refUrl", href)


def _say(parent: _Element, namespace: str, name: str, text: str | None, *, cdata: bool = False) -> None:
    """Append an element with text; a script is CDATA unless it would end the section early."""
    if text:
        whole = cdata and "]]>" not in text
        SubElement(parent, f"{{{namespace}}}{name}").text = CDATA(text) if whole else text
