"""A story whose body is HTML: the blocks go to prose, the pictures find their place, every word its account."""

from collections.abc import Iterator

import msgspec

from syndication.model import Article, Line, Reading
from syndication.model.article import Issue, Media
from syndication.model.blocks import Block, Image
from syndication.on_demand import Expression
from syndication.parse import html_paragraphs, html_tree
from syndication.parse.html_content import Content
from syndication.prose import Context, Known, complete, read_blocks
from syndication.vocabulary import agencies

_TOLD_ONCE = frozenset({"cut-off", "replacement-character", "control-characters"})
_HOUSE = Expression(r"\s*[-–—|:]\s*")


class Story(msgspec.Struct, frozen=True):
    """What is known of a story beside its body.

    Links are resolved against `base`, else `known["url"]`. `known["media"]` are the wire's own pictures, the
    lead first. `account` are the lines that the caller has already explained.
    """

    context: Context
    known: Known
    issues: tuple[Issue, ...] = ()
    account: tuple[Line, ...] = ()
    base: str | None = None


class Pictures(msgspec.Struct, frozen=True):
    """The media of a story, each once, and the blocks without a repetition of the lead."""

    media: tuple[Media, ...]
    blocks: tuple[Block, ...]
    numbers: tuple[int, ...]


def read_html(markup: str, story: Story) -> Iterator[Reading]:
    """Yield the story whose body is the HTML `markup`.

    A story without body has the issue no-body. Raises UnreadableCopy for hostile markup.
    """
    if not markup.strip():
        yield bodyless(story)
        return
    content = html_paragraphs.content(markup)
    if content is None:
        from syndication.parse import html_blocks, html_scope  # noqa: PLC0415 - most stories need no tree

        root = html_tree.tree(markup, story.context.locator)
        base = story.base or story.known.get("url")
        content = html_blocks.content(root, base, masses=lambda: html_scope.masses(root))
    yield from read_content(content, story)


def read_content(content: Content, story: Story) -> Iterator[Reading]:
    """Yield the story whose body is `content`, as `read_html` does."""
    lines = (*story.account, *content.dropped) if story.context.explained else ()
    shown = pictures(story.known.get("media", ()), content)
    fields = story.known.copy()
    if shown.media:
        fields["media"] = shown.media
    if content.pull_quote and "pull_quote" not in fields:
        fields["pull_quote"] = content.pull_quote
    if all(isinstance(block, Image) for block in shown.blocks):
        fields["body"] = shown.blocks
        yield bodyless(msgspec.structs.replace(story, known=fields, account=lines))
        return
    for reading in read_blocks(
        shown.blocks, story.context, fields, story.issues, shown.numbers, flowing=content.flowing
    ):
        account = (*lines, *reading.account)
        in_order = tuple(sorted(account, key=lambda line: line.number)) if account else ()
        yield Reading(_once(reading.article), in_order)
        lines = ()


def from_house(context: Context, house: str | None) -> Context:
    """Return the context in which `house`, the site that carries the copy, is the provider of last resort.

    A sign-off, a dateline or a credit line that names an agency comes first, and so does the configuration.
    """
    name = (house or "").strip()
    agency = agencies.named(name) or agencies.named(_HOUSE.split(name)[0])  # `IANS - National` is IANS
    provider = context.hints.provider or agency or name
    hints = msgspec.structs.replace(context.hints, provider=provider or None)
    return msgspec.structs.replace(context, hints=hints)


def _once(article: Article) -> Article:
    """Return the Article with one issue where two rooms noticed the same thing."""
    if not article.issues:
        return article
    codes = {issue.code for issue in article.issues}
    kept: list[Issue] = []
    for issue in article.issues:
        told = (issue.code == "no-headline" and "useless-headline" in codes) or (
            issue.code == "useless-headline" and article.headline is not None  # the text had one
        )
        if not told and not (issue.code in _TOLD_ONCE and any(k.code == issue.code for k in kept)):
            kept.append(issue)
    return (
        article if len(kept) == len(article.issues) else msgspec.structs.replace(article, issues=tuple(kept))
    )


def bodyless(story: Story) -> Reading:
    """Return the story of fields alone, with the issue no-body."""
    missing = Issue("no-body", "the copy has no text beside its fields")
    return Reading(complete(story.known, story.context, (*story.issues, missing)), story.account)


def pictures(lead: tuple[Media, ...], content: Content) -> Pictures:
    """Return the wire's own media and those of the body, each once; the body loses what repeats the lead.

    Addresses that differ only in their query are one picture: it is the size that changes there.
    """
    media = {_key(item): item for item in reversed(lead)}
    media = dict(reversed(media.items()))
    first = next((key for key, item in media.items() if item.role == "lead"), None)
    files = {_address(file.href): key for key, item in media.items() for file in item.renditions}
    same: dict[str, str] = {}
    for item in content.media:
        key = files.get(_key(item), _key(item))
        known = media.get(key)
        media[key] = _merged(known, item) if known else item
        same[item.guid] = known.guid if known else item.guid
    if content.flowing or not (content.media or any(isinstance(b, Image) for b in content.blocks)):
        return Pictures(tuple(media.values()), content.blocks, content.numbers)
    kept: list[tuple[Block, int]] = []
    for block, number in zip(content.blocks, content.numbers, strict=True):
        if isinstance(block, Image):
            guid = same.get(block.media, block.media)
            if first is None or guid != media[first].guid:
                kept.append((Image(guid), number))
        else:
            kept.append((block, number))
    return Pictures(tuple(media.values()), tuple(b for b, _ in kept), tuple(n for _, n in kept))


def _key(item: Media) -> str:
    return _address(item.renditions[0].href if item.renditions else item.guid)


def _address(href: str) -> str:
    return href.partition("?")[0].partition("://")[2] or href


def _merged(wire: Media, body: Media) -> Media:
    """Return the wire's item with the words that only the body gives it."""
    caption = body.caption
    if wire.credit and caption:
        caption = caption.removesuffix(f"({wire.credit})").rstrip() or None
    return msgspec.structs.replace(
        wire,
        caption=wire.caption or caption,
        credit=wire.credit or body.credit,
        alt=wire.alt or body.alt,
    )
