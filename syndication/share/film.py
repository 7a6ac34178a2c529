"""Films of a story: the file that networks may play, and schema.org VideoObject for search engines."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from syndication.model.article import Media, Rendition
from syndication.share.clean_text import clean
from syndication.share.instants import published, stamp
from syndication.share.picture import choose
from syndication.share.shareable import Shareable
from syndication.share.web_address import https

# A JSON object: its values are whatever JSON holds.
Object: TypeAlias = dict[str, Any]


def film_files(story: Shareable, media_type: str) -> Iterator[tuple[Rendition, str]]:
    """Yield the files of that type at https addresses."""
    for media in story.article.media:
        yield from _files(media, media_type)


def films(story: Shareable) -> list[Object]:
    """Return a VideoObject for each film that has what Google requires: name, thumbnail and upload date."""
    return [
        found for media in story.article.media if media.kind == "video" and (found := _film(story, media))
    ]


def _film(story: Shareable, media: Media) -> Object | None:
    file, url = next(_files(media, "video/"), (None, None))
    still = choose((media,)).chosen or story.pictures.chosen
    day = stamp(published(story.article))
    name = clean(media.headline) or clean(media.caption) or story.headline
    if file is None or still is None or day is None or not name:
        return None
    said = {
        "@type": "VideoObject",
        "name": name,
        "description": clean(media.caption) or story.summary,
        "thumbnailUrl": [still.url],
        "uploadDate": day,
        "contentUrl": url,
        "encodingFormat": file.media_type,
        "duration": _duration(file.duration),
        "width": file.width,
        "height": file.height,
        "creditText": clean(media.credit),
        "expires": stamp(story.article.expires),
    }
    return {key: value for key, value in said.items() if value}


def _files(media: Media, media_type: str) -> Iterator[tuple[Rendition, str]]:
    if media.kind != "video":
        return
    for rendition in media.renditions:
        if (rendition.media_type or "").startswith(media_type) and (url := https(rendition.href)):
            yield rendition, url


def _duration(seconds: float | None) -> str | None:
    """Return `PT1M33S` (ISO 8601)."""
    if not seconds or seconds < 1:
        return None
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count)
