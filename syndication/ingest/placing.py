"""Where a story belongs: by itself, into a running story, behind one that is there already.

Never a guess: a take or a kill that fits several stories goes to quarantine with their guids, a lead is
published by itself. What is one with two stories makes them one, so that the order of arrival does not matter.
It matters in one case alone: a lead or take that joined the only story of its name stays there when a second story
of that name comes. What was published is not undone by what comes later.
"""

from typing import NamedTuple, Protocol

from syndication.errors import Undecided
from syndication.ingest import facts, likeness, names, shingles
from syndication.ingest.composition import take
from syndication.ingest.likeness import Likeness
from syndication.ingest.precedence import is_marked
from syndication.ingest.shingles import Said
from syndication.model import Article
from syndication.store import Articles, History, Kinship, Story

_CANDIDATES = 3
_VERSIONS = 5
_KILLED_TEXT = 0.95
_LEAD_SHARE = 0.5


class Bond(NamedTuple):
    """A published story that another one belongs to, as what, and why."""

    part: str
    root: Story
    reason: str


class Place(NamedTuple):
    """What a story belongs to; without that, its part and why; those it is related to; the marks of its opening.

    `waiting` are the takes of its name that wait for a story.
    """

    bonds: tuple[Bond, ...] = ()
    part: str | None = None
    reason: str = ""
    related: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    waiting: tuple[Story, ...] = ()


class Shelves(Protocol):
    """What placing asks of a store."""

    articles: Articles
    kinship: Kinship
    history: History


def place(store: Shelves, article: Article, home: int | None = None) -> Place:
    """Return where a story belongs, a killed one, too: its next version may be usable.

    `home` is the row of the story that it is in already. Raise Undecided.
    """
    number = take(article)
    if number > 1:
        return _take(store, article, number)
    if not article.body:
        return Place()  # a notice, a headline: nothing tells what it is a copy of
    said = shingles.said(article)
    alike = [pair for pair in _alike(store, said) if pair[0].row != home] if said.marks else []
    bonds = {root.row: bond for root, like in reversed(alike) if (bond := _beside(root, like))}
    reason = ""
    bearers = names.bearers(store.articles, article)
    killed = article.pub_status == "canceled"
    running = names.running(store.articles, article, killed=killed, among=bearers)
    if not is_marked(article):
        for root in running:
            if root.row not in bonds and root.row != home and _is_original(store, said, root):
                bonds[root.row] = Bond("lead", root, "the story that a lead came before")
    else:
        found = [r for r in _replaced(store, said, running, alike) if r.row not in bonds and r.row != home]
        if len(found) == 1:
            bonds[found[0].row] = Bond("lead", found[0], f"marked {', '.join(article.signals)}")
        elif found:
            reason = f"it may replace any of {_guids(found)}"
    related = {root.row for root, like in alike if like.verdict == "related"} - bonds.keys()
    kept = tuple(bond for _, bond in sorted(bonds.items()))
    waiting = tuple(s for s in bearers if s.part == "waits")
    return Place(kept, None, reason, tuple(sorted(related)), tuple(said.marks), waiting)


def _beside(root: Story, like: Likeness) -> Bond | None:
    """Return how a story belongs to one that is like it, None where it stands alone."""
    if root.article.pub_status == "canceled":
        if like.verdict != "related" and like.share >= _KILLED_TEXT:
            return Bond("duplicate", root, f"the text of a killed story again ({like.share:.0%})")
        return None
    if like.verdict == "duplicate":
        return Bond("duplicate", root, f"{like.share:.0%} of its text is there already")
    if like.verdict == "revision":
        return Bond("lead", root, f"a revision under the same name ({like.share:.0%})")
    return None


def _take(store: Shelves, article: Article, number: int) -> Place:
    running = names.running(store.articles, article, killed=True)
    found = [root for root in running if take(root.article) < 2]
    if not found:
        return Place(part="waits", reason=f"take {number} came before the story that it continues")
    if len(found) > 1:
        raise Undecided(f"take {number} fits several stories: {_guids(found)}", article.source.locator)
    return Place((Bond("take", found[0], f"take {number} of it"),))


