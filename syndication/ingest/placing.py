"""Where a new story belongs: by itself, into a running story, behind one that is there already.

Never a guess: a take or a kill that fits several stories goes to quarantine with their guids, a lead is
published by itself.
"""

from typing import NamedTuple, Protocol

from syndication.errors import Undecided
from syndication.ingest import likeness, names
from syndication.ingest.composition import take
from syndication.ingest.likeness import REPLACES
from syndication.model import Article
from syndication.store import Articles, Kinship, Story

_CANDIDATES = 3
_KILLED_TEXT = 0.95
_LEAD_SHARE = 0.5


class Place(NamedTuple):
    """A story's part, the story it stands in, and why; those it is related to; the marks of its opening."""

    part: str | None = None
    lead: Story | None = None
    reason: str = ""
    related: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()


class Shelves(Protocol):
    """What placing asks of a store."""

    articles: Articles
    kinship: Kinship


def place(store: Shelves, article: Article) -> Place:
    """Return where a story of a new guid belongs, killed ones, too: their next version may be usable.

    Raise Undecided.
    """
    number = take(article)
    if number > 1:
        return _take(store, article, number)
    if not article.body:
        return Place()  # a notice, a headline: nothing tells what it is a copy of
    said = likeness.said(article)
    marks = likeness.marks(said)
    alike = _alike(store, said, marks) if marks else []
    if not _is_marked(article):
        found = next((p for root, like in alike if (p := _beside(article, root, like))), Place())
    else:
        found = _lead(store, said, alike)
    related = tuple(root.row for root, like in alike if like.verdict == "related" and root != found.lead)
    return found._replace(related=related, marks=tuple(marks))


def _beside(article: Article, root: Story, like: likeness.Likeness) -> Place | None:
    """Return where a story belongs beside one that is like it, None where it stands alone."""
    if root.article.pub_status == "canceled":
        if like.verdict != "related" and like.share >= _KILLED_TEXT:
            return Place("duplicate", root, f"the text of a killed story again ({like.share:.0%})")
        return None
    if like.verdict == "duplicate":
        return Place("duplicate", root, f"{like.share:.0%} of its text is there already")
    if like.verdict == "revision":
        return Place("lead", root, f"a revision under the same name ({like.share:.0%})")
    if _is_original(article, root.article, like):
        return Place("lead", root, "the story that a lead came before")
    return None


def _take(store: Shelves, article: Article, number: int) -> Place:
    running = names.running(store.articles, article, killed=True)
    found = [root for root in running if take(root.article) < 2]
    if not found:
        return Place("waits", None, f"take {number} came before the story that it continues")
    if len(found) > 1:
        raise Undecided(f"take {number} fits several stories: {_guids(found)}", article.source.locator)
    return Place("take", found[0], f"take {number} of it")


def _lead(store: Shelves, said: likeness.Said, alike: list[tuple[Story, likeness.Likeness]]) -> Place:
    article = said.article
    found = {
        root.row: root
        for root in names.running(store.articles, article)
        if not _filled_anew(article, root.article, likeness.compare(likeness.said(root.article), said))
    }
    if not found:
        found = {
            root.row: root
            for root, like in alike
            if like.share >= _LEAD_SHARE
            and root.article.pub_status == "usable"
            and likeness.same_provider(root.article, article)
            and likeness.days_between(root.article, article) == 0
            and not _filled_anew(article, root.article, like)
        }
    together = [
        root
        for root in found.values()
        if root.article.embargoed == article.embargoed and _precedes(root.article, article)
    ]
    if len(together) == 1:
        return Place("lead", together[0], f"marked {', '.join(article.signals)}")
    return Place(reason=f"it may replace any of {_guids(together)}" if together else "")


def _filled_anew(article: Article, root: Article, like: likeness.Likeness) -> bool:
    """Say whether marked copy is one form with the other story, filled in for another day, place or person.

    Other figures are what a lead is sent for; another name among the same words it would call a correction.
    """
    if likeness.days_between(article, root):
        return bool(like.swapped)
    return like.share >= likeness.SAME and like.swapped.names > 0 and "correction" not in article.signals


def _precedes(root: Article, article: Article) -> bool:
    """Say whether marked copy can replace a story: one that came before it, or marked copy like itself."""
    return _is_marked(root) or likeness.moment(root) <= likeness.moment(article)


def _is_marked(article: Article) -> bool:
    return not REPLACES.isdisjoint(article.signals)


def _is_original(article: Article, root: Article, like: likeness.Likeness) -> bool:
    return (
        like.share >= likeness.RELATED
        and _is_marked(root)
        and likeness.moment(article) <= likeness.moment(root)
        and likeness.named_alike(article, root)
        and likeness.same_provider(article, root)
        and not _filled_anew(root, article, like)
    )


def _alike(store: Shelves, said: likeness.Said, marks: list[int]) -> list[tuple[Story, likeness.Likeness]]:
    """Return the published stories whose text is most like this one, the most first; a bounded look."""
    article = said.article
    middle = likeness.period(article.published)
    rows = store.kinship.alike((middle - 1, middle, middle + 1), marks, _CANDIDATES)
    found = []
    for story in map(store.articles.get, rows):
        if story.article.guid == article.guid or story.part in {"take", "waits"}:
            continue
        like = likeness.compare(likeness.said(story.article), said)
        root = story if story.lead is None else store.articles.get(story.lead)
        if like.verdict != "apart":
            found.append((root, like))
    return sorted(found, key=lambda pair: (-pair[1].share, pair[0].row))


def _guids(found: list[Story]) -> str:
    return ", ".join(story.article.guid for story in found)
