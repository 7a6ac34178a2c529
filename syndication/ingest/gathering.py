"""Finds the pieces that can have to do with one another: by text, by name, by notice, and those that stand together.

What is found is the same whichever of them asks. Unmarked copy of one name is not looked at together: a form filled
in anew each hour bears one headline the whole day.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from syndication.ingest import bonds, likeness, names
from syndication.ingest.groups import BY_COMMAND
from syndication.ingest.pieces import Piece, take
from syndication.ingest.precedence import is_marked
from syndication.model import Article
from syndication.store import Articles, Decision, History, Kinship, Story

_CANDIDATES = 3
_MOST = 60
"""So many pieces are looked at together; only headlines that come back all day have more."""
_VERSIONS = 8


class Shelves(Protocol):
    """What gathering asks of a store."""

    articles: Articles
    kinship: Kinship
    history: History


class Gathered:
    """The pieces that can have to do with one another, that asked for first; which are linked to it as one event."""

    def __init__(self, store: Shelves, piece: Piece) -> None:
        self._store = store
        self._known = {piece.guid: piece}
        self._rows = {piece.row}
        self.related: list[int] = []
        self.commands: list[tuple[Piece, Decision]] = []
        queue = [piece]
        while queue and len(self._known) < _MOST:
            found = [self._read(story) for story in self._kin(queue.pop(0), piece)]
            queue += found
        self.pieces = list(self._known.values())
        for waiting in queue:  # whoever is known comes with all that stand together with it
            for story in self._standing_with(waiting):
                self._read(story)

    def _kin(self, piece: Piece, asked: Piece) -> Iterator[Story]:
        """Yield the stories that have to do with a piece and were not looked at yet."""
        borne = self._store.articles.borne(piece.heads | _notices(piece))
        for story in (
            *self._standing_with(piece),
            *self._of_its_name(piece, borne),
            *self._told_alike(piece, asked),
            *self._of_notices(piece, borne),
            *self._of_commands(piece),
        ):
            if story.row not in self._rows:
                self._rows.add(story.row)
                yield story

    def _read(self, story: Story) -> Piece:
        self._rows.add(story.row)
        piece = read(self._store, story)
        return self._known.setdefault(piece.guid, piece)

    def _standing_with(self, piece: Piece) -> Iterator[Story]:
        if piece.story is None:
            return
        if piece.story.lead is not None:
            yield self._store.articles.get(piece.story.lead)
        yield from self._store.kinship.members(piece.home)

    def _of_its_name(self, piece: Piece, borne: Iterable[str]) -> Iterator[Story]:
        heads = piece.heads.intersection(borne)
        if not piece.told or not heads:
            return
        is_running = piece.is_marked or piece.take
        for story in names.bearers(self._store.articles, heads):
            article = self._store.kinship.own(story.row) if story.composed else story.article
            near = names.are_near(names.first_seen(article), piece.made)
            if near and (is_running or _may_run(article)) and likeness.same_provider(article, piece.own):
                yield story

    def _told_alike(self, piece: Piece, asked: Piece) -> Iterator[Story]:
        """Yield those of one text, and for marked copy those of much of it."""
        if piece.take:
            return
        for said in piece.told:
            period = likeness.period(names.first_seen(said.article))
            rows = self._store.kinship.alike(period, said.marks, _CANDIDATES) if said.marks else []
            for row in rows:
                if row == piece.row or (row in self._rows and piece is not asked):
                    continue
                story = self._store.articles.get(row)
                other = read(self._store, story)
                like = bonds.alike(piece, other)
                is_part = like.share >= bonds.LEAD_SHARE and (piece.is_marked or other.is_marked)
                if like.verdict in likeness.ONE or is_part:
                    yield story
                if like.verdict == "related" and piece is asked and not other.take:
                    self.related.append(other.home)

    def _of_notices(self, piece: Piece, borne: Iterable[str]) -> Iterator[Story]:
        articles = self._store.articles
        if not piece.is_notice:
            for words in sorted(_notices(piece).intersection(borne)):
                yield from articles.titled(words)
            return
        for title in sorted(t for t in piece.titles if t.startswith(names.KILL)):
            yield from articles.titled(title.removeprefix(names.KILL))
        for guid in sorted(piece.means):
            if (story := articles.current(guid)) is not None:
                yield story

    def _of_commands(self, piece: Piece) -> Iterator[Story]:
        if piece.story is None:
            return
        for decision in self._store.history.decisions(piece.row):
            if decision.reason == BY_COMMAND:
                self.commands.append((piece, decision))
                if decision.other is not None:
                    yield self._store.articles.get(decision.other)


def read(store: Shelves, story: Story) -> Piece:
    """Return all that came under the guid of a story."""
    own = store.kinship.own(story.row) if story.composed else story.article
    return Piece(own, came(store, story), story)


def came(store: Shelves, story: Story) -> Iterable[Article]:
    """Return the versions that came under the story's own guid, the newest first."""
    versions = [v.article for v in store.articles.versions(story.row) if v.decision != "joined"]
    return versions[:_VERSIONS]


def _notices(piece: Piece) -> frozenset[str]:
    """Return the words under which the kill notices are found that may mean a piece."""
    if piece.is_notice:
        return frozenset()
    named = (title for title in piece.titles if not title.startswith(names.KILL))
    return frozenset(f"{names.KILL}{said}" for said in (*named, names.guid(piece.guid.partition("#")[0])))


def _may_run(article: Article) -> bool:
    """Say whether it is, or may have been, a take or marked copy, which belong to others by their name."""
    return is_marked(article) or take(article) > 1 or article.pub_status == "canceled"