def _replaced(
    store: Shelves, said: Said, running: list[Story], alike: list[tuple[Story, Likeness]]
) -> list[Story]:
    """Return the stories that marked copy may replace: those of its name, else those of much of its text."""
    article = said.article
    found = {root.row: root for root in running if not _filled_anew(said, root.article)}
    if not found:
        found = {
            root.row: root
            for root, like in alike
            if like.share >= _LEAD_SHARE
            and root.article.pub_status == "usable"
            and likeness.same_provider(root.article, article)
            and likeness.days_between(root.article, article) == 0
            and not _filled_anew(said, root.article)
        }
    return [
        root
        for root in found.values()
        if any(a.embargoed == article.embargoed and _precedes(a, article) for a in _tellings(store, root))
    ]


def _tellings(store: Shelves, root: Story) -> list[Article]:
    """Return what a published story is made of, each as it came under its own guid, without takes."""
    if not root.composed:
        return [root.article]
    members = store.kinship.members(root.row)
    return [store.kinship.own(root.row), *(m.article for m in members if m.part != "take")]


def _filled_anew(said: Said, root: Article) -> bool:
    """Say whether marked copy is one form with the other story, filled in for another day, place or person.

    Other figures are what a lead is sent for; another name among the same words it would call a correction.
    """
    other = shingles.said(root)
    share = said.share(other)
    if likeness.days_between(said.article, root):
        return share >= likeness.RELATED and bool(facts.swapped(said.text, other.text))
    if share < likeness.SAME or "correction" in (*said.article.signals, *root.signals):
        return False
    return facts.swapped(said.text, other.text).names > 0


def _precedes(root: Article, article: Article) -> bool:
    """Say whether marked copy can replace a story: one that came before it, or marked copy like itself."""
    # The last that came of a killed story is the kill.
    came = names.first_seen(root) if root.pub_status == "canceled" else likeness.moment(root)
    return is_marked(root) or came <= likeness.moment(article)


def _is_original(store: Shelves, said: Said, root: Story) -> bool:
    """Say whether a story is the one that a lead of its name came before; a lead that has one needs no other."""
    article = said.article
    tellings = _tellings(store, root)
    leads = [
        a
        for a in tellings
        if is_marked(a)
        and a.embargoed == article.embargoed
        and likeness.moment(article) <= likeness.moment(a)
        and not _filled_anew(said, a)
    ]
    last = max(map(likeness.moment, leads), default=None)
    return last is not None and not any(
        not is_marked(a) and likeness.named_alike(a, article) and likeness.moment(a) <= last for a in tellings
    )


def _alike(store: Shelves, said: Said) -> list[tuple[Story, Likeness]]:
    """Return the published stories whose text is most like this one, the most first; a bounded look."""
    article = said.article
    rows = store.kinship.alike(likeness.period(article.published), said.marks, _CANDIDATES)
    found = []
    for story in map(store.articles.get, rows):
        if story.article.guid == article.guid or story.part in {"take", "waits"}:
            continue
        like = likeness.compare(shingles.said(story.article), said)
        if like.verdict not in likeness.ONE:
            like = _as_it_was(store, story, said) or like
        root = story if story.lead is None else store.articles.get(story.lead)
        if like.verdict != "apart":
            found.append((root, like))
    return sorted(found, key=lambda pair: (-pair[1].share, pair[0].row))


def _as_it_was(store: Shelves, story: Story, said: Said) -> Likeness | None:
    """Return what a story is to earlier and later versions: copies are made of what was corrected since, too."""
    if story.article.version == 1 and not story.composed and not store.history.decisions(story.row):
        return None  # nothing came under its guid but this
    versions = store.articles.versions(story.row)[:_VERSIONS]
    likes = (likeness.compare(shingles.said(version.article), said) for version in versions)
    return next((like for like in likes if like.verdict in likeness.ONE), None)


def _guids(found: list[Story]) -> str:
    return ", ".join(story.article.guid for story in found)
