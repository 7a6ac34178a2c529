"""Media RSS 1.5.1 elements of an item or entry, for RSS and Atom alike."""

from lxml.etree import SubElement, _Element

from syndication.render import media_files
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import line
from syndication.xmlns import MEDIA

_M = f"{{{MEDIA}}}"


def append_media(entry: _Element, files: list[MediaFile]) -> None:
    """Append one `media:content` per media item, with title, words, credit, rights and thumbnail.

    No `media:group`: it is for several files of one thing (1.5.1, "media:group"), and we name the best.
    """
    for file in files:
        _append(entry, file)


def _append(entry: _Element, file: MediaFile) -> None:
    content = SubElement(entry, _M + "content", url=file.href)
    known = (
        ("fileSize", file.length),
        ("type", file.media_type),
        ("medium", media_files.MEDIUM[file.media.kind]),
        ("duration", round(file.duration) if file.duration else None),
        ("height", file.height),
        ("width", file.width),
    )
    for name, value in known:
        if value:
            content.set(name, str(value))
    _say(content, "title", line(file.media.headline))
    _say(content, "description", line(file.media.caption) or line(file.media.alt))
    if file.thumbnail:
        SubElement(content, _M + "thumbnail", url=file.thumbnail)
    _say(content, "credit", line(file.media.credit))
    if file.media.rights:
        _say(content, "copyright", line(file.media.rights.notice) or line(file.media.rights.holder))


def _say(parent: _Element, name: str, text: str) -> None:
    if text:
        SubElement(parent, _M + name).text = text
