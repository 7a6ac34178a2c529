"""Articles as the store keeps them: compressed JSON."""

import zlib

from isal import isal_zlib

from syndication.model import Article
from syndication.model.article import decode, encode
from syndication.store.recent import Recent

_LEVEL = 2  # a fifth of the time of zlib's own for a twentieth more bytes
_recent: Recent[Article] = Recent(128)
"""Who stores a story follows it in the same breath, and each format of each feed asks for it then."""


def pack(article: Article) -> bytes:
    """Return the document of an Article."""
    document: bytes = isal_zlib.compress(encode(article), _LEVEL)
    _recent.keep(document, article)
    return document


def unpack(document: bytes) -> Article:
    """Return the Article of a document; the same one for the same document, as long as it is remembered."""
    article = _recent.find(document)
    if article is None:
        article = decode(zlib.decompress(document))
        _recent.keep(document, article)
    return article
