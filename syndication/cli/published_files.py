"""Documents that a user names: files, standard input, unpacked where they are compressed with gzip."""

import os
import re
import sys
import zlib
from pathlib import Path

from syndication.errors import UnreadDocument, UnsafeFile
from syndication.sources.regular_file import content, opened

MOST_BYTES = 64 * 1024 * 1024  # a sitemap may have 50
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_GZIP = b"\x1f\x8b"


def published(file: str) -> bytes:
    """Return the bytes of a document, `-` being standard input; raise UnreadDocument where there is none.

    Links are followed: it is the user who names the file.
    """
    where = "standard input" if file == "-" else file
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if file == "-" else _read(file)
    if len(data) > MOST_BYTES:
        raise UnreadDocument(f"more than {MOST_BYTES} bytes", where)
    return _unpacked(data, where) if data.startswith(_GZIP) else data


def _read(file: str) -> bytes:
    if _ADDRESS.match(file):
        raise UnreadDocument(f"nothing is fetched here: curl -sSL {file} | syndication validate -", file)
    if Path(file).is_dir():
        raise UnreadDocument("a directory: name the files in it", file)
    try:
        with opened(Path(os.path.realpath(file))) as descriptor:
            return content(descriptor, MOST_BYTES + 1)
    except UnsafeFile as error:
        raise UnreadDocument(error.what, file) from error
    except OSError as error:
        raise UnreadDocument(error.strerror or str(error), file) from error


def _unpacked(data: bytes, where: str) -> bytes:
    """Return what is inside; a file may have several parts, one after another (RFC 1952 §2.2)."""
    whole = bytearray()
    while data.startswith(_GZIP):
        reader = zlib.decompressobj(wbits=31)
        try:
            whole += reader.decompress(data, MOST_BYTES + 1 - len(whole))
        except zlib.error as error:
            raise UnreadDocument("it is compressed with gzip, and damaged", where) from error
        if len(whole) > MOST_BYTES:
            raise UnreadDocument(f"more than {MOST_BYTES} bytes when it is unpacked", where)
        if not reader.eof:
            raise UnreadDocument("it is compressed with gzip, and cut off", where)
        data = reader.unused_data
    return bytes(whole)
