"""The head that some desks send above a story: `Slug: ...`, `Headline: ...`, `Byline: ...`, a line each."""

import re
from collections.abc import Callable

from syndication.model.article import Subject
from syndication.on_demand import Expression
from syndication.prose import byline, header
from syndication.prose.draft import Draft
from syndication.prose.label import Label
from syndication.prose.lines import Row
from syndication.prose.remarks import take as take_labelled

_LINE = Expression(
    r"(?P<name>slug(?:line)?|headline|heading|title|byline|author|summary|standfirst|intro|keywords?|priority|urgency|"
    r"category|section|desk|dateline|place|location|date|language|body|story|copy|text|word ?count|words|source|credit|agency)"
    r"\s{0,3}:\s{0,3}(?P<value>.{0,400})\Z",
    re.IGNORECASE,
)
_HEADS = frozenset({"slug", "slugline", "headline", "heading", "title"})
_NAMED = frozenset("shtbaikpucdlw")  # first letters of the names
_LEAST = 2


def length(rows: list[Row]) -> int:
    """Return how many of the first rows are such a head, 0 where they are words."""
    names: list[str] = []
    for row in rows[:20]:
        found = _match(row)
        if not found:
            break
        names.append(found["name"].lower())
    return len(names) if len(names) >= _LEAST and not _HEADS.isdisjoint(names[:3]) else 0


def take(draft: Draft, rows: list[Row], labels: list[Label | None]) -> int:
    """Give each line of the head its field; return how many rows it has."""
    count = length(rows)
    for place in range(count):
        row, label = rows[place], labels[place]
        found = _match(row)
        if found is None or (label and (label.embargo or label.note)):
            take_labelled(draft, rows, labels, place, above=True)
            continue
        name, value = found["name"].lower(), found["value"].strip()
        if name in _HEADS and not name.startswith("slug") and value and "headline" not in draft.fields:
            draft.put(row, "headline", "labelled-line", 0, found.start("value"))
            header.headline(draft, row.after(found.start("value")))
            continue
        field = _TAKERS[name](draft, value) if value and name in _TAKERS else None
        if field:
            draft.put(row, field, "labelled-line")
        else:
            draft.drop(row, "labelled-line")
    return count


def _match(row: Row) -> re.Match[str] | None:
    text = row.text
    return _LINE.match(text) if ":" in text[:14] and text[0].lower() in _NAMED else None


def _slug(draft: Draft, value: str) -> str:
    draft.fields.setdefault("slugline", value)
    return "slugline"


def _by(draft: Draft, value: str) -> str:
    found = byline.understand(value)
    if not found.byline:
        draft.fields.setdefault("creditline", found.credit)
        return "creditline"
    draft.fields.setdefault("byline", found.byline)
    draft.fields.setdefault("authors", found.authors)
    return "byline"


def _summary(draft: Draft, value: str) -> str:
    draft.summary(value, "standfirst")
    return "summary"


def _keywords(draft: Draft, value: str) -> str:
    words = (word.strip() for word in re.split("[,;]", value))
    draft.fields.setdefault("keywords", tuple(word for word in words if word))
    return "keywords"


def _priority(draft: Draft, value: str) -> str | None:
    if value not in set("123456789"):
        return None
    draft.fields.setdefault("priority", int(value))
    return "priority"


def _urgency(draft: Draft, value: str) -> str | None:
    if value not in set("123456789"):
        return None
    draft.fields.setdefault("urgency", int(value))
    return "urgency"


def _category(draft: Draft, value: str) -> str:
    draft.fields["subjects"] = (*draft.fields.get("subjects", ()), Subject(name=value, type="category"))
    return "subjects"


_TAKERS: dict[str, Callable[[Draft, str], str | None]] = {
    "slug": _slug,
    "slugline": _slug,
    "byline": _by,
    "author": _by,
    "summary": _summary,
    "standfirst": _summary,
    "intro": _summary,
    "keyword": _keywords,
    "keywords": _keywords,
    "priority": _priority,
    "urgency": _urgency,
    "category": _category,
    "section": _category,
    "desk": _category,
}
