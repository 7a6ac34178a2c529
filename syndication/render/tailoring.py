"""A story as one profile wants its addresses, before any format renders it."""

import re
from typing import TypeVar

import msgspec

from syndication.model import Article, Profile
from syndication.model.article import Link, Media
from syndication.model.blocks import Block, Preformatted

_HREF = re.compile(r"""(\shref\s*=\s*["']?\s*)http:(?=//)""", re.IGNORECASE)
_HTTP = re.compile(r"\s*http:(?=//)", re.IGNORECASE)
_T = TypeVar("_T")


def tailored(article: Article, profile: Profile) -> Article:
    """Return the story with every http address raised to https, where `profile` wants that.

    The story itself where it does not. Never used for the guid: that stays what it was.
    """
    if not profile.https:
        return article
    return msgspec.structs.replace(
        article,
        url=_raised(article.url),
        media=tuple(_media(media) for media in article.media),
        links=tuple(_link(link) for link in article.links),
        body=tuple(_block(block) for block in article.body),
    )


def _raised(href: str | None) -> str | None:
    return _HTTP.sub("https:", href, count=1) if href and _HTTP.match(href) else href


def _media(media: Media) -> Media:
    files = tuple(msgspec.structs.replace(r, href=_raised(r.href)) for r in media.renditions)
    return msgspec.structs.replace(media, renditions=files)


def _link(link: Link) -> Link:
    return msgspec.structs.replace(link, href=_raised(link.href))


def _block(block: Block) -> Block:
    if isinstance(block, Preformatted):  # plain words, no markup
        return block
    changed = {name: _in_markup(getattr(block, name)) for name in block.__struct_fields__}
    if "href" in changed:
        changed["href"] = _raised(changed["href"])
    return msgspec.structs.replace(block, **changed)


def _in_markup(value: _T) -> _T:
    """Return a field of a block, with the links inside its markup raised."""
    if isinstance(value, str):
        return _HREF.sub(r"\1https:", value)  # type: ignore[return-value]  # a str for a str
    if isinstance(value, tuple):
        return tuple(_in_markup(v) for v in value)  # type: ignore[return-value]  # a tuple for a tuple
    return value
