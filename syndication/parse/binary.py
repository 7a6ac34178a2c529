"""Files that are no copy at all: pictures, archives, office files, told by their first bytes."""

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"\0\0\x01\0", "an icon"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska video"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
# Letters alone could open a story (`BZh...`, `ID3 ...`): these need bytes that no text has.
_WORDS = frozenset({b"BZh", b"ID3", b"8BPS", b"OggS", b"fLaC"})
_HEAD = 512
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b")


def kind(data: bytes) -> str | None:
    """Return what kind of binary file `data` opens as (`a JPEG picture`), None where it may be text."""
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _WORDS or controls(head)):
            return name
    if head[4:8] == b"ftyp":
        return "a video or a HEIF picture"
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a WebP picture, a WAVE recording or an AVI video"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return None


def controls(data: bytes) -> int:
    """Return how many control bytes `data` holds that plain text has no use for."""
    return len(data) - len(data.translate(None, _CONTROLS))
