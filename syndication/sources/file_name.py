"""Names of files in a folder: which to leave alone, how to show them, how to keep two of the same name."""

import os
from collections.abc import Callable

_UNFINISHED = (".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload")
_LONGEST = 255
_LONGEST_EXTENSION = 16


def unfinished(name: str) -> bool:
    """Say whether the name marks a file that somebody still writes or keeps hidden.

    Hidden names (rsync and FTP servers write into them), editors' `~` copies, and what browsers and
    transfer programs append until they rename.
    """
    return name.startswith((".", "~")) or name.endswith("~") or name.lower().endswith(_UNFINISHED)


def shown(name: str) -> str:
    r"""Return the name as printable text, escaped where it is not; two names never look the same.

    Bytes that are no UTF-8 become `\xNN`; control, direction and unassigned characters their escape.
    """
    return "".join(_shown(c) for c in name)


def _shown(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # PEP 383: a byte that is no UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    if "\x80" <= character <= "\xff" and not character.isprintable():
        return f"\\u{ord(character):04x}"  # not \xNN: that is a byte
    if character == "\\" or not character.isprintable():
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character


def free(name: str, taken: Callable[[str], bool]) -> str:
    """Return `name`, or `STEM.1.EXT`, `STEM.2.EXT`, ... : the first that is not taken.

    The stem is shortened where the number would make the name too long for the file system (255 bytes).
    """
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > _LONGEST_EXTENSION:
        stem, dot, extension = name, "", ""
    number = 0
    while taken(name):
        number += 1
        tail = os.fsencode(f".{number}{dot}{extension}")
        name = os.fsdecode(os.fsencode(stem)[: _LONGEST - len(tail)] + tail)
    return name
