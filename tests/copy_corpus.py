"""The corpus of agency copy: where it lies, what an expectation may say, how an Article is held against it.

A case is two files: `GROUP/NAME.EXT`, the copy, and `GROUP/NAME.expected.json`, what a desk editor reads in
it. An expectation lists only the fields that the copy decides.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from syndication.model import Article, Delivery, Hints, Reading
from syndication.model.blocks import Paragraph, Subhead, body_text, plain
from syndication.model.identity import content_key

ROOT = Path(__file__).parent / "data" / "copy"
SUFFIX = ".expected.json"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".eml": "message/rfc822",
    ".json": "application/json",
    ".xml": "application/rss+xml",
}

Story = Mapping[str, Any]
Read = Callable[[Path], list[Reading]]


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the copy says: when it came, what its source is known for, and its stories in order.

    `encoding` is the true encoding of the bytes, for the checks of the corpus itself; no parser sees it.
    """

    received: datetime
    stories: list[dict[str, Any]]
    hints: dict[str, str] = {}
    encoding: str = "utf-8-sig"


class Case(NamedTuple):
    """One document and its expectation."""

    document: Path
    expected: Path

    def __str__(self) -> str:
        """Return `GROUP/NAME.EXT`, the name of the test."""
        return f"{self.group}/{self.document.name}"

    @property
    def group(self) -> str:
        """Return the folder, which is a section of the catalogue of copy."""
        return self.document.parent.name

    @property
    def expectation(self) -> Expectation:
        """Return the expectation; raise msgspec.ValidationError where it is not one."""
        return msgspec.json.decode(self.expected.read_bytes(), type=Expectation)

    def delivery(self) -> Delivery:
        """Return the document as a source would hand it over."""
        says = self.expectation
        return Delivery(
            data=self.document.read_bytes(),
            source="corpus",
            locator=self.document.name,
            received=says.received,
            media_type=MEDIA_TYPES[self.document.suffix],
            hints=msgspec.convert(says.hints, Hints),
        )


class Verdict(NamedTuple):
    """One expected field held against what was read. `where` is the story's place in the file, from 1."""

    where: int
    field: str
    right: bool
    expected: object
    actual: object

    def __str__(self) -> str:
        """Return the difference in three lines."""
        said = (json.dumps(v, ensure_ascii=False, default=str) for v in (self.expected, self.actual))
        return "story {} {}:\n  expected {}\n  read     {}".format(self.where, self.field, *said)


def groups() -> list[Path]:
    """Return the folders of the corpus, in order."""
    return sorted(p for p in ROOT.iterdir() if p.is_dir())


def cases(group: Path | None = None) -> list[Case]:
    """Return the cases of one folder, or of all, in order."""
    folders = groups() if group is None else [group]
    return [
        Case(document, document.with_name(document.stem + SUFFIX))
        for folder in folders
        for document in sorted(folder.iterdir())
        if not document.name.endswith(SUFFIX)
    ]


def judge(case: Case, read: Read) -> list[Verdict]:
    """Return a verdict on every field that the case expects; `read` parses a document of the corpus.

    The number of stories is a field too; every field of a story that was not found is wrong.
    """
    stories = case.expectation.stories
    readings = read(case.document)
    verdicts = [Verdict(0, "stories", len(stories) == len(readings), len(stories), len(readings))]
    for where, story in enumerate(stories, 1):
        article = readings[where - 1].article if where <= len(readings) else None
        for field, expected in story.items():
            if article is None:
                verdicts.append(Verdict(where, field, right=False, expected=expected, actual="no such story"))
                continue
            if field in ACROSS:
                others = {name: read(case.document.with_name(name))[0].article for name in expected}
                actual: object = ACROSS[field](article, others)
            else:
                actual = _actual(field, article, expected)
            verdicts.append(Verdict(where, field, matches(field, expected, actual), expected, actual))
    return verdicts


def matches(field: str, expected: object, actual: object) -> bool:
    """Say whether what was read is what was expected.

    Objects compare by the keys that the expectation gives, lists in full, instants as instants; `one_of`
    lists readings that are equally good. Of a note the expectation says what it must contain.
    """
    if isinstance(expected, dict):
        if expected.keys() == {"one_of"}:
            return any(matches(field, choice, actual) for choice in expected["one_of"])
        return isinstance(actual, dict) and all(matches(k, v, actual.get(k)) for k, v in expected.items())
    if isinstance(expected, list) and isinstance(actual, list):
        if field in SETS:
            return sorted(expected) == sorted(actual)
        pairs = zip(expected, actual, strict=False)
        return len(expected) == len(actual) and all(matches(field, e, a) for e, a in pairs)
    if isinstance(expected, str) and isinstance(actual, str):
        return _says(field, expected, actual)
    return expected == actual


def _says(field: str, expected: str, actual: str) -> bool:
    if field in INSTANTS:
        return datetime.fromisoformat(expected) == datetime.fromisoformat(actual)
    if field == "ed_notes":
        return expected.casefold() in actual.casefold()
    return expected == actual


