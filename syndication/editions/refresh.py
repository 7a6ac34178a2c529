"""One round: follow the log, print what is pending, remove what is no longer defined."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import NamedTuple, Protocol

from msgspec import structs

from syndication.editions import archive
from syndication.editions.files import EditionFiles
from syndication.editions.membership import FOLLOWER, Followed, Log, follow, subject, take_step
from syndication.editions.names import file_name
from syndication.editions.press import Printed, Shelf, print_feed
from syndication.editions.publication import Publication
from syndication.editions.tidying import Household, Tidied, tidy
from syndication.model import Feed, Profile, Retention
from syndication.render import FORMATS

_RETENTION = Retention()


class Archive(Log, Shelf, Household, Protocol):
    """What a round asks of a store."""


class Round(NamedTuple):
    """What a round did: the feeds it printed, and feeds kept because they would have gone empty.

    `more` says that a short round left work for which nobody waits to the next one.
    """

    printed: tuple[Printed, ...] = ()
    emptied: tuple[str, ...] = ()
    more: bool = False


class Editions:
    """The editions of all feeds of one site."""

    def __init__(
        self,
        store: Archive,
        publication: Publication,
        profiles: Mapping[str, Profile],
        feeds: Sequence[Feed],
        retention: Retention = _RETENTION,
    ) -> None:
        self._retention = retention
        self._store = store
        self._publication = publication
        self._feeds = tuple((_bounded(f, profiles[f.profile]), profiles[f.profile]) for f in feeds)
        self._subjects = tuple(subject(feed, profile, retention) for feed, profile in self._feeds)
        self._definitions = {s.feed.name: s.definition for s in self._subjects}

    def repair(self) -> None:
        """Remove litter and files of feeds that are gone; mark feeds whose files are not those published.

        Raise CannotPublish where the directory cannot be written.
        """
        publication = self._publication
        wanted = {file_name(feed, FORMATS[name]) for feed, _ in self._feeds for name in feed.formats}
        pages = [
            (feed, number, name)
            for feed, profile in self._feeds
            for number, name in archive.files(self._store, feed, profile)
        ]
        wanted |= {name for _, _, name in pages}
        wanted.update(*(self._files(f, name).parts() for f, _ in self._feeds for name in f.formats))
        with publication.round():
            publication.sweep()
            for name in publication.names():
                if name not in wanted:
                    publication.remove(name)
        etags = {(e.feed, e.format): e.etag for e in self._store.windows.editions()}
        with self._store.write():
            for feed, _ in self._feeds:
                if not all(
                    self._is_in_place(feed, name, etags.get((feed.name, name))) for name in feed.formats
                ):
                    window = self._store.windows.load(feed.name)
                    self._store.windows.save(window._replace(pending=True, urgent=True))
            for name in {feed.name for feed, _, file in pages if not publication.has(file)}:
                window = self._store.windows.load(name)
                self._store.past.renew(window.row)
                self._store.windows.save(window._replace(pending=True))

    def follow_along(self, now: datetime) -> None:
        """Follow what was just written, inside the transaction that wrote it: both are durable together.

        Leaves all that is more than a small step, such as a feed defined anew, to `refresh`.
        """
        take_step(self._store, self._subjects, now, self._retention, settled=True)

    def refresh(
        self,
        now: datetime,
        *,
        only: AbstractSet[str] | None = None,
        scheduled: AbstractSet[str] = frozenset(),
        everything: bool = False,
        short: bool = False,
    ) -> Round:
        """Bring files up to date with the log at `now` and return what was done.

        A feed with a schedule of its own waits until it is in `scheduled`, unless something urgent is
        pending. `only` prints the feeds named and no others, schedule or not; `everything` compares the
        files of feeds that are not pending, too, with what they should be. A `short` round does a part of
        what is not urgent, memberships of feeds defined anew and pages of archives, and comes to its end.
        """
        emptied: set[str] = set()
        followed = Followed(more=self._is_behind(now))
        while followed.more or (followed.walking and not short):
            followed = follow(self._store, self._subjects, now, self._retention)
            emptied.update(followed.emptied)
        self._miss()
        printed: dict[str, Printed] = {}
        chosen = self._chosen(only, scheduled, everything=everything)
        while chosen:
            with self._publication.round():
                for feed, profile in chosen:
                    done = print_feed(self._store, self._publication, feed, profile, now)
                    printed[feed.name] = done.after(printed.get(feed.name))
            chosen = [] if short else [(f, p) for f, p in chosen if printed[f.name].more]
        emptied.update(p.feed for p in printed.values() if p.kept_back)
        more = followed.walking or any(p.more for p in printed.values())
        return Round(tuple(printed.values()), tuple(sorted(emptied)), more)

    def tidy(self, now: datetime) -> Tidied:
        """Remove what the retention lets go; raise CannotPublish where files cannot be removed."""
        feeds = [feed for feed, _ in self._feeds]
        return tidy(self._store, self._publication, feeds, self._retention, now)

    def next_due(self) -> datetime | None:
        """Return the next instant at which a feed changes without an arrival, or None."""
        return self._store.windows.next_due()

    def _miss(self) -> None:
        """Mark the feeds whose files somebody took away while we run."""
        missing = [
            feed.name
            for feed, _ in self._feeds
            if not all(self._files(feed, name).are_there() for name in feed.formats)
        ]
        if not missing or self._store.windows.pending().keys() >= set(missing):
            return
        with self._store.write():
            for name in missing:
                window = self._store.windows.load(name)
                self._store.windows.save(window._replace(pending=True, urgent=True))

    def _is_in_place(self, feed: Feed, format_: str, etag: str | None) -> bool:
        """Say whether the file is what the store says: power may fail between a rename and its sync."""
        files = self._files(feed, format_)
        return files.are_there() and self._publication.digest(files.document) == etag

    def _files(self, feed: Feed, format_: str) -> EditionFiles:
        return EditionFiles(self._publication, feed, FORMATS[format_])

    def _is_behind(self, now: datetime) -> bool:
        store = self._store
        due = store.windows.next_due()
        if store.changes.last() > store.changes.reached(FOLLOWER) or (due is not None and due <= now):
            return True
        return store.windows.definitions() != self._definitions

    def _chosen(
        self, only: AbstractSet[str] | None, scheduled: AbstractSet[str], *, everything: bool
    ) -> list[tuple[Feed, Profile]]:
        pending = self._store.windows.pending()

        def is_time(feed: Feed) -> bool:
            return feed.cron is None or only is not None or feed.name in scheduled or pending[feed.name]

        return [
            (feed, profile)
            for feed, profile in self._feeds
            if (only is None or feed.name in only)
            and (everything or (feed.name in pending and is_time(feed)))
        ]


def _bounded(feed: Feed, profile: Profile) -> Feed:
    """Return the feed within what its profile and its formats take: the strictest age and number count."""
    bounded = profile.bounded(feed)
    ages = [bounded.max_age, *(FORMATS[name].max_age for name in feed.formats)]
    return structs.replace(bounded, max_age=min((age for age in ages if age is not None), default=None))
