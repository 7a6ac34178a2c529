"""How a network shows a shared story: which picture in which shape, and where it cuts the words.

X's 70 characters and WhatsApp's 80 of the description are the networks' own figures, and so are the sizes from
which pictures are shown large. The other cuts fall where a line of the card ends, which differs by a few
characters with the letters and the screen.
"""

from typing import Literal, NamedTuple, TypeAlias

import msgspec

from syndication.share import graphemes
from syndication.share.clean_text import clean
from syndication.share.picture import Picture
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut

Layout: TypeAlias = Literal["large", "small", "none"]


class Look(NamedTuple):
    """One network's card. Lengths in graphemes, 0 where it is not shown; `large` is the least size for that."""

    id: str
    name: str
    title: int
    description: int
    large: tuple[int, int] | None
    shape: str


LOOKS = (
    Look("x", "X", 70, 0, (300, 157), "1.91:1"),
    Look("facebook", "Facebook", 88, 110, (600, 315), "1.91:1"),
    Look("whatsapp", "WhatsApp", 65, 80, (300, 1), "1.91:1"),
    Look("linkedin", "LinkedIn", 119, 0, (401, 1), "1.91:1"),
    Look("google", "Google", 60, 155, None, "1:1"),
)


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
