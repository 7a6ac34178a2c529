"""Prints what is pending: entries from the shelf or new, documents around them, files in their places."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from msgspec import structs

from syndication.editions import archive
from syndication.editions.entries import Entries, entries_of, put_on_shelf, told, without
from syndication.editions.faults import Fault
from syndication.editions.files import EditionFiles
from syndication.editions.namesakes import namesakes
from syndication.editions.proof_reading import Proof, Times, read_proof, sample
from syndication.editions.publication import Publication, digest
from syndication.errors import CannotPublish
from syndication.model import Edition, Feed, Profile
from syndication.render import FORMATS
from syndication.store import Past, Window, Windows


class Shelf(Protocol):
    """What printing asks of a store."""

    windows: Windows
    past: Past

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Printed(NamedTuple):
    """What became of one feed.

    `written` counts the editions that changed, `rendered` the entries made anew; `failure` is why a file
    could not be written, or is not as it should be; `faults` are what was found before publishing; `kept_back`
    says that files stay because the store, new or lost, knows no story of a feed that was published before;
    `more` that pages of its archive are still to be printed.
    """

    feed: str
    written: int = 0
    rendered: int = 0
    failure: str | None = None
    faults: tuple[Fault, ...] = ()
    kept_back: bool = False
    more: bool = False

    def after(self, before: "Printed | None") -> "Printed":
        """Return this with the counts of what was printed just before."""
        if before is None:
            return self
        return self._replace(written=before.written + self.written, rendered=before.rendered + self.rendered)


class Left(NamedTuple):
    """What is left to do for a feed: pages of its archive, and what was left out to be read again at an instant."""

    pending: bool
    reread: datetime | None


def print_feed(
    store: Shelf, publication: Publication, feed: Feed, profile: Profile, now: datetime
) -> Printed:
    """Publish every format of one feed; a file that cannot be written leaves the feed pending.

    What is new is held against the format's standard and the feed's profile first: a story at fault is left
    out, a document at fault keeps the last edition, unless that shows what may no longer be seen.
    """
    window = store.windows.load(feed.name)
    feed = structs.replace(feed, home=window.home or profile.site.base_url)
    updated = window.updated or now
    times = Times(updated, now)
    gone = store.past.gone(window.row)
    unknown = not window.shown and not any(e.feed == feed.name for e in store.windows.editions())
    done = Printed(feed.name)
    editions: list[Edition] = []
    shelf: list[Entries] = []
    try:
        for page in archive.pages(store, publication, feed, profile, now):
            done = done._replace(written=done.written + page.written)
            shelf.append(page.entries)
        for name in feed.formats:
            format_ = FORMATS[name]
            files = EditionFiles(publication, feed, format_)
            file = files.document
            entries = entries_of(store, format_, profile, window.shown, told(format_, profile, gone, now))
            entries = without(entries, Proof(namesakes(entries, profile)))
            proof = read_proof(feed, format_, profile, times, sample(entries.found, entries.fresh))
            if proof.whole:
                # What may no longer be seen leaves at once, however the rest looks.
                is_there = publication.has(file)
                must_go = window.urgent and is_there
                kept = "the last edition is kept" if is_there else "nothing is published"
                what = "published, as a story had to go" if must_go else kept
                done = _at_fault(done, name, proof.whole, f"{file}: {proof.whole}; {what}")
                if not must_go:
                    continue
            entries = without(entries, proof)
            shelf.append(entries)
            found = (Fault(feed.name, name, said, guid) for guid, said in entries.left_out.items())
            done = done._replace(faults=(*done.faults, *found))
            document = format_.document(feed, profile, updated, entries.found)
            document = archive.pointing(store, feed, format_, profile, document)
            etag = digest(document)
            if unknown and publication.digest(file) not in {None, etag}:
                done = done._replace(kept_back=True)
                continue
            changed = files.publish(document, entries.found, updated)
            done = done._replace(written=done.written + changed)
            editions.append(
                Edition(feed=feed.name, format=name, updated=updated, etag=etag, entries=entries.stories)
            )
    except CannotPublish as error:
        done = done._replace(failure=str(error))
    more = done.failure is None and archive.is_waiting(store, window.row)
    done = done._replace(rendered=sum(len(entries.fresh) for entries in shelf), more=more)
    with store.write():  # after the files: subscribers do not wait for the shelf
        put_on_shelf(store, shelf)
        if done.failure is None and not done.kept_back:
            early = (*(entries.reread for entries in shelf), store.past.next_reread(window.row))
            reread = min((at for at in early if at is not None), default=None)
            _finish(store, window._replace(home=feed.home), editions, Left(more, reread))
    return done


def _at_fault(done: Printed, format_: str, whole: str, failure: str) -> Printed:
    return done._replace(failure=failure, faults=(*done.faults, Fault(done.feed, format_, whole)))


def _finish(store: Shelf, printed: Window, editions: Sequence[Edition], left: Left) -> None:
    """Remember what was published, unless the window moved on meanwhile."""
    store.windows.publish(printed.name, editions)
    if store.windows.load(printed.name)._replace(home=printed.home) == printed:
        store.windows.save(printed._replace(pending=left.pending, urgent=False, reread=left.reread))
