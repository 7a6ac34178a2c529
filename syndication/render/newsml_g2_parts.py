"""The pictures, films and sounds of a NewsML-G2 item: their files, and what is said of each (2.35, "partMeta").

A file has no room for words but its title, so caption, credit and rights stand in a part of their own that refers
to the files. The identifiers are those of the story, as a message holds many items and no two may be alike.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element

from syndication.model import Article, identity
from syndication.model.article import Media
from syndication.render import media_files
from syndication.render.media_files import MediaFile
from syndication.render.newsml_g2_meta import add, qcode
from syndication.render.newsml_g2_rights import says_anything
from syndication.render.plain_text import decimal, line

_RENDITIONS = frozenset({"highRes", "web", "thumbnail", "preview"})


class Part(NamedTuple):
    """One picture, film or sound: its identifier, its files, and whether there is something to say of it."""

    id: str
    media: Media
    files: list[MediaFile]

    @property
    def is_described(self) -> bool:
        """Say whether there is more to tell than the titles of the files do."""
        media = self.media
        return self.has_rights or any(map(line, (media.caption, media.alt, media.credit)))

    @property
    def has_rights(self) -> bool:
        """Say whether it has rights of its own."""
        return says_anything(self.media.rights)

    def file_id(self, number: int) -> str:
        """Return the identifier of one of its files, counted from 1."""
        return f"{self.id}-{number}"


def parts(article: Article, page: str) -> list[Part]:
    """Return what has a file, in the story's order."""
    story = identity.short_id(article.guid)
    held = ((media, media_files.renditions(media, page)) for media in article.media)
    found = [(media, files) for media, files in held if files]
    return [Part(f"m-{story}-{n}", media, files) for n, (media, files) in enumerate(found, 1)]


def append_parts(news: _Element, found: Sequence[Part]) -> None:
    """Append what is said of each: credit, caption, and in other words what is to be seen.

    Its headline is the title of its files.
    """
    for part in found:
        if not part.is_described:
            continue
        files = " ".join(part.file_id(number) for number in range(1, len(part.files) + 1))
        about = add(news, "partMeta", partid=part.id, contentrefs=files)
        media = part.media
        if credit := line(media.credit):
            add(about, "creditline", credit)
        if caption := line(media.caption):
            add(about, "description", caption, role="drol:caption")
        if alt := line(media.alt):
            add(about, "description", alt)


def append_files(content: _Element, found: Sequence[Part]) -> None:
    """Append every rendition (2.35, "remoteContent")."""
    for part in found:
        for number, file in enumerate(part.files, 1):
            remote = _remote(content, file)
            if part.is_described:
                remote.set("id", part.file_id(number))


def _remote(content: _Element, file: MediaFile) -> _Element:
    """Append one rendition; `residref` tells which renditions are the same picture or video."""
    remote = add(content, "remoteContent", href=file.href, residref=line(file.media.guid) or file.href)
    known = {
        "rendition": _rendition(file.rendition),
        "contenttype": file.media_type,
        "size": file.length,
        "title": line(file.media.headline) or line(file.media.caption),
        "width": file.width,
        "height": file.height,
        "duration": decimal(file.duration) if file.duration else None,
        "durationunit": "timeunit:seconds" if file.duration else None,
    }
    for name, value in known.items():
        if value:
            remote.set(name, str(value))
    return remote


def _rendition(name: str | None) -> str | None:
    return f"rnd:{name}" if name in _RENDITIONS else qcode(name)
