"""The card of X, which Slack, Discord and Telegram read too, and the maker's fediverse handle."""

from collections.abc import Iterator

from syndication.share.element import Element, named
from syndication.share.open_graph import DESCRIPTION
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut
from syndication.share.wording import wording

_TITLE = 70
_ALT = 420


def elements(story: Shareable) -> Iterator[Element]:
    """Yield the elements in order. Slack and others do not all fall back to Open Graph, so nothing is spared."""
    picture = story.picture
    yield from named("twitter:card", "summary_large_image" if picture and picture.is_large else "summary")
    yield from named("twitter:site", _handle(story.sharing.x_handle))
    known = [found for name in story.persons if (found := story.sharing.author(name))]
    yield from named("twitter:creator", _handle(next((k.x for k in known if k.x), None)))
    yield from named("twitter:title", cut(story.headline, _TITLE))
    yield from named("twitter:description", cut(story.summary, DESCRIPTION))
    if picture:
        yield from named("twitter:image", picture.url)
        yield from named("twitter:image:alt", cut(picture.alt or "", _ALT))
    minutes, said = story.article.reading_minutes, wording(story.article.language, story.site.language)
    label = said.reading_time if story.sharing.reading_label is None else story.sharing.reading_label
    if minutes and label:
        yield from named("twitter:label1", label)
        yield from named("twitter:data1", said.minutes.format(count=minutes))
    maker = next((k.fediverse for k in known if k.fediverse), story.sharing.fediverse_creator)
    yield from named("fediverse:creator", maker)


def _handle(handle: str | None) -> str | None:
    return f"@{handle.removeprefix('@')}" if handle else None
