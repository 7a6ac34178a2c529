"""Pictures, films and sound of a story, in the files that a page wants."""

from collections.abc import Iterable

import msgspec

from syndication.model.article import Media, Rendition
from syndication.web.markup import web_address

_WIDEST = 1600
_PICTURES = ("picture", "graphic")
_PLAYED = ("video", "audio")


class Picture(msgspec.Struct, frozen=True):
    """One picture in the size that a page wants; `sources` is its `srcset` ("" for a single size)."""

    src: str
    alt: str
    caption: str | None
    credit: str | None
    width: int | None
    height: int | None
    sources: str = ""


class Recording(msgspec.Struct, frozen=True):
    """A film or a sound: `kind` names its element, `files` are (address, media type)."""

    kind: str
    title: str
    caption: str | None
    credit: str | None
    files: tuple[tuple[str, str], ...]
    poster: str | None


def pictures(media: Iterable[Media]) -> dict[str, Picture]:
    """Return the pictures and graphics that a browser can show, by media guid, in document order."""
    return {m.guid: p for m in media if m.kind in _PICTURES and (p := _picture(m))}


def recordings(media: Iterable[Media]) -> tuple[Recording, ...]:
    """Return the films and sounds that have a file at a web address."""
    return tuple(r for m in media if m.kind in _PLAYED and (r := _recording(m)))


def _picture(media: Media) -> Picture | None:
    usable = _images(media)
    if not usable:
        return None
    chosen = max(usable, key=_fitness)
    alt = media.alt or media.headline or media.caption or ""
    return Picture(
        chosen.href, alt, media.caption, media.credit, chosen.width, chosen.height, _sources(chosen, usable)
    )


def _sources(chosen: Rendition, usable: Iterable[Rendition]) -> str:
    """Return the sizes of the very same picture: crops of another shape are other pictures."""
    if not chosen.width or not chosen.height:
        return ""
    shape = chosen.width / chosen.height
    widths: dict[int, str] = {}
    for r in usable:
        # In a srcset a blank ends the address, and so does a comma at its end.
        plain = not any(c.isspace() for c in r.href) and not r.href.endswith(",")
        if (
            r.width
            and r.height
            and r.width <= _WIDEST
            and plain
            and abs(r.width / r.height / shape - 1) < 0.02
        ):
            widths.setdefault(r.width, f"{r.href} {r.width}w")
    return ", ".join(widths[w] for w in sorted(widths)) if len(widths) > 1 else ""


def _recording(media: Media) -> Recording | None:
    files = tuple(
        (r.href, r.media_type or "")
        for r in media.renditions
        if web_address(r.href) and (r.media_type or media.kind).partition("/")[0] == media.kind
    )
    if not files:
        return None
    poster = next((r.href for r in _images(media) if r.media_type), None)
    title = media.headline or media.alt or media.caption or ""
    return Recording(media.kind, title, media.caption, media.credit, files, poster)


def _images(media: Media) -> list[Rendition]:
    return [
        r for r in media.renditions if web_address(r.href) and (r.media_type or "image/").startswith("image/")
    ]


def _fitness(rendition: Rendition) -> int:
    """Order renditions: the widest that is not wider than a page needs, then the narrower of the others."""
    width = rendition.width or 0
    return width if width <= _WIDEST else -width
