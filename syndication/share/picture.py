"""Which picture stands for a story wherever one is shown beside its headline."""

import re

import msgspec

from syndication.model.article import Issue, Media, Rendition
from syndication.model.sharing import SitePicture
from syndication.on_demand import Expression
from syndication.share.clean_text import clean
from syndication.share.web_address import https

_VECTOR = Expression(r"\.svgz?\Z", re.IGNORECASE)
_OFFERED_LAST = {"image/webp", "image/avif", "image/heic", "image/jxl"}
_CROPS = ((16, 9), (4, 3), (1, 1))
_TOLERANCE = 0.02
_SMALLEST = 200


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One picture file and its words. `width` and `height` in pixels are both known or both None."""

    url: str
    width: int | None = None
    height: int | None = None
    media_type: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None

    @property
    def is_large(self) -> bool:
        """Say whether X shows it across the whole card: 300 by 157 at least, or of unknown size."""
        return self.width is None or self.height is None or (self.width >= 300 and self.height >= 157)


class Pictures(msgspec.Struct, frozen=True, kw_only=True):
    """The chosen picture and its other renditions, in document order; `issues` say what was left out."""

    chosen: Picture | None = None
    renditions: tuple[Picture, ...] = ()
    issues: tuple[Issue, ...] = ()

    def crops(self) -> tuple[Picture, ...]:
        """Return the chosen one, then the largest rendition of each further shape of 16:9, 4:3 and 1:1."""
        if self.chosen is None:
            return ()
        shapes = {_shape(self.chosen): self.chosen}
        for picture in sorted(self.renditions, key=_area, reverse=True):
            if (shape := _shape(picture)) is not None:
                shapes.setdefault(shape, picture)
        return tuple(shapes.values())


def choose(media: tuple[Media, ...]) -> Pictures:
    """Return the picture for the story: the first that is 1200 pixels wide, else 600, else unknown, else 200.

    Only absolute https addresses count, and no vector graphics. Modern file types that some network cannot
    show are taken only where a picture has no other rendition.
    """
    issues: list[Issue] = []
    best: tuple[int, Picture, tuple[Picture, ...]] | None = None
    for item in media:
        found = _usable(item, issues)
        renditions = tuple(_picture(item, rendition, url) for rendition, url in found)
        for (rendition, _), picture in zip(found, renditions, strict=True):
            rank = _rank(rendition.width)
            if rank is not None and (best is None or rank < best[0]):
                best = rank, picture, renditions
    if best is None:
        return Pictures(issues=tuple(issues))
    return Pictures(chosen=best[1], renditions=best[2], issues=tuple(issues))


def of_site(picture: SitePicture | None) -> Picture | None:
    """Return a picture of the site's own in the same shape."""
    if picture is None or (url := https(picture.url)) is None:
        return None
    width, height = _size(picture.width, picture.height)
    alt = clean(picture.alt) or None
    return Picture(url=url, width=width, height=height, media_type=picture.media_type, alt=alt)


def _usable(item: Media, issues: list[Issue]) -> list[tuple[Rendition, str]]:
    found = [(r, url) for r in item.renditions if _is_bitmap(item, r) and (url := _address(r, issues))]
    return [(r, url) for r, url in found if r.media_type not in _OFFERED_LAST] or found


def _picture(item: Media, rendition: Rendition, url: str) -> Picture:
    width, height = _size(rendition.width, rendition.height)
    return Picture(
        url=url,
        width=width,
        height=height,
        media_type=clean(rendition.media_type) or None,
        alt=clean(item.alt) or clean(item.caption) or None,
        caption=clean(item.caption) or None,
        credit=clean(item.credit) or None,
    )


def _address(rendition: Rendition, issues: list[Issue]) -> str | None:
    url = https(rendition.href)
    if url is None:
        issues.append(
            Issue("insecure-picture", f"left out, not an absolute https address: {rendition.href!r}")
        )
    return url


def _is_bitmap(item: Media, rendition: Rendition) -> bool:
    if rendition.media_type:
        return rendition.media_type.startswith("image/") and not rendition.media_type.startswith("image/svg")
    return item.kind in {"picture", "graphic"} and not _VECTOR.search(rendition.href.partition("?")[0])


def _size(width: int | None, height: int | None) -> tuple[int, int] | tuple[None, None]:
    return (width, height) if width and height and width > 0 and height > 0 else (None, None)


def _rank(width: int | None) -> int | None:
    if not width or width < 0:
        return 2
    if width >= 600:
        return 0 if width >= 1200 else 1
    return 3 if width >= _SMALLEST else None


def _shape(picture: Picture) -> tuple[int, int] | None:
    if picture.width is None or picture.height is None:
        return None
    ratio = picture.width / picture.height
    return next((c for c in _CROPS if abs(ratio * c[1] / c[0] - 1) <= _TOLERANCE), None)


def _area(picture: Picture) -> int:
    return (picture.width or 0) * (picture.height or 0)
