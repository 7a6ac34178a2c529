"""Requests to correct a story: nothing guesses what a desk would do with them, so they wait in quarantine.

The reason names the story that is meant, where its names tell; the story itself, corrected, replaces it.
"""

from syndication.errors import Undecided
from syndication.ingest import names
from syndication.ingest.likeness import same_provider
from syndication.model import Article
from syndication.store import Articles

_ISSUE = "correction-request"  # as the copy was read


def refuse(articles: Articles, article: Article) -> None:
    """Raise Undecided for a request to correct a story, with the guids of those that it can mean."""
    if article.pub_status != "withheld" or not any(issue.code == _ISSUE for issue in article.issues):
        return
    wanted = sorted(
        {names.normal(link.title) for link in article.links if link.rel == "previous" and link.title}
    )
    meant = names.roots(articles, (story for name in wanted for story in articles.titled(name)))
    guids = [story.article.guid for story in meant if same_provider(story.article, article)]
    what = f"of {', '.join(guids)}" if guids else "of a story that is not here"
    raise Undecided(
        f"it asks editors for a correction {what}: send that story, corrected", article.source.locator
    )
