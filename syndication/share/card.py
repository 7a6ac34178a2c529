"""How a network shows a shared story: which picture in which shape, and where it cuts the words."""

from typing import Literal, TypeAlias

import msgspec

from syndication.model import graphemes
from syndication.share.clean_text import clean
from syndication.share.picture import Picture
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut
from syndication.vocabulary.card_looks import LOOKS, Look

Layout: TypeAlias = Literal["large", "small", "none"]


class Shown(msgspec.Struct, frozen=True):
    """A text as the network shows it, `length` graphemes in whole; `whole` says that nothing was cut."""

    text: str
    length: int
    whole: bool


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A story on one network; `host` is the line that says where the link leads."""

    id: str
    name: str
    title: Shown
    description: Shown | None
    picture: Picture | None
    layout: Layout
    shape: str
    host: str


def cards(story: Shareable) -> tuple[Card, ...]:
    """Return the story's card on X, Facebook, WhatsApp, LinkedIn and Google, in this order."""
    return tuple(_card(story, look) for look in LOOKS)


def _card(story: Shareable, look: Look) -> Card:
    layout = _layout(look, story.picture)
    # On X the small card has room for the description, the large one has not.
    room = look.description or (200 if look.id == "x" and layout != "large" else 0)
    return Card(
        id=look.id,
        name=look.name,
        title=_shown(story.headline or clean(story.site.title), look.title),
        description=_shown(story.summary, room) if room and story.summary else None,
        picture=story.picture if layout != "none" else None,
        layout=layout,
        shape=look.shape,
        host=story.address.host if story.address else "",
    )


def _layout(look: Look, picture: Picture | None) -> Layout:
    if picture is None:
        return "none"
    if look.large is None:
        return "small"
    if picture.width is None or picture.height is None:
        return "large"  # the network measures the file itself
    return "large" if picture.width >= look.large[0] and picture.height >= look.large[1] else "small"


def _shown(text: str, limit: int) -> Shown:
    length = graphemes.length(text)
    return Shown(cut(text, limit), length, length <= limit)
