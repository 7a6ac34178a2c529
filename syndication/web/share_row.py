"""The share row of a page: the site's networks, then what every page can do."""

from syndication.share import Shareable, ShareLink, links, ordered

_EVERYWHERE = ("qr", "print")


def share_row(story: Shareable) -> tuple[ShareLink, ...]:
    """Return the links. The QR code and printing follow the site's own order, unless it names or refuses them."""
    own = [network.id for network in ordered(story.sharing)]
    return links(story, dict.fromkeys([*own, *(i for i in _EVERYWHERE if i not in story.sharing.without)]))