def _actual(field: str, article: Article, expected: object) -> object:
    """Return what the Article says about a field of the expectation, in the expectation's form."""
    if field in DERIVED:
        return DERIVED[field](article, expected)
    return msgspec.json.decode(msgspec.json.encode(getattr(article, field)))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _paragraphs(article: Article) -> list[str]:
    return [plain(b.text) for b in article.body if isinstance(b, Paragraph)]


def _absent(article: Article, expected: object) -> object:
    """Return the expected strings that do not stand in the body: all of them where it is right."""
    body = _one_line(body_text(article.body))
    return [words for words in _strings(expected) if words not in body]


def _present(article: Article, expected: object) -> object:
    body = _one_line(body_text(article.body))
    return [words for words in _strings(expected) if words in body]


def _named(article: Article, expected: object) -> object:
    """Return the expected strings that the links, notes or slug of the Article name."""
    said = [value for link in article.links for value in (link.title, link.guid, link.href) if value]
    said += [note.text for note in article.ed_notes]
    said += [article.slugline or ""]
    return [words for words in _strings(expected) if any(words in s for s in said)]


def _strings(expected: object) -> list[str]:
    return msgspec.convert(expected, list[str])


def _same_key(article: Article, others: Mapping[str, Article]) -> list[str]:
    key = content_key(article.body)
    return [name for name, other in others.items() if content_key(other.body) == key]


def _other_key(article: Article, others: Mapping[str, Article]) -> list[str]:
    key = content_key(article.body)
    return [name for name, other in others.items() if content_key(other.body) != key]


def _same_guid(article: Article, others: Mapping[str, Article]) -> list[str]:
    return [name for name, other in others.items() if other.guid == article.guid]


# Fields that the Article holds as it is.
HELD = frozenset(
    {
        "headline", "subheadline", "slugline", "summary", "byline", "authors", "dateline", "signoff",
        "provider", "language", "pub_status", "embargoed", "created", "updated", "key_points", "key_points_title",
        "pull_quote", "guid", "reading_minutes", "word_count", "keywords", "url",
    }
)  # fmt: skip

INSTANTS = frozenset({"created", "updated", "embargoed"})

# Codes whose order says nothing.
SETS = frozenset({"signals", "genres", "issues"})

# Fields that are told from the Article: its body, its codes, its names.
DERIVED: Mapping[str, Callable[[Article, object], object]] = {
    "signals": lambda a, _: sorted(a.signals),
    "genres": lambda a, _: sorted(g.name.casefold() for g in a.genres),
    "ed_notes": lambda a, _: [n.text for n in a.ed_notes],
    "comments": lambda a, _: [c.author for c in a.comments],
    "issues": lambda a, _: sorted({i.code for i in a.issues}),
    "issues_present": lambda a, _: bool(a.issues),
    "summaries_hold": lambda a, e: [
        s for s in _strings(e) if s in {t.text for t in a.summaries} | {a.summary}
    ],
    "captions": lambda a, _: [m.caption for m in a.media],
    "pictures": lambda a, _: [r.href for m in a.media for r in m.renditions[:1]],
    "alt_ids_hold": lambda a, e: [v for v in _strings(e) if any(v in i.value for i in a.alt_ids)],
    "first_paragraph": lambda a, _: next(iter(_paragraphs(a)), None),
    "last_paragraph": lambda a, _: next(reversed(_paragraphs(a)), None),
    "subheads": lambda a, _: [plain(b.text) for b in a.body if isinstance(b, Subhead)],
    "paragraphs": lambda a, _: len(_paragraphs(a)),
    "body_absent": _absent,
    "body_present": _present,
    "names_killed": _named,
}

# Fields that hold one document against others of its folder, by their names.
ACROSS: Mapping[str, Callable[[Article, Mapping[str, Article]], list[str]]] = {
    "content_key_same_as": _same_key,
    "content_key_differs_from": _other_key,
    "guid_same_as": _same_guid,
}

FIELDS = HELD | DERIVED.keys() | ACROSS.keys()


def tally(verdicts: Mapping[Case, list[Verdict]]) -> dict[str, Any]:
    """Return how many fields are right, of how many, in all and per group: the form of `quality.json`."""
    counted: dict[str, dict[str, int]] = {}
    for case, said in verdicts.items():
        group = counted.setdefault(case.group, {"fields_right": 0, "fields_total": 0})
        group["fields_right"] += sum(v.right for v in said)
        group["fields_total"] += len(said)
    return {
        "fields_right": sum(g["fields_right"] for g in counted.values()),
        "fields_total": sum(g["fields_total"] for g in counted.values()),
        "groups": counted,
    }


def wrong(verdicts: Mapping[Case, list[Verdict]]) -> Iterator[str]:
    """Yield one line for each document that is not wholly right: its name and its wrong fields."""
    for case, said in verdicts.items():
        if fields := sorted({v.field for v in said if not v.right}):
            yield f"{case}: {', '.join(fields)}"
