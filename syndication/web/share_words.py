"""The share buttons in the words of a page: what is no network's own name is said in the reader's language."""

from collections.abc import Iterable, Iterator

import msgspec

from syndication.share import ShareLink
from syndication.web.labels import Labels


def named_in(labels: Labels, links: Iterable[ShareLink]) -> Iterator[ShareLink]:
    """Yield the links, those that are no brands under their names in the language of `labels`."""
    names = {
        "copy": labels.copy,
        "native": labels.native,
        "print": labels.print,
        "qr": labels.qr,
        "email": labels.email,
        "sms": labels.sms,
    }
    for link in links:
        yield msgspec.structs.replace(link, name=names.get(link.id, link.name))
