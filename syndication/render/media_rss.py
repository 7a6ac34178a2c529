"""Media RSS 1.5.1 elements of an item or entry, for RSS and Atom alike."""

from syndication.render import media_files, story
from syndication.render.elements import Elements
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import line


def add_media(entry: Elements, files: list[MediaFile], for_pictures: str = "") -> None:
    """Add one `media:content` per media item, with title, words, credit, rights and thumbnail.

    `for_pictures` is markup that stands inside each picture. No `media:group`: it is for several files of one
    thing (1.5.1, "media:group"), and we name the best.
    """
    for file in files:
        medium = media_files.MEDIUM[file.media.kind]
        inside = f"{_about(file, entry.inside())}{for_pictures if medium == 'image' else ''}"
        entry.add_markup(
            "media:content",
            inside or None,
            url=file.href,
            fileSize=_number(file.length),
            type=file.media_type,
            medium=medium,
            duration=_number(round(file.duration) if file.duration else None),
            height=_number(file.height),
            width=_number(file.width),
        )


def _about(file: MediaFile, said: Elements) -> Elements:
    media = file.media
    if title := line(media.headline):
        said.add("media:title", title)
    if description := line(media.caption) or line(media.alt):
        said.add("media:description", description)
    if file.thumbnail:
        said.add("media:thumbnail", url=file.thumbnail)
    if credit := line(media.credit):
        said.add("media:credit", credit)
    if rights := story.rights(media.rights):
        said.add("media:copyright", rights)
    return said


def _number(number: int | None) -> str | None:
    return str(number) if number else None
