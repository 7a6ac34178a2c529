"""The share links of a story inside a feed item, where the site wants them there.

No relation of links means "share this" (IANA, "Link Relations"), and `related` would pass networks off as
stories; so they stand at the end of the text, where every reader shows them, and in JSON Feed beside it.
"""

from typing import TYPE_CHECKING

from syndication.model import Article, Profile
from syndication.render.inline_html import attribute, words
from syndication.render.permitted_html import permitted

if TYPE_CHECKING:
    from syndication.share import ShareLink

# Readers of feeds follow these; links to apps and actions of a page lead nowhere there.
_FOLLOWED = ("https:", "mailto:")


def share_links(article: Article, profile: Profile) -> "tuple[ShareLink, ...]":
    """Return the links in the site's order, () where the profile has none."""
    if profile.sharing is None or not profile.share_links:
        return ()
    from syndication.share import admit, links  # noqa: PLC0415 - a room of its own that most feeds never need

    # Editions decide when a story shows: it is asked for as of the instant from which it may.
    story = admit(article, profile.site, profile.sharing, article.published)
    return tuple(k for k in links(story) if k.href and k.href.startswith(_FOLLOWED)) if story else ()


def with_share_links(markup: str, article: Article, profile: Profile) -> str:
    """Return the text of an item with a paragraph of links after it; no text, no paragraph."""
    shown = share_links(article, profile) if markup else ()
    if not shown:
        return markup
    from syndication.share.wording import wording  # noqa: PLC0415 - as above

    said = wording(article.language, profile.site.language)
    listed = " · ".join(f'<a href="{attribute(k.href or "")}">{words(k.name)}</a>' for k in shown)
    # By this class readers and parsers, ours among them, tell it from the story.
    paragraph = (
        f'<p class="share" lang="{said.language}" dir="{said.direction}">{words(said.share)}: {listed}</p>'
    )
    if profile.tags is not None or profile.max_depth is not None:
        paragraph = permitted(paragraph, profile.tags, profile.max_depth)
    return f"{markup}\n{paragraph}"
