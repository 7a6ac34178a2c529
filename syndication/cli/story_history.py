"""What `syndication story` tells: versions with their differences, decisions, changes, feeds."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from syndication.cli.story_diff import differences
from syndication.cli.story_search import find
from syndication.config import Configuration
from syndication.ingest import prevails
from syndication.store import Carried, Change, Decision, Store, Story, Version

_SAID = {
    "new": "a guid that was never seen",
    "update": "a newer version",
    "joined": "composed anew of the stories in it",
}


class Told(NamedTuple):
    """One decision about a story, in words."""

    at: datetime
    what: str
    version: int
    reason: str
    other: str | None


class Changed(NamedTuple):
    """A version, the one that it is held against (None for the first), and whether it took that one's place."""

    version: Version
    against: Version | None
    counts: bool
    lines: list[str]


class StoryHistory(NamedTuple):
    """Everything that happened to one story; versions are in the order in which they came."""

    story: Story
    address: str
    state: str
    versions: list[Changed]
    decisions: list[Told]
    changes: list[Change]
    carried: list[Carried]
    stands_in: str | None
    consists_of: list[tuple[str, str]]
    related: list[str]


def history(store: Store, configuration: Configuration, text: str, now: datetime) -> StoryHistory:
    """Return the history of the story that is meant; raise UnknownName."""
    found = find(store, text)
    versions = sorted(store.articles.versions(found.row), key=lambda version: version.row)
    changes = store.changes.of(found.row)
    lead = store.articles.get(found.lead) if found.lead is not None else None
    stands_in = lead.article.guid if lead else None
    return StoryHistory(
        found,
        configuration.site.page(found.article),
        _state(store, found, stands_in, now),
        list(_changed(versions)),
        _decisions(store, versions, store.history.decisions(found.row), changes),
        changes,
        store.history.carried(found.row),
        stands_in,
        [(m.part or "", m.article.guid) for m in store.kinship.members(found.row)],
        [store.articles.get(row).article.guid for row in store.kinship.related(found.row)],
    )


def record(told: StoryHistory) -> dict[str, Any]:
    """Return the history as one JSON object; `against` is the row of the version that a version is held against."""
    return {
        "guid": told.story.article.guid,
        "address": told.address,
        "visible": told.story.visible,
        "state": told.state,
        "part": told.story.part,
        "stands_in": told.stands_in,
        "consists_of": told.consists_of,
        "related": told.related,
        "feeds": [c.feed for c in told.carried if c.until is None],
        "carried": [c._asdict() for c in told.carried],
        "versions": [
            version._asdict()
            | {"against": against.row if against else None, "counts": counts, "changed": lines}
            for version, against, counts, lines in reversed(told.versions)
        ],
        "decisions": [d._asdict() for d in told.decisions],
        "changes": [c._asdict() for c in told.changes],
    }


def _state(store: Store, story: Story, stands_in: str | None, now: datetime) -> str:
    """Say why the public sees the story, or does not."""
    article = story.article
    held = "" if article.embargoed is None else f"under embargo until {_time(article.embargoed)}"
    if story.visible:
        return "visible" if article.expires is None else f"visible until {_time(article.expires)}"
    because = ""
    if story.part is not None:
        because = (
            "waits for a story that has not come" if stands_in is None else f"{story.part} of {stands_in}"
        )
        if held and article.embargoed is not None and article.embargoed > now:
            because += f", {held}"
    elif article.pub_status != "usable":
        because = "killed" if article.pub_status == "canceled" else "withheld"
    elif article.expires is not None and article.expires <= now:
        because = f"expired {_time(article.expires)}"
    elif held:
        because = held
        copies = (m.article for m in store.kinship.members(story.row) if m.part != "take")
        bearers = [a.guid for a in copies if a.embargoed == article.embargoed]
        if bearers and store.kinship.own(story.row).embargoed != article.embargoed:
            because += f", as {', '.join(bearers)}, a copy of it, says"
    return f"not visible: {because}" if because else "not visible"


def _changed(versions: Sequence[Version]) -> Iterator[Changed]:
    """Yield each version with what it changed in the one that counted when it came."""
    own: Version | None = None  # of what came under the story's own guid
    whole: Version | None = None  # of what was published: composed of several stories, or its own
    for version in versions:
        composed = version.decision == "joined"
        against = whole if composed else own
        counts = composed or against is None or _counts(version, against)
        yield Changed(
            version, against, counts, differences(against.article, version.article) if against else []
        )
        if counts and not composed:
            own = version
        if counts and (composed or whole is None or whole.decision != "joined"):
            whole = version


def _counts(version: Version, against: Version) -> bool:
    """Say whether a version took the place of the one that counted before it."""
    if version.decision == "conflict":
        return prevails(version.article, version.fingerprint, against.article)
    return version.decision != "late"


def _decisions(
    store: Store, versions: Sequence[Version], decisions: Sequence[Decision], changes: Sequence[Change]
) -> list[Told]:
    """Return the decisions with their reasons, and those that only a version tells, in the order of time."""
    known = [
        Told(d.at, d.what, d.version, d.reason, store.articles.get(d.other).article.guid if d.other else None)
        for d in decisions
    ]
    explained = {(d.what, d.version) for d in known}
    logged = {c.version: c.at for c in reversed(changes) if c.kind in {"new", "update", "kill"}}
    told: list[Told] = []
    for v in versions:
        joined = v.decision == "joined" and any(d.what == "joined" for d in known)
        if (v.decision, v.number) in explained or joined:
            continue
        held_back = v.article.pub_status == "withheld"
        reason = "its wire holds it back" if held_back else _SAID.get(v.decision, v.decision)
        # A clock that was set, or copy that names its own time of receipt: the log knows better.
        told.append(Told(logged.get(v.number, v.received), v.decision, v.number, reason, None))
    return sorted([*told, *known], key=lambda d: (d.at, d.version))


def _time(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S}Z"
