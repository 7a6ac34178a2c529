"""The card of a shared page: what X, Facebook, WhatsApp, LinkedIn and Google will find wanting in its head."""

from collections.abc import Iterator

from syndication.model import graphemes
from syndication.validate import article_page
from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split, web
from syndication.validate.document import Document, Picture, Value
from syndication.validate.finding import Element, Fault, shown
from syndication.validate.rule import Rule
from syndication.vocabulary.card_looks import LOOKS

_SUMMARY = 200
_STANDS_ALONE = 80
_WIDEST = 4
_X_LARGEST = 4096
_SHARP = (
    (1200, 627, "LinkedIn and Facebook ask for that on sharp screens"),
    (1200, 1, "Google Discover shows it small"),
)
_FETCHED = 300_000
_HEAD = 16_384
_SHOWN_EVERYWHERE = {"image/jpeg", "image/png", "image/gif"}
_LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104 - compared, never bound


def headline_there(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC1."""
    if (head := _head(document)) is not None and not _said(document, "og:title"):
        yield Fault(head, "there is no og:title: cards show whatever title the page has")


def headline_whole(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC2."""
    title = _said(document, "og:title")
    length = graphemes.length(title.text) if title else 0
    cutting = [f"{look.name} at {look.title}" for look in LOOKS if length > look.title]
    if title and cutting:
        yield Fault(title.at, f"the title has {length} characters and is cut: {', '.join(cutting)}")


def headline_alone(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """SC3."""
    title, site = _said(document, "og:title"), _said(document, "og:site_name")
    name = (site.text if site else circumstances.profile.site.title).casefold()
    if title and name and title.text.casefold().endswith(name) and title.text.casefold() != name:
        yield Fault(title.at, f"the title repeats the name of the site: {shown(title.text)}")


def description_there(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC4."""
    if (head := _head(document)) is not None and not _said(document, "og:description"):
        yield Fault(head, "there is no og:description: cards stay without a word about the story")


def description_short(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC5."""
    about = _said(document, "og:description")
    length = graphemes.length(about.text) if about else 0
    if about and length > _SUMMARY:
        yield Fault(about.at, f"the description has {length} characters, more than {_SUMMARY}")
    elif about and length > _STANDS_ALONE:
        yield Fault(
            about.at, f"WhatsApp shows the first {_STANDS_ALONE} of the description's {length} characters"
        )


def picture_there(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC6."""
    head, picture = _head(document), _picture(document)
    if head is not None and picture is None:
        yield Fault(head, "there is no og:image: every card stays bare")
    elif picture is not None and not web(picture.href):
        yield Fault(picture.at, f"og:image is {shown(picture.href)}, not an absolute address")


def picture_measured(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC7."""
    picture = _picture(document)
    if picture is not None and not (picture.width and picture.height):
        yield Fault(
            picture.at, "the page does not say how large og:image is: Facebook's first share may lack it"
        )


def picture_large(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC8."""
    for picture, width, height in _measured(document):
        for look in LOOKS:
            if look.large and (width < look.large[0] or height < look.large[1]):
                yield Fault(picture.at, f"{_smaller(width, height, *look.large)}: {look.smaller}")


def picture_sharp(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC9."""
    for picture, width, height in _measured(document):
        for least_width, least_height, cost in _SHARP:
            if width < least_width or height < least_height:
                yield Fault(picture.at, f"{_smaller(width, height, least_width, least_height)}: {cost}")


def picture_taken(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC10."""
    for picture, width, height in _measured(document):
        if width > _WIDEST * height:
            yield Fault(
                picture.at,
                f"og:image is {width} by {height} pixels, wider than 4 to 1: WhatsApp leaves it out",
            )
        if max(width, height) > _X_LARGEST:
            yield Fault(
                picture.at, f"og:image is {width} by {height} pixels: X takes {_X_LARGEST} on each side"
            )
    kind = _said(document, "og:image:type")
    if kind and kind.text.lower() not in _SHOWN_EVERYWHERE:
        yield Fault(kind.at, f"og:image is {shown(kind.text)}: not every network shows that")


def picture_described(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC11."""
    picture = _picture(document)
    if picture is not None and not _said(document, "og:image:alt"):
        yield Fault(picture.at, "the picture has no og:image:alt for those who cannot see it")


def address_public(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC12."""
    address = _said(document, "og:url")
    parts = split(address.text) if address else None
    if address is None or parts is None:
        return
    if parts.hostname in _LOCAL:
        yield Fault(
            address.at, f"og:url is {shown(address.text)}: that is this machine, nobody else reaches it"
        )
    if any(part.lower().startswith("utm_") for part in parts.query.split("&")):
        yield Fault(address.at, "og:url has campaign parameters: each share would count as a page of its own")


def within_reach(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SC13."""
    if len(document.data) > _FETCHED:
        yield Fault(None, f"the page has {len(document.data)} bytes; WhatsApp reads the first {_FETCHED}")
    last = max(
        (document.data.find(name) for name in (b"og:image", b"og:title", b"og:description")), default=-1
    )
    if last > _HEAD:
        yield Fault(
            _head(document), f"Open Graph begins at or goes past byte {last}; Slack reads the first {_HEAD}"
        )


def _head(document: Document) -> Element | None:
    return document.root.find("head") if document.root is not None else None


def _said(document: Document, name: str) -> Value | None:
    """Return the first meta of that name that says anything."""
    found = article_page.meta(document.root, name) if document.root is not None else None
    return found if found and found.text else None


def _picture(document: Document) -> Picture | None:
    return next((p for story in document.stories for p in story.pictures if p.href), None)


def _measured(document: Document) -> Iterator[tuple[Picture, int, int]]:
    """Yield the picture with its size, nothing where there is none or the page does not say."""
    picture = _picture(document)
    if picture is not None and picture.width and picture.height:
        yield picture, picture.width, picture.height


def _smaller(width: int, height: int, least_width: int, least_height: int) -> str:
    wanted = f"{least_width} by {least_height}" if least_height > 1 else f"a width of {least_width}"
    return f"og:image is {width} by {height} pixels, less than {wanted}"


_PAGE = frozenset({"page"})
RULES = (
    Rule("SC1", "warning", headline_there, "give the story a headline", _PAGE),
    Rule(
        "SC2",
        "note",
        headline_whole,
        "write a shorter headline, or let its first words carry the news",
        _PAGE,
    ),
    Rule("SC3", "note", headline_alone, "leave the site's name to og:site_name", _PAGE),
    Rule("SC4", "warning", description_there, "give the story a summary of two to four sentences", _PAGE),
    Rule("SC5", "note", description_short, "let the first sentence stand alone", _PAGE),
    Rule(
        "SC6",
        "warning",
        picture_there,
        "add a picture at an https address, or set [share.default_picture]",
        _PAGE,
    ),
    Rule("SC7", "note", picture_measured, "say og:image:width and og:image:height", _PAGE),
    Rule("SC8", "warning", picture_large, "choose a larger rendition of the picture", _PAGE),
    Rule("SC9", "note", picture_sharp, "choose a picture of 1200 by 630 pixels or more", _PAGE),
    Rule("SC10", "warning", picture_taken, "choose a JPEG or PNG near 1200 by 630 pixels", _PAGE),
    Rule("SC11", "note", picture_described, "describe the picture", _PAGE),
    Rule(
        "SC12", "warning", address_public, "name the page by its one public address: [site] base_url", _PAGE
    ),
    Rule("SC13", "warning", within_reach, "put the metadata first and shorten the page", _PAGE),
)
