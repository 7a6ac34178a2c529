"""What the site tells single aggregators about itself: pictures, colours, partner names, scripts."""

import msgspec


class Brand(msgspec.Struct, frozen=True, kw_only=True):
    """Pictures and colour of the site, for readers that show them (webfeeds): addresses, six hex digits."""

    icon: str | None = None
    logo: str | None = None
    cover: str | None = None
    accent_color: str | None = None


class SponsoredLink(msgspec.Struct, frozen=True, kw_only=True):
    """An advertisement that SmartNews shows under a story."""

    link: str
    title: str
    thumbnail: str | None = None
    advertiser: str | None = None


class SmartNews(msgspec.Struct, frozen=True, kw_only=True):
    """SmartFormat 2.2: logos of 700 by 100 pixels, the counting script, advertisements."""

    logo: str | None = None
    dark_mode_logo: str | None = None
    analytics: str | None = None
    sponsored_links: tuple[SponsoredLink, ...] = ()


class Msn(msgspec.Struct, frozen=True, kw_only=True):
    """Partner Hub: who licenses the pictures, and whether MSN may pass them on."""

    syndication_rights: bool | None = None
    license_id: str | None = None
    licensor_name: str | None = None


class NewsBreak(msgspec.Struct, frozen=True, kw_only=True):
    """The counting script and the words that mark sponsored stories."""

    scripts: str | None = None
    disclosure: str | None = None


class LineNews(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers LINE gave for categories: `categories` by Media Topic or subject name, else `category`."""

    category: int | None = None
    categories: dict[str, int] = {}


class Partners(msgspec.Struct, frozen=True, kw_only=True):
    """One table per aggregator that wants facts of its own."""

    smartnews: SmartNews = SmartNews()
    msn: Msn = Msn()
    newsbreak: NewsBreak = NewsBreak()
    line: LineNews = LineNews()
