"""Elements as bytes that fit between their like: the namespaces stay on the root of the document."""

from lxml.etree import Element, _Element, tostring


def entry_bytes(entry: _Element, root: str, nsmap: dict[str, str]) -> bytes:
    """Return the bytes of `entry` as they stand inside a `root` that declares `nsmap`.

    Moving the element under such a root makes lxml use the prefixes declared there and drop the
    element's own declarations, so the cut piece is the same as in a document rendered whole.
    """
    around = Element(root, nsmap=nsmap)
    around.append(entry)
    return inner_bytes(around)


def inner_bytes(root: _Element) -> bytes:
    """Return the bytes of what stands inside `root`, without its tags; it holds one element at least."""
    whole = tostring(root, encoding="UTF-8")
    return whole[whole.index(b">") + 1 : whole.rindex(b"</")]
