"""A story as one profile wants its addresses, before any format renders it."""

import re
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from syndication.model import Article, Profile
from syndication.model.article import Media
from syndication.model.blocks import Block, Embed, Preformatted
from syndication.on_demand import Expression

_HREF = Expression(r"""(\shref\s*=\s*["']?\s*)http:(?=//)""", re.IGNORECASE)
_HTTP = Expression(r"\s*http:(?=//)", re.IGNORECASE)
_QUOTED = Expression(r"""\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_QUOTATION_MARK = Expression(r"&quot;|&#0*34;|&#x0*22;", re.IGNORECASE)
_T = TypeVar("_T")
_Change: TypeAlias = Callable[[str], str]


def tailored(article: Article, profile: Profile) -> Article:
    """Return the story with its addresses as `profile` wants them: https for http, quotation marks encoded.

    The story itself where it wants neither. Never used for the guid: that stays what it was.
    """
    if profile.https:
        article = _changed(article, _raised, lambda markup: _HREF.sub(r"\1https:", markup))
    if profile.strict_addresses:
        article = _changed(article, _encoded, lambda markup: _QUOTED.sub(_encoded_link, markup))
    return article


def _changed(article: Article, address: _Change, markup: _Change) -> Article:
    """Return the story with each of its addresses changed, and each text that may hold some."""

    def known(href: str | None) -> str | None:
        return address(href) if href else href

    def media(held: Media) -> Media:
        files = tuple(replace(r, href=address(r.href)) for r in held.renditions)
        return replace(held, renditions=files)

    def block(held: Block) -> Block:
        if isinstance(held, Preformatted):  # plain words, no markup
            return held
        fields = {name: _in_markup(getattr(held, name), markup) for name in held.__struct_fields__}
        if isinstance(held, Embed):
            fields["href"] = address(held.href)
        return replace(held, **fields)

    return replace(
        article,
        url=known(article.url),
        media=tuple(map(media, article.media)),
        links=tuple(replace(link, href=known(link.href)) for link in article.links),
        body=tuple(map(block, article.body)),
    )


def _raised(href: str) -> str:
    return _HTTP.sub("https:", href, count=1) if _HTTP.match(href) else href


def _encoded(href: str) -> str:
    """Return the address as a browser sends it: a quotation mark is no character of a URI (RFC 3986 §2)."""
    return href.replace('"', "%22")


def _encoded_link(attribute: re.Match[str]) -> str:
    begun, mark, value = attribute[0].partition("=")
    value = _QUOTATION_MARK.sub("%22", value)
    if value.lstrip().startswith("'"):
        value = value.replace('"', "%22")
    return begun + mark + value


def _in_markup(value: _T, change: _Change) -> _T:
    """Return a field of a block, with the links inside its markup changed."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]  # a str for a str
    if isinstance(value, tuple):
        return tuple(_in_markup(v, change) for v in value)  # type: ignore[return-value]  # a tuple for a tuple
    return value
