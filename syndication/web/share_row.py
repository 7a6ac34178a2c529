"""The share row of a page: the site's networks, then what every page can do, in the reader's language."""

import msgspec

from syndication.share import Shareable, ShareLink, links, ordered
from syndication.web.labels import Labels

_EVERYWHERE = ("qr", "print")


def share_row(story: Shareable, labels: Labels) -> list[ShareLink]:
    """Return the links; what is no brand has its name in the language of `labels`.

    The QR code and printing follow the site's own order, unless it names them or switches them off.
    """
    names = {
        "copy": labels.copy,
        "native": labels.native,
        "print": labels.print,
        "qr": labels.qr,
        "email": labels.email,
        "sms": labels.sms,
    }
    own = [network.id for network in ordered(story.sharing)]
    ids = dict.fromkeys([*own, *(i for i in _EVERYWHERE if i not in story.sharing.without)])
    return [
        msgspec.structs.replace(found, name=names.get(found.id, found.name)) for found in links(story, ids)
    ]
