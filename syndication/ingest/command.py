"""What an editor orders without a wire: a story is killed as a notice of its own wire would kill it."""

from datetime import datetime

from syndication.errors import UnknownName
from syndication.ingest.acceptance import accept
from syndication.ingest.settlement import Kin
from syndication.model import Article
from syndication.model.article import Link, Source
from syndication.model.identity import short_id

_NAME = "command"


def kill(store: Kin, guid: str, now: datetime) -> None:
    """Take a story back with all that is in it, inside an open transaction; raise UnknownName where there is none.

    Its wire's later versions stay away, too. `apart` undoes it, as it does with every notice.
    """
    story = store.articles.current(guid)
    if story is not None and story.lead is not None:
        story = store.articles.get(story.lead)
    if story is None or story.article.pub_status == "canceled":
        raise UnknownName("is no story, or one that was killed already", guid)
    killed = story.article
    notice = Article(
        guid=f"tag:{_NAME}.invalid,{now:%Y-%m-%d}:kill:{short_id(killed.guid)}:{now:%H%M%S%f}",
        pub_status="canceled",
        provider=killed.provider,
        language=killed.language,
        links=(Link("previous", guid=killed.guid),),
        source=Source(_NAME, "kill", "article-json", now),
    )
    for _ in accept(store, notice, now, versioned=False):
        pass
