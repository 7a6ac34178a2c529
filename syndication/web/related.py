"""Which other stories a story points to."""

from collections.abc import Iterator

from syndication.model import Article, Site
from syndication.model.identity import short_id
from syndication.share.oembed_address import story_id

_MOST = 6


def related_ids(article: Article, site: Site) -> tuple[str, ...]:
    """Return the short ids of the stories that its links and packages name, each once, at most six.

    A link without guid counts where it is a page of this site. Others are left out: whether a story on
    another host may still be seen, nobody here knows.
    """
    own = short_id(article.guid)
    found = dict.fromkeys(id_ for id_ in _ids(article, site) if id_ != own)
    return tuple(found)[:_MOST]


def _ids(article: Article, site: Site) -> Iterator[str]:
    named = [(link.guid, link.href) for link in article.links if link.rel != "canonical"]
    packaged = [(item.guid, item.href) for group in article.groups for item in group.items]
    for guid, href in (*named, *packaged):
        if guid:
            yield short_id(guid)
        elif href and (found := _of_page(href, site)):
            yield found


def _of_page(href: str, site: Site) -> str | None:
    try:
        return story_id(href, site)
    except ValueError:
        return None
