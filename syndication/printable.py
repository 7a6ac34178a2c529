"""Text of nothing but printable characters, as most is: told fast, for every story is asked several times.

The blank is the only white space that prints, and nothing that XML forbids does. Long ASCII is asked of its
bytes, which takes a tenth of the time.
"""

_PRINTED = bytes(range(0x20, 0x7F))
_LINES = _PRINTED + b"\n"
_SHORT = 80  # characters up to which the string itself answers sooner


def printable(text: str) -> bool:
    """Say whether every character is printable: no line end among them."""
    if len(text) <= _SHORT or not text.isascii():
        return text.isprintable()
    return not text.encode().translate(None, _PRINTED)


def printable_lines(text: str) -> bool:
    """Say whether every character is printable or a line end (LF)."""
    if text.isascii():
        return not text.encode().translate(None, _LINES)
    return text.replace("\n", "").isprintable()


def flowing(text: str) -> bool:
    """Say whether the text is printable words with one blank between them and none around."""
    return "  " not in text and text[:1] != " " and text[-1:] != " " and printable(text)


def word_count(text: str) -> int:
    """Return how many words the text has, parted by white space."""
    return text.count(" ") + 1 if text.isascii() and text and flowing(text) else len(text.split())
