"""What `syndication story` tells: versions with their differences, decisions, changes, feeds."""

import difflib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from syndication.config import Configuration
from syndication.errors import UnknownName
from syndication.model import Article
from syndication.model.blocks import texts
from syndication.store import Carried, Change, Decision, Store, Story, Version

_SAID = {
    "new": "a guid that was never seen",
    "update": "a newer version",
    "joined": "composed anew of the stories in it",
}
_FIELDS = (
    "headline", "subheadline", "slugline", "summary", "byline", "creditline", "pub_status", "urgency",
    "embargoed", "expires", "updated",
)  # fmt: skip
_ADDED, _REMOVED = ("{+", "+}"), ("[-", "-]")


class Told(NamedTuple):
    """One decision about a story, in words."""

    at: datetime
    what: str
    version: int
    reason: str
    other: str | None


class StoryHistory(NamedTuple):
    """Everything that happened to one story; versions are oldest first."""

    story: Story
    address: str
    versions: list[Version]
    decisions: list[Told]
    changes: list[Change]
    carried: list[Carried]
    stands_in: str | None
    consists_of: list[tuple[str, str]]
    related: list[str]


def history(store: Store, configuration: Configuration, guid: str) -> StoryHistory:
    """Return the history of the story that a guid, an address or the ID in it names; raise UnknownName."""
    found = store.articles.current(guid) or store.articles.find(_address_id(guid))
    if found is None:
        raise UnknownName("no such story", guid)
    versions = store.articles.versions(found.row)[::-1]
    versions.sort(key=lambda version: version.row)
    lead = store.articles.get(found.lead) if found.lead is not None else None
    return StoryHistory(
        found,
        configuration.site.page(found.article),
        versions,
        _decisions(store, versions, store.history.decisions(found.row)),
        store.changes.of(found.row),
        store.history.carried(found.row),
        lead.article.guid if lead else None,
        [(m.part or "", m.article.guid) for m in store.kinship.members(found.row)],
        [store.articles.get(row).article.guid for row in store.kinship.related(found.row)],
    )


def differences(before: Article, after: Article) -> Iterator[str]:
    """Yield what changed between two versions: fields, and paragraphs with the words that came and went."""
    for name in _FIELDS:
        old, new = (_text(getattr(article, name)) for article in (before, after))
        if old != new:
            yield f"{name}: {_words(old, new)}"
    old_body, new_body = (
        [" ".join(text.split()) for block in a.body for text in texts(block)] for a in (before, after)
    )
    matcher = difflib.SequenceMatcher(None, old_body, new_body, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        olds, news = old_body[first:last], new_body[start:end]
        for number in range(max(len(olds), len(news))):
            old = olds[number] if number < len(olds) else ""
            new = news[number] if number < len(news) else ""
            yield f"paragraph {(start if new else first) + number + 1}: {_words(old, new)}"


def changed(versions: Sequence[Version]) -> Iterator[tuple[Version, list[str]]]:
    """Yield each version with what it changed in the one stored before it; nothing for the first."""
    for place, version in enumerate(versions):
        yield version, list(differences(versions[place - 1].article, version.article)) if place else []


def record(told: StoryHistory) -> dict[str, Any]:
    """Return the history as one JSON object."""
    return {
        "guid": told.story.article.guid,
        "address": told.address,
        "visible": told.story.visible,
        "part": told.story.part,
        "stands_in": told.stands_in,
        "consists_of": told.consists_of,
        "related": told.related,
        "feeds": [c.feed for c in told.carried if c.until is None],
        "carried": [c._asdict() for c in told.carried],
        "versions": [v._asdict() | {"changed": lines} for v, lines in changed(told.versions)][::-1],
        "decisions": [d._asdict() for d in told.decisions],
        "changes": [c._asdict() for c in told.changes],
    }


def _decisions(store: Store, versions: Sequence[Version], decisions: Sequence[Decision]) -> list[Told]:
    """Return the decisions with their reasons, and those that only a version tells."""
    told = [
        Told(d.at, d.what, d.version, d.reason, store.articles.get(d.other).article.guid if d.other else None)
        for d in decisions
    ]
    explained = {(d.what, d.version) for d in told}
    told += [
        Told(v.received, v.decision, v.number, _SAID.get(v.decision, v.decision), None)
        for v in versions
        if (v.decision, v.number) not in explained
        and not (v.decision == "joined" and any(d.what == "joined" for d in told))
    ]
    return sorted(told, key=lambda d: d.at)


def _words(old: str, new: str) -> str:
    """Return one text with what came and what went marked, word by word."""
    olds, news = old.split(), new.split()
    said: list[str] = []
    for kind, first, last, start, end in difflib.SequenceMatcher(
        None, olds, news, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            said += _shortened(olds[first:last])
            continue
        if last > first:
            said.append(" ".join(olds[first:last]).join(_REMOVED))
        if end > start:
            said.append(" ".join(news[start:end]).join(_ADDED))
    return " ".join(said)


def _shortened(words: list[str]) -> list[str]:
    """Return words that did not change, the middle of a long run left out."""
    return words if len(words) <= 16 else [*words[:6], "…", *words[-6:]]


def _text(value: object) -> str:
    return (
        f"{value:%Y-%m-%d %H:%M:%S}Z" if isinstance(value, datetime) else "" if value is None else str(value)
    )


def _address_id(text: str) -> str:
    """Return the ID in an address such as https://host/articles/ID/slug, else the text itself."""
    _, found, rest = text.partition("/articles/")
    return rest.partition("/")[0].partition(".")[0] if found else text
