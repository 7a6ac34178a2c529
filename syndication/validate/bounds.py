"""How much a document may hold to be judged here: reading more would take gigabytes, however few bytes it has.

A sitemap of 50,000 addresses with all that may stand in it has 900,000 tags; no feed comes near. What is counted
are the bytes that begin things, so that the count costs nothing beside the reading.
"""

from collections.abc import Mapping

from syndication.validate.finding import Fault

_TAGS = (b"<", b"&lt;", b"\\u003c", b"\\u003C")
_ATTRIBUTES = (b"=",)
_VALUES = (b"{", b"[")
_MEMBERS = (b",",)
_MOST: Mapping[str, tuple[tuple[bytes, ...], int]] = {
    "tags": (_TAGS, 2_000_000),
    "attributes": (_ATTRIBUTES, 4_000_000),
}
_MOST_OF_JSON: Mapping[str, tuple[tuple[bytes, ...], int]] = {
    "tags": (_TAGS, 2_000_000),
    "objects and lists": (_VALUES, 500_000),
    "members": (_MEMBERS, 2_000_000),
}


def beyond(data: bytes, *, json: bool) -> Fault | None:
    """Return what a document has too much of, None where it can be read."""
    for what, (marks, most) in (_MOST_OF_JSON if json else _MOST).items():
        count = sum(map(data.count, marks))
        if count > most:
            return Fault(None, f"it has about {count:,} {what}, and no more than {most:,} are read")
    return None
