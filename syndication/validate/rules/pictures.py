"""How large the pictures of a story are, held against what a profile wants."""

from collections.abc import Iterator

from syndication.model.profile import ImageRules
from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document, Picture
from syndication.validate.finding import Fault


def one_large(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """Every story has a picture that is large enough and of the right kind (the profile's `images`)."""
    for story in document.live:
        if not any(fits(picture, circumstances.profile.images) for picture in story.pictures):
            yield Fault(
                story.node, f"none of {len(story.pictures)} pictures is known to be {_wish(circumstances)}"
            )


def fits(picture: Picture, rules: ImageRules) -> bool:
    """Say whether the picture is known to be as large as the rules want."""
    return not complaints(picture, rules) and (
        not (rules.width or rules.both_sides or rules.one_side) or bool(picture.width and picture.height)
    )


def complaints(picture: Picture, rules: ImageRules) -> list[str]:
    """Return what is against the rules as far as the document tells; what it does not tell is let pass."""
    wrong = []
    width, height = picture.width, picture.height
    if rules.types and picture.media_type and picture.media_type not in rules.types:
        wrong.append(f"its type is {picture.media_type}")
    if rules.max_bytes and picture.size and picture.size > rules.max_bytes:
        wrong.append(f"it has {picture.size} bytes, more than {rules.max_bytes}")
    if not width or not height:
        return wrong
    if rules.one_side and max(width, height) < rules.one_side:
        wrong.append(f"no side has {rules.one_side} pixels")
    if rules.both_sides and min(width, height) < rules.both_sides:
        wrong.append(f"the shorter side has less than {rules.both_sides} pixels")
    if rules.width and width < rules.width:
        wrong.append(f"it is not {rules.width} pixels wide")
    ratio = width / height
    if (rules.min_ratio and ratio < rules.min_ratio) or (rules.max_ratio and ratio > rules.max_ratio):
        wrong.append(f"width to height is {ratio:.2f}")
    return wrong


def _wish(circumstances: Circumstances) -> str:
    rules = circumstances.profile.images
    sides = (
        ("wide", rules.width),
        ("on its shorter side", rules.both_sides),
        ("on one side", rules.one_side),
    )
    return " and ".join(f"{pixels} pixels {what}" for what, pixels in sides if pixels) or "there"
