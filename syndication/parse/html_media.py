"""Pictures, recordings and embedded posts of a page, as media items and embeds."""

from typing import Literal, TypeAlias

from syndication.model.article import Media, Rendition
from syndication.model.blocks import Embed
from syndication.on_demand import Expression
from syndication.parse import html_furniture, html_tree
from syndication.parse.addresses import resolve
from syndication.parse.captions import Caption, caption
from syndication.parse.html_inline import inline
from syndication.parse.html_tree import Element

Kind: TypeAlias = Literal["picture", "video", "audio", "graphic"]
_CREDIT_NAMES = frozenset({"credit", "credits", "copyright", "source", "courtesy"})
_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
_SITES = (
    ("twitter.com", "X"), ("x.com", "X"), ("instagram.com", "Instagram"), ("facebook.com", "Facebook"),
    ("youtube.com", "YouTube"), ("youtube-nocookie.com", "YouTube"), ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"), ("dailymotion.com", "Dailymotion"), ("tiktok.com", "TikTok"), ("t.me", "Telegram"),
    ("koo.com", "Koo"), ("threads.net", "Threads"), ("bsky.app", "Bluesky"), ("reddit.com", "Reddit"),
)  # fmt: skip
_POSTS = frozenset(
    {"tweet", "instagram", "tiktok", "reddit", "bluesky", "fb", "telegram", "threads", "mastodon"}
)
_SIZE = Expression(r"\d{1,5}")
_PIXEL = 2


_UNSAID = Caption(None, None)


def figure_caption(figure: Element) -> Caption:
    """Return the caption of a figure (HTML §4.4.12, §4.4.13)."""
    said = figure.find(".//figcaption")
    if said is None:
        said = next((e for e in figure.iter() if is_caption(e)), None)
    if said is None:
        return Caption(None, None)
    source = next((e for e in said.iter() if e is not said and _names_credit(e)), None)
    whole = html_tree.all_words(said)
    if source is None:
        return caption(whole)
    credit = html_tree.all_words(source)
    return caption(html_tree.line(whole.replace(credit, " ", 1)), caption(credit).credit or credit)


def is_caption(element: Element) -> bool:
    """Tell an element that its class calls the caption of a picture."""
    return element.tag in {"p", "div", "span"} and "caption" in html_furniture.names(element)


def picture(image: Element, base: str | None, said: Caption = _UNSAID) -> Media | None:
    """Return the picture of an `img`; None for a tracking pixel and for one without an address."""
    width, height = _size(image.get("width")), _size(image.get("height"))
    if (width is not None and width <= _PIXEL) or (height is not None and height <= _PIXEL):
        return None
    href = next((a for a in (resolve(image.get(name), base) for name in _SOURCES) if a), None)
    href = href or _largest(image.get("srcset") or image.get("data-srcset"), base)
    if not href:
        return None
    return Media(
        guid=href,
        kind="picture",
        caption=said.text,
        credit=said.credit,
        alt=html_tree.line(image.get("alt")) or None,
        renditions=(Rendition(href, width=width, height=height),),
    )


def recording(element: Element, base: str | None, said: Caption = _UNSAID) -> Media | None:
    """Return the media item of a `video` or `audio` element, its sources as renditions."""
    named = [(element.get("src"), element.get("type"))]
    named += [(source.get("src"), source.get("type")) for source in element.iterfind("source")]
    renditions = tuple(
        Rendition(href, media_type=kind or None) for src, kind in named if (href := resolve(src, base))
    )
    if not renditions:
        return None
    kind: Kind = "video" if element.tag == "video" else "audio"
    return Media(renditions[0].href, kind, caption=said.text, credit=said.credit, renditions=renditions)


def frame(element: Element, base: str | None) -> Embed | None:
    """Return what an `iframe` shows, None where its address leads nowhere."""
    href = next((a for a in (resolve(element.get(name), base) for name in _SOURCES) if a), None)
    return Embed(href, provider=site(href)) if href else None


def post(quotation: Element, base: str | None) -> Embed | None:
    """Return a quoted post of a social network: the `blockquote` that its embed code leaves."""
    if not html_furniture.names(quotation) & _POSTS:
        return None
    named = [quotation.get("cite"), quotation.get("data-instgrm-permalink")]
    links = [a.get("href") for a in quotation.iter("a")]
    hrefs = [href for given in (*named, *reversed(links)) if (href := resolve(given, base)) and site(href)]
    return Embed(hrefs[0], inline(quotation, base), site(hrefs[0])) if hrefs else None


def site(href: str) -> str | None:
    """Return the name of the network that an address belongs to."""
    host = href.split("/")[2].lower() if href.count("/") >= 2 else ""
    return next((name for end, name in _SITES if host == end or host.endswith("." + end)), None)


def _names_credit(element: Element) -> bool:
    return bool(html_furniture.names(element) & _CREDIT_NAMES)


def _size(text: str | None) -> int | None:
    found = _SIZE.match((text or "").strip())
    return int(found.group()) if found else None


def _largest(srcset: str | None, base: str | None) -> str | None:
    """Return the last candidate of a `srcset`, by habit the largest (HTML §4.8.4.2.1)."""
    candidates = [part.split()[0] for part in (srcset or "").split(", ") if part.strip()]
    return next((href for given in reversed(candidates) if (href := resolve(given, base))), None)
