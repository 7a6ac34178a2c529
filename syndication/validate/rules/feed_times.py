"""Baseline B07 to B09 and B15: the dates of stories and of the feed."""

from collections.abc import Iterator
from datetime import UTC, datetime

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import strict_rfc822
from syndication.validate.document import Document, Story
from syndication.validate.finding import Fault, shown

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def dates_are_plausible(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B07."""
    for moment in document.moments:
        instant = moment.instant
        if instant is None:
            yield Fault(moment.at, f"{shown(moment.text)} is not a date with time and zone")
        elif instant > circumstances.now:
            yield Fault(moment.at, f"{shown(moment.text)} is still to come", until=instant)
        elif instant < _EARLIEST:
            yield Fault(moment.at, f"{shown(moment.text)} is before 1990")


def rfc822_is_plain(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B08."""
    for moment in document.moments:
        if moment.form == "rfc822" and not strict_rfc822(moment.text):
            yield Fault(moment.at, f"{shown(moment.text)} is not RFC 822 with GMT or a numeric offset")


def newest_first(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B09. Where pubDate moves with a correction, a corrected story keeps its place."""
    moves = circumstances.profile.update_signal == "pubDate"
    newest: datetime | None = None
    for story in document.stories:
        instant = _published(story)
        if instant is None or (moves and story.updated and story.updated.instant == instant):
            continue
        if newest is not None and instant > newest:
            yield Fault(story.node, "the story is newer than the one before it")
        newest = instant


def feed_time_follows(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B15."""
    moment = document.updated
    if moment is None or moment.instant is None:
        return
    changes = [m.instant for s in document.stories for m in (s.published, s.updated) if m]
    changes += [when.instant for _, when in document.removals]
    latest = max((c for c in changes if c is not None), default=None)
    touched = circumstances.facts.touched
    if latest is not None and moment.instant < latest:
        yield Fault(moment.at, f"{shown(moment.text)} is before the newest change in the feed")
    elif touched is not None and moment.instant != touched.replace(microsecond=0):
        yield Fault(
            moment.at, f"{shown(moment.text)} is not the instant of the newest change, {touched:%FT%TZ}"
        )
    before = circumstances.previous.updated if circumstances.previous else None
    if before is not None and before.instant is not None and moment.instant < before.instant:
        yield Fault(moment.at, f"{shown(moment.text)} is before {shown(before.text)} of the edition before")


def _published(story: Story) -> datetime | None:
    moment = story.published or story.updated
    return moment.instant if moment else None
