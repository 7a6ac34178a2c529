"""What networks will find wanting in a story's card, so that an editor can mend it before readers share it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from syndication.share import graphemes
from syndication.share.card import LOOKS
from syndication.share.picture import Picture
from syndication.share.shareable import Shareable

_SUMMARY = 200
_STANDS_ALONE = 80
_WIDEST = 4
_X_LARGEST = 4096


class Finding(msgspec.Struct, frozen=True):
    """One thing to mend: a `fault` costs part of the card, `advice` makes it better."""

    kind: Literal["fault", "advice"]
    code: str
    message: str


class _Least(NamedTuple):
    """The least size of a picture in pixels, and what a smaller one costs."""

    width: int
    height: int
    kind: Literal["fault", "advice"]
    cost: str


_LEAST = (
    _Least(300, 157, "fault", "X shows it as a small square"),
    _Least(600, 315, "fault", "Facebook shows it small beside the text"),
    _Least(401, 1, "fault", "LinkedIn shows it as a thumbnail"),
    _Least(300, 1, "fault", "WhatsApp leaves it out"),
    _Least(1200, 627, "advice", "LinkedIn and Facebook ask for that on sharp screens"),
    _Least(1200, 1, "advice", "Google Discover shows it small"),
)


def card_findings(story: Shareable) -> tuple[Finding, ...]:
    """Return what to mend, faults first."""
    found = [*_words(story), *_pictures(story.picture), *_noted(story)]
    return tuple(sorted(found, key=lambda finding: finding.kind != "fault"))


def _words(story: Shareable) -> Iterator[Finding]:
    title = graphemes.length(story.headline)
    if not title:
        yield Finding("fault", "no-headline", "there is no headline: cards show the site's name instead")
    cutting = [f"{look.name} at {look.title}" for look in LOOKS if title > look.title]
    if cutting:
        yield Finding(
            "advice",
            "title-too-long",
            f"the headline has {title} characters and is cut: {', '.join(cutting)}",
        )
    if not story.summary:
        yield Finding("fault", "no-summary", "there is no summary: cards stay without a description")
    elif (length := graphemes.length(story.summary)) > _SUMMARY:
        yield Finding("advice", "summary-too-long", f"the summary has {length} characters; {_SUMMARY} go out")
    elif length > _STANDS_ALONE:
        yield Finding(
            "advice",
            "summary-cut",
            f"WhatsApp shows the first {_STANDS_ALONE} of the summary's {length} characters: they must stand alone",
        )


def _pictures(picture: Picture | None) -> Iterator[Finding]:
    if picture is None:
        yield Finding("fault", "no-picture", "there is no picture at an https address: every card stays bare")
        return
    if not picture.alt:
        yield Finding("advice", "no-alt", "the picture has no description for those who cannot see it")
    if picture.width is None or picture.height is None:
        yield Finding(
            "advice",
            "picture-size-unknown",
            "width and height are not said: Facebook's first share may lack it",
        )
        return
    size = f"{picture.width} by {picture.height} pixels"
    for least in _LEAST:
        if picture.width < least.width or picture.height < least.height:
            wanted = f"{least.width} by {least.height}" if least.height > 1 else f"a width of {least.width}"
            yield Finding(
                least.kind, "picture-too-small", f"the picture has {size}, less than {wanted}: {least.cost}"
            )
    if picture.width > _WIDEST * picture.height:
        yield Finding("fault", "picture-too-wide", f"{size} is wider than 4:1: WhatsApp leaves it out")
    if max(picture.width, picture.height) > _X_LARGEST:
        yield Finding("fault", "picture-too-large", f"{size}: X takes at most {_X_LARGEST} on each side")


def _noted(story: Shareable) -> Iterator[Finding]:
    """Yield what the room noticed before; a long headline is said already."""
    for issue in story.issues:
        if issue.code != "long-headline":
            yield Finding("fault", issue.code, issue.message)
