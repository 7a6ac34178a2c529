"""The feed of some Articles as it would be published, without a store."""

from collections.abc import Iterable
from datetime import datetime

from syndication.model import Article, Feed, Profile
from syndication.model.identity import short_id
from syndication.render import FeedFormat


def proof(articles: Iterable[Article], to: FeedFormat, profile: Profile, now: datetime) -> bytes:
    """Return the document: of each story its highest version if it is visible at `now`, newest first.

    The feed-level time is that of the newest story, `now` where there is none.
    """
    current: dict[str, Article] = {}
    for article in articles:
        known = current.get(article.guid)
        if known is None or article.version >= known.version:
            current[article.guid] = article
    visible = [a for a in current.values() if a.visible(now)]
    if len({a.published for a in visible}) < len(visible):  # only what is as old is told apart by its id
        visible.sort(key=lambda a: short_id(a.guid))
    visible.sort(key=lambda a: a.published, reverse=True)
    updated = max((a.modified for a in visible), default=now)
    feed = Feed(name="proof", title=profile.site.title, limit=max(1, len(visible)))
    return to.document(feed, profile, updated, [to.entry(a, profile) for a in visible])
