"""The body of a story as HTML that is well-formed XML too, every address in it absolute.

What a feed carries as full text: the line below the headline, key points, the filing line, the blocks, a pull quote
whose words the text does not have, who else is to be credited, and what was corrected. A format with an element for
one of these takes it from the story first, so that nothing is said twice. A story without blocks is its summary and
its pictures. Signed-off initials, notes for editors and readers' comments are not part of it.
"""

from collections.abc import Sequence

from syndication.model import Article, Profile
from syndication.model.article import Media
from syndication.model.blocks import (
    Block,
    Embed,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Subhead,
    Table,
)
from syndication.render import address, around_text, frames, media_files
from syndication.render.inline_html import attribute, inline, words
from syndication.render.permitted_html import permitted
from syndication.render.plain_text import line
from syndication.vocabulary.corrections import Correction, corrections

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_BASELINE = Profile()


def body_html(
    article: Article, page: str, profile: Profile = _BASELINE, besides: Sequence[Media] = ()
) -> str:
    """Return the story as HTML, "" where it has no words and no pictures; `page` is its address.

    Languages written from right to left are wrapped with their direction: a feed reader cannot know it.
    `profile` says which elements there may be, and whether embeds may be frames. Media `besides` follow the text:
    those for which the format around it has no element.
    """
    parts = [_subheadline(article), _key_points(article), _paragraph(words(around_text.dateline(article)))]
    blocks = [_block(block, article, page, profile) for block in article.body]
    if any(blocks):
        shown = [m for m in besides if not any(b == Image(m.guid) for b in article.body)]
        parts += blocks
    else:
        shown = [m for m in article.media if m in besides or m.kind in {"picture", "graphic"}]
        parts.append(_paragraph(words(line(article.summary))))
    parts += [_figure(m, page, profile) for m in shown]
    parts.append(_pull_quote(article))
    if any(parts):
        parts.append(_paragraph(words(around_text.credit(article))))
    if any(parts) and profile.correction_note:
        parts += [_correction(c) for c in corrections(article)]
    markup = "\n".join(filter(None, parts))
    primary = (article.language or "").split("-")[0].lower()
    if markup and primary in _RIGHT_TO_LEFT:
        markup = f'<div dir="rtl" lang="{primary}">\n{markup}\n</div>'
    if (profile.tags, profile.max_depth, profile.link_schemes) == (None, None, None):
        return markup
    return permitted(markup, profile.tags, profile.max_depth, profile.link_schemes)


def _block(block: Block, article: Article, page: str, profile: Profile) -> str:
    match block:
        case Paragraph(text):
            markup = _paragraph(inline(text, page))
        case Subhead(text):
            markup = _element("h2", inline(text, page))
        case Quote(text, attribution):
            markup = _quote(inline(text, page), line(attribution))
        case ListBlock(items, ordered):
            markup = _list([inline(item, page) for item in items], ordered=ordered)
        case Table():
            markup = _table(block, page)
        case Preformatted(text):
            markup = _element("pre", words(text))
        case Image(guid):
            found = next((m for m in article.media if m.guid == guid), None)
            markup = _figure(found, page, profile) if found else ""
        case Embed(href, text, provider):
            markup = _embed(href, inline(text, page), line(provider), page, profile)
    return markup


def _element(name: str, markup: str) -> str:
    return f"<{name}>{markup}</{name}>" if markup.strip() else ""


def _paragraph(markup: str) -> str:
    return _element("p", markup)


def _quote(markup: str, attribution: str) -> str:
    said = _paragraph(markup)
    by = f"<p>— {words(attribution)}</p>" if attribution and said else ""
    return _element("blockquote", said + by)


def _list(items: list[str], *, ordered: bool = False) -> str:
    return _element("ol" if ordered else "ul", "".join(_element("li", item) for item in items))


def _table(table: Table, page: str) -> str:
    def row(name: str, cells: tuple[str, ...]) -> str:
        return (
            "<tr>" + "".join(f"<{name}>{inline(c, page)}</{name}>" for c in cells) + "</tr>" if cells else ""
        )

    caption = _element("caption", inline(table.caption or "", page))
    head = _element("thead", row("th", table.header))
    rows = _element("tbody", "".join(row("td", cells) for cells in table.rows))
    return _element("table", caption + head + rows)


def _figure(media: Media, page: str, profile: Profile) -> str:
    """Return a picture with its caption and credit; of what is no picture, a link to it."""
    best = media_files.best(media, page, profile.images)
    if best is None:
        return ""
    caption = words(line(media.caption) or line(media.headline))
    credit = words(line(media.credit))
    note = f"{caption} ({credit})" if caption and credit else caption or credit
    if media.kind not in {"picture", "graphic"}:
        return _paragraph(f'<a href="{attribute(best.href)}">{note or words(best.href)}</a>')
    size = "".join(f' {k}="{v}"' for k, v in (("width", best.width), ("height", best.height)) if v)
    alt = attribute(line(media.alt) or line(media.caption))
    image = f'<img src="{attribute(best.href)}" alt="{alt}"{size}/>'
    return _element("figure", image + _element("figcaption", note))


def _embed(href: str, markup: str, provider: str, page: str, profile: Profile) -> str:
    """Return the words of the post and a link to it, or its frame where `profile` permits the host.

    Frames and scripts travel badly: without a permit there is none.
    """
    target = address.absolute(href, page)
    frame = frames.frame(target, profile.frame_hosts) if target and profile.embeds == "frame" else None
    if frame:
        kind = f' class="nb-{frames.kind(frame)}"' if profile.frame_class else ""
        shown = f'<iframe src="{attribute(frame)}"{kind}></iframe>'
        return _element("blockquote", _paragraph(markup)) + shown
    link = f'<p><a href="{attribute(target)}">{words(provider or target)}</a></p>' if target else ""
    return _element("blockquote", _paragraph(markup) + link)


def _subheadline(article: Article) -> str:
    text = words(around_text.subheadline(article))
    return _paragraph(text and f"<strong>{text}</strong>")


def _key_points(article: Article) -> str:
    points = _list([words(line(point)) for point in article.key_points])
    title = words(line(article.key_points_title)) if points else ""
    return _paragraph(title and f"<strong>{title}</strong>") + points


def _pull_quote(article: Article) -> str:
    quote = around_text.pull_quote(article)
    return _quote(words(line(quote.text)), line(quote.attribution)) if quote else ""


def _correction(correction: Correction) -> str:
    """Return what was corrected, below the text: the last word is where a reader of both versions looks for it."""
    text = words(line(correction.text))
    return _paragraph(text and f"<strong>{words(correction.label)}:</strong> {text}")
