"""A guid that comes back with another story, which gets a guid of its own: the old one with a key as fragment.

Wires count in circles, and ids of years ago come again: there two stories have nothing in common. Plain copy has
no id but its opening, and forms open alike ("Following are the water levels ..."): there two stories of one day
have the same sixty words, and other facts below them. Which of them a later version belongs to is told by its
words; one without words (a kill) means the newest.
"""

from typing import NamedTuple

import msgspec

from syndication.ingest import names
from syndication.ingest.gathering import Shelves
from syndication.ingest.likeness import other_story, unrelated
from syndication.model import Article
from syndication.model.article import Issue
from syndication.model.identity import content_key, fingerprint, full_key
from syndication.store import Story


class Resolved(NamedTuple):
    """A story under the guid that is its own, what is there under it, and the older story whose guid it came with."""

    article: Article
    before: Story | None = None
    namesake: Story | None = None


def resolved(store: Shelves, article: Article) -> Resolved:
    """Return which story it is that came with a guid."""
    first = store.articles.current(article.guid)
    if first is None:
        return Resolved(article)
    others = store.articles.titled(names.guid(article.guid))
    if not article.body and others:
        return Resolved(msgspec.structs.replace(article, guid=others[0].article.guid), others[0])
    same = next((s for s in (first, *others) if _is_one(store, s, article)), None)
    if same is not None:
        return Resolved(msgspec.structs.replace(article, guid=same.article.guid), same)
    said = f"the guid {article.guid} belongs to another story of {first.article.published:%Y-%m-%d}"
    key = full_key(article.body) if _by_opening(article) else content_key(article.body)
    issues = (*article.issues, Issue("guid-reused", said))
    guid = f"{article.guid}#{key}"
    article = msgspec.structs.replace(article, guid=guid, issues=issues)
    return Resolved(article, store.articles.current(guid), first)


def _is_one(store: Shelves, story: Story, article: Article) -> bool:
    """Say whether copy that came with the story's guid is a version of that story."""
    if not article.body or store.articles.known(story.row, fingerprint(article)):
        return True
    own = store.kinship.own(story.row) if story.composed else story.article
    if not own.body:
        return True
    return not (other_story(own, article) if _by_opening(article) else unrelated(own, article))


def _by_opening(article: Article) -> bool:
    """Say whether the guid is made of the opening of the text, as that of copy without an id."""
    keys = (i.value for i in article.alt_ids if i.scheme == names.CONTENT_KEY)
    return any(article.guid.partition("#")[0].endswith(f":{key}") for key in keys)
