"""The channel of an RSS feed from feedgen, with what it lacks and what single aggregators want to know."""

from datetime import datetime

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from syndication.model import Feed, Profile, Site
from syndication.on_demand import Expression
from syndication.render import address, story
from syndication.render.dates import rfc822
from syndication.render.plain_text import cut, line
from syndication.render.rss_namespaces import namespaces
from syndication.xmlns import ATOM, SNF, WEBFEEDS

MEDIA_TYPE = "application/rss+xml"
EXTENSION = ".rss"
_MAIL = Expression(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+\Z")


class ChannelExtension(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen lacks for a channel: the hub, a build date that says GMT, the aggregators' elements."""

    profile: Profile
    updated: datetime

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces of the root."""
        return namespaces(self.profile)

    def extend_rss(self, feed: _Element) -> None:
        """Complete the channel."""
        channel, profile = feed[0], self.profile
        now = rfc822(self.updated, profile.date_zone)
        built = channel.find("lastBuildDate")
        if built is not None:
            built.text = now
        if profile.hub:
            SubElement(channel, f"{{{ATOM}}}link", href=profile.hub, rel="hub")
        if profile.channel_date:
            SubElement(channel, "pubDate").text = now
        _append_marks(channel, profile)


def channel(feed: Feed, profile: Profile, updated: datetime) -> FeedGenerator:
    """Return the generator of the channel, without items (RSS 2.0, "Required channel elements").

    No `ttl`: how long an edition stays fresh is said by HTTP, and the hub tells of changes.
    """
    site = profile.site
    generator = FeedGenerator()
    generator.title(line(feed.title) or feed.name)
    described = line(feed.description) or line(site.description) or line(site.title) or feed.name
    generator.description(cut(described, profile.max_channel_description or len(described)))
    generator.link(href=site.feed(feed.name, EXTENSION), rel="self", type=MEDIA_TYPE)
    generator.link(href=site.feed(feed.name), rel="alternate")  # feedgen takes the last one for `link`
    generator.generator("syndication")
    generator.lastBuildDate(updated)
    if language := story.language(feed.language or site.language):
        generator.language(language)
    if rights := story.site_rights(site):
        generator.copyright(rights)
    if mail := mail_of(site):
        generator.managingEditor(f"{mail} ({line(site.title)})")
    generator.register_extension("syndication", ChannelExtension, atom=False)
    generator.syndication.profile = profile
    generator.syndication.updated = updated
    return generator


def mail_of(site: Site) -> str | None:
    """Return the site's contact where it is a mail address."""
    return site.contact if site.contact and _MAIL.match(site.contact) else None


def _append_marks(channel: _Element, profile: Profile) -> None:
    """Append the logos, cover and colour by which an aggregator shows the site."""
    used, brand, base = namespaces(profile), profile.site.brand, profile.site.base_url
    if "snf" in used:
        ours = profile.site.partners.smartnews
        for name, href in (("logo", ours.logo), ("darkModeLogo", ours.dark_mode_logo)):
            if found := address.absolute(href, base):
                SubElement(SubElement(channel, f"{{{SNF}}}{name}"), "url").text = found
    if "webfeeds" in used:
        if cover := address.absolute(brand.cover, base):
            SubElement(channel, f"{{{WEBFEEDS}}}cover", image=cover)
        shown = {
            "icon": address.absolute(brand.icon, base),
            "logo": address.absolute(brand.logo, base),
            "accentColor": line(brand.accent_color).lstrip("#"),
        }
        for name, said in shown.items():
            if said:
                SubElement(channel, f"{{{WEBFEEDS}}}{name}").text = said
