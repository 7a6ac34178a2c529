"""Which file stands for a picture, video, audio or graphic, and what is really known about it."""

import msgspec

from syndication.model import Article, ImageRules
from syndication.model.article import Media, Rendition
from syndication.on_demand import Expression
from syndication.render import address

_TYPE = Expression(r"(image|video|audio|application|text)/[a-z0-9][a-z0-9!#$&^_.+-]*\Z")
# What a file of each kind may be; a stream's manifest and a PDF graphic are application types.
_FAMILIES = {
    "picture": ("image",),
    "graphic": ("image", "application", "text"),
    "video": ("video", "application"),
    "audio": ("audio", "application"),
}
_NO_RULES = ImageRules()
MEDIUM = {"picture": "image", "graphic": "image", "video": "video", "audio": "audio"}


class MediaFile(msgspec.Struct, frozen=True):
    """One file of a media item: absolute address; type, bytes, pixels, seconds only where known."""

    media: Media
    href: str
    media_type: str | None
    length: int | None
    width: int | None
    height: int | None
    duration: float | None
    rendition: str | None
    thumbnail: str | None = None

    @property
    def enclosable(self) -> bool:
        """Say whether RSS may enclose it: real type and length (RSS 2.0, "enclosure")."""
        return self.media_type is not None and self.length is not None


def files(article: Article, page: str, rules: ImageRules | None = None) -> list[MediaFile]:
    """Return the best file of each media item that has an absolute address, in the story's order.

    With `rules`, a picture that keeps them leads the pictures that do not.
    """
    found = [file for media in article.media if (file := best(media, page, rules))]
    if rules is None or rules == _NO_RULES or not found:
        return found
    lead = next((f for f in found if f.media.kind == "picture" and may_lead(f, rules)), None)
    first = next((n for n, f in enumerate(found) if f.media.kind == "picture"), 0)
    if lead is not None and lead is not found[first]:
        found.remove(lead)
        found.insert(first, lead)
    return found


def best(media: Media, page: str, rules: ImageRules | None = None) -> MediaFile | None:
    """Return the largest file of an item, the first among equals, with its thumbnail; None without any.

    With `rules`, the largest one that keeps them, where any does.
    """
    known = renditions(media, page)
    shown = [f for f in known if not _is_thumbnail(f)] or known
    if not shown:
        return None
    if rules is not None and rules != _NO_RULES and media.kind == "picture":
        shown = [f for f in shown if keeps(f, rules)] or shown
    chosen = max(shown, key=lambda f: (f.width or 0) * (f.height or 1))
    small = next((f.href for f in known if _is_thumbnail(f)), None)
    if small is None and (media.kind == "picture" or _is_bitmap(media, chosen)):
        small = chosen.href
    return msgspec.structs.replace(chosen, thumbnail=small)


def keeps(file: MediaFile, rules: ImageRules) -> bool:
    """Say whether nothing that is known of a picture breaks the rules."""
    if rules.types and file.media_type and file.media_type not in rules.types:
        return False
    if rules.max_bytes and file.length and file.length > rules.max_bytes:
        return False
    if not (file.width and file.height):
        return not (rules.width and file.width and file.width < rules.width)
    ratio = file.width / file.height
    return (
        file.width >= (rules.width or 0)
        and max(file.width, file.height) >= (rules.one_side or 0)
        and min(file.width, file.height) >= (rules.both_sides or 0)
        and (rules.min_ratio or 0) <= ratio <= (rules.max_ratio or ratio)
    )


def may_lead(file: MediaFile, rules: ImageRules) -> bool:
    """Say whether a picture may be the first one: it keeps the rules and does not move."""
    return keeps(file, rules) and file.media_type != "image/gif"


def renditions(media: Media, page: str) -> list[MediaFile]:
    """Return every file of an item that has an absolute address."""
    return [
        MediaFile(
            media=media,
            href=href,
            media_type=_real_type(r.media_type, media.kind),
            length=_positive(r.length),
            width=_positive(r.width),
            height=_positive(r.height),
            duration=r.duration if r.duration and r.duration > 0 else None,
            rendition=r.rendition,
        )
        for r in media.renditions
        if (href := address.absolute(r.href, page)) and not _is_foreign(r, media.kind)
    ]


def _is_foreign(rendition: Rendition, kind: str) -> bool:
    """Say whether the file is of another family (a page, a text): a poster of a video is not."""
    family = (rendition.media_type or "").partition("/")[0].strip().lower()
    return family in {"text", "multipart", "message"} and family not in _FAMILIES[kind]


def _is_thumbnail(file: MediaFile) -> bool:
    poster = file.media.kind in {"video", "audio"} and (file.media_type or "").startswith("image/")
    return poster or "thumb" in (file.rendition or "").lower()


def _is_bitmap(media: Media, file: MediaFile) -> bool:
    """Say whether a graphic is a picture of dots, which may stand for itself in small."""
    family, _, form = (file.media_type or "").partition("/")
    return media.kind == "graphic" and family == "image" and not form.startswith("svg")


def _real_type(media_type: str | None, kind: str) -> str | None:
    name = (media_type or "").partition(";")[0].strip().lower()
    found = _TYPE.match(name)
    if not found or name == "application/octet-stream":
        return None
    is_poster = kind in {"video", "audio"} and found[1] == "image"
    return name if found[1] in _FAMILIES[kind] or is_poster else None


def _positive(number: int | None) -> int | None:
    return number if number is not None and number > 0 else None
