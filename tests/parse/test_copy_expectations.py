"""The corpus of agency copy holds together: nothing is expected of a document that is not in it."""

import email
import html
import json
import re
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import msgspec
import pytest

from syndication.model import Article, Hints
from syndication.model.article import Author, Dateline, PullQuote, Signoff
from tests.copy_corpus import ACROSS, DERIVED, FIELDS, HELD, MEDIA_TYPES, ROOT, SUFFIX, Case, cases, groups

FLOOR = Path(__file__).parent.parent / "quality.json"

# The sections of the catalogue of agency copy, and the forms in which copy arrives.
GROUPS = {
    "headlines", "datelines", "bylines", "signoffs", "ed-notes", "furniture", "body", "characters", "several",
    "kills", "hindi", "urdu", "false-positives", "portal", "identity", "combinations", "html", "mail",
    "ians-json", "ians-rss", "news-search",
}  # fmt: skip

ISSUES = {
    "replacement-character", "weekday-mismatch", "impossible-date", "cut-off", "no-zone", "useless-headline",
    "placeholder-headline", "no-body", "control-characters", "correction-request",
}  # fmt: skip

RECORDS: dict[str, type[msgspec.Struct]] = {
    "dateline": Dateline,
    "signoff": Signoff,
    "pull_quote": PullQuote,
    "authors": Author,
}

# What these say stands in the document in the same letters.
QUOTED = {
    "headline", "subheadline", "slugline", "summary", "byline", "authors", "pull_quote", "key_points",
    "key_points_title", "ed_notes", "comments", "first_paragraph", "last_paragraph", "body_absent",
    "body_present", "subheads", "summaries_hold", "captions", "pictures", "keywords", "guid", "url", "alt_ids_hold",
    "names_killed",
}  # fmt: skip

# Invisible, or forbidden in a document: an expectation is written without them.
DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\xad\u200b\ufeff]")
BLOCK = re.compile(r"</?(?:p|div|h\d|li|ul|br|tr|td|th|title)\b[^>]*>|<!\[CDATA\[|\]\]>")
TAG = re.compile(r"<[^<>]*>")


@pytest.fixture(params=cases(), ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Return each case of the corpus in turn."""
    found: Case = request.param
    return found


def test_every_section_of_the_catalogue_has_a_folder_with_documents() -> None:
    assert {g.name for g in groups()} == GROUPS
    assert [g.name for g in groups() if not cases(g)] == []


def test_every_document_has_an_expectation_and_every_expectation_a_document() -> None:
    documents = {c.expected for c in cases()}
    expectations = {p for g in groups() for p in g.iterdir() if p.name.endswith(SUFFIX)}
    assert documents == expectations
    assert len(documents) == len(cases()), "two documents share one expectation"


def test_no_document_is_there_twice() -> None:
    seen = [c.document.read_bytes() for c in cases()]
    assert len(seen) == len(set(seen))


def test_every_group_is_pinned_and_none_has_shrunk_below_its_pinned_size() -> None:
    pinned = json.loads(FLOOR.read_text(encoding="utf-8"))["groups"]
    assert pinned.keys() == GROUPS
    fields = {
        g.name: sum(len(s) for c in cases(g) for s in c.expectation.stories) + len(cases(g)) for g in groups()
    }
    assert {g: n for g, n in fields.items() if n < pinned[g]["fields_total"]} == {}


def test_field_names_are_those_of_the_article() -> None:
    assert set(Article.__struct_fields__) >= HELD
    assert FIELDS >= QUOTED
    assert not DERIVED.keys() & ACROSS.keys()


def test_expects_only_fields_that_exist(case: Case) -> None:
    says = case.expectation
    assert says.stories, "no story"
    assert says.received.tzinfo is not None
    assert case.document.suffix in MEDIA_TYPES
    msgspec.convert(says.hints, Hints, strict=True)
    assert set(says.hints) <= set(Hints.__struct_fields__)
    for story in says.stories:
        assert story, "nothing is expected of a story"
        assert story.keys() <= FIELDS
        for field, record in RECORDS.items():
            for choice in _choices(story.get(field)):
                for value in choice if isinstance(choice, list) else [choice]:
                    assert value is None or (value and value.keys() <= set(record.__struct_fields__))


def test_codes_are_known_and_instants_are_instants(case: Case) -> None:
    for story in case.expectation.stories:
        assert set(story.get("issues", [])) <= ISSUES
        assert story.get("pub_status", "usable") in {"usable", "withheld", "canceled"}
        for field in ("created", "updated", "embargoed"):
            if story.get(field) is not None:
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", story[field])
        if (story.get("dateline") or {}).get("date") is not None:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", story["dateline"]["date"])


def test_what_is_expected_stands_in_the_document(case: Case) -> None:
    words = _words(case).casefold()
    missing = [
        f"{field}: {text}"
        for story in case.expectation.stories
        for field in QUOTED & story.keys()
        for text in _leaves(story[field])
        if _one_line(text).casefold() not in words
    ]
    assert missing == []


def test_documents_named_for_comparison_are_there(case: Case) -> None:
    for story in case.expectation.stories:
        for field in ACROSS.keys() & story.keys():
            assert story[field], "compared with nothing"
            assert [n for n in story[field] if not (ROOT / case.group / n).is_file()] == []
            assert case.document.name not in story[field]


def test_what_must_be_absent_is_not_also_present(case: Case) -> None:
    for story in case.expectation.stories:
        kept = [
            story.get("first_paragraph", ""),
            story.get("last_paragraph", ""),
            *story.get("body_present", []),
        ]
        assert [a for a in story.get("body_absent", []) if any(a in k for k in kept)] == []


def _choices(value: object) -> list[Any]:
    if isinstance(value, dict) and value.keys() == {"one_of"}:
        return list(value["one_of"])
    return [] if value is None else [value]


def _leaves(value: object) -> Iterator[str]:
    """Yield every text inside an expected value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _words(case: Case) -> str:
    """Return the words of a document as a reader sees them, on one line, with its source beside them."""
    data = case.document.read_bytes()
    encoding = case.expectation.encoding
    source, text = READERS[case.document.suffix](data, encoding)
    seen = "\n".join(_repaired(line) for line in text.splitlines())
    shown = html.unescape(html.unescape(seen))
    bare = TAG.sub("", BLOCK.sub(" ", shown))
    return _one_line(DROPPED.sub("", bare)) + " " + _one_line(DROPPED.sub("", source))


def _repaired(line: str) -> str:
    """Return a line whose UTF-8 was read as cp1252, read again."""
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line


def _plain(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding)
    return text, text


def _json(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding)
    return text, "\n".join(_leaves(json.loads(text)))


def _mail(data: bytes, encoding: str) -> tuple[str, str]:
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    parts = [str(p.get_content()) for p in message.walk() if p.get_content_maintype() == "text"]
    return data.decode(encoding, "replace"), "\n".join([str(message["Subject"]), *parts])


READERS: dict[str, Callable[[bytes, str], tuple[str, str]]] = {
    ".txt": _plain,
    ".html": _plain,
    ".xml": _plain,
    ".json": _json,
    ".eml": _mail,
}
