"""The entries of one document: from the shelf, or rendered; those of killed stories where the format tells of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication import __version__
from syndication.editions.proof_reading import Proof
from syndication.model import Profile
from syndication.render import FeedFormat
from syndication.store import Gone, Shown, Windows


class Shelf(Protocol):
    """What entries ask of a store."""

    windows: Windows


class Entries(NamedTuple):
    """Entries in the order of the feed, those rendered anew by version, and why some were left out, by guid.

    `guids` are those of the versions that were not on the shelf; `stories` counts the entries of stories that
    are published. `reread` is when the first of those left out is sound by the clock alone.
    """

    variant: str
    found: list[bytes]
    fresh: dict[int, bytes]
    guids: dict[int, str]
    left_out: dict[str, str]
    stories: int
    reread: datetime | None = None


def told(format_: FeedFormat, profile: Profile, gone: Sequence[Gone], now: datetime) -> list[Shown]:
    """Return the killed stories that a format may still tell of; its `entry` says whether it has words for it.

    An aggregator that takes marked items has a time of its own for them.
    """
    if format_.marks_deleted:
        return [place for place, at in gone if at + profile.keep_deleted > now]
    return [place for place, _ in gone]


def entries_of(
    store: Shelf, format_: FeedFormat, profile: Profile, shown: Sequence[Shown], gone: Sequence[Shown] = ()
) -> Entries:
    """Return the entries of a document, newest publication first; what the shelf has not is rendered.

    A story that the format cannot print never takes the feed with it.
    """
    variant = f"{format_.name}\n{__version__}\n{profile.key}"
    places = sorted((*shown, *gone), key=lambda place: place.published, reverse=True) if gone else shown
    kept = store.windows.kept(variant, [place.version for place in places])
    missing = [place for place in places if place.version not in kept]
    fresh: dict[int, bytes] = {}
    guids: dict[int, str] = {}
    left_out: dict[str, str] = {}
    for place, article in zip(missing, store.windows.articles(missing), strict=True):
        guids[place.version] = article.guid
        try:
            fresh[place.version] = format_.entry(article, profile)
        except (ValueError, OverflowError) as error:
            left_out[article.guid] = str(error)
    kept |= fresh
    found = [entry for place in places if (entry := kept.get(place.version))]
    stories = sum(1 for place in shown if kept.get(place.version))
    return Entries(variant, found, fresh, guids, left_out, stories)


def without(entries: Entries, proof: Proof) -> Entries:
    """Return the entries without those rendered anew and at fault.

    They are not kept, so that each round judges them again.
    """
    faults = {version: said for version, said in proof.faults.items() if version in entries.fresh}
    bad = {entries.fresh[version] for version in faults}
    return entries._replace(
        found=[entry for entry in entries.found if entry not in bad],
        fresh={version: entry for version, entry in entries.fresh.items() if version not in faults},
        left_out=entries.left_out | {entries.guids[version]: said for version, said in faults.items()},
        stories=entries.stories - len(faults),
        reread=min((at for version, at in proof.sound.items() if version in faults), default=None),
    )


def put_on_shelf(store: Shelf, shelf: Sequence[Entries]) -> None:
    """Keep what was rendered anew, inside an open transaction."""
    for entries in shelf:
        for version, entry in entries.fresh.items():
            store.windows.keep(entries.variant, version, entry)
