"""What a ninjs object says in words: headlines, descriptions, bodies, in the shapes of ninjs 1, 2 and 3.

ninjs 1 has a name for each (`headline`, `description_caption`, `body_xhtml`), later ones lists of objects with a
role. A role that is only a format (`text`, `xhtml`) is none.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from syndication.model.article import Issue, RoleText
from syndication.parse.html_inline import plain_line, text_line
from syndication.parse.json_object import JsonObject

_FORMATS = frozenset({"text", "html", "xhtml", "html5", "plain", "main", ""})
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|table|article|section)\b[^<>]*>", re.IGNORECASE)
_HTML = re.compile(r"html", re.IGNORECASE)
_CREDIT = "creditline"
_NOT_SUMMARY = frozenset({"caption", "alt", "writer", "usage", _CREDIT})
_NO_TEXT = frozenset({"alt", _CREDIT})
_TAGS = re.compile(r"<[^<>]*>")
_NITF = re.compile(r"<nitf[\s>]")
_HEAD = 2000
_WORD = re.compile(r"\w+")
_PLAINER = 20  # one word in so many may be missing from the body that is read


class Body(NamedTuple):
    """One form of the text."""

    value: str
    role: str
    is_html: bool
    word_count: int | None = None

    @property
    def is_nitf(self) -> bool:
        """Whether it is an NITF document in a text."""
        return not self.is_html and bool(_NITF.search(self.value[:_HEAD]))


class Words(NamedTuple):
    """The headline and all headlines, the line below it, the summary and the summaries with a role."""

    headline: str | None
    headlines: tuple[RoleText, ...]
    subheadline: str | None
    summary: str | None
    summaries: tuple[RoleText, ...]
    caption: str | None
    alt: str | None
    creditline: str | None


def words(item: JsonObject) -> Words:
    """Return the headlines and descriptions of an object, each on one line."""
    said = [RoleText(text, role or "main") for text, role in _labelled(item, "headline", "headlines")]
    title = text_line(item.text("title")) or None
    said = [h for h in said if h.text != item.text("uri")]  # it stands in for a headline where there is none
    main = next((h.text for h in said if h.role == "main"), None) or (said[0].text if said else title)
    below = next((h.text for h in said if h.role in {"subheadline", "subhead", "subheading"}), None)
    if main and not any(h.text == main for h in said):
        said.insert(0, RoleText(main, "main"))
    described = list(_labelled(item, "description", "descriptions"))
    summary = next((text for text, role in described if not role), None)
    summary = summary or next((text for text, role in described if role not in _NOT_SUMMARY), None)
    return Words(
        main,
        tuple(dict.fromkeys(said)),
        below,
        summary,
        tuple(RoleText(text, role) for text, role in described if role and role not in _NO_TEXT),
        *(
            next((text for text, role in described if role == one), None)
            for one in ("caption", "alt", _CREDIT)
        ),
    )


def body(item: JsonObject) -> tuple[Body | None, tuple[Issue, ...]]:
    """Return the body to read, HTML before plain text before NITF, and the issue body-not-read for other words left out."""
    found = [one for one in _bodies(item) if one.value.strip()]
    whole = [one for one in found if one.is_html] or [one for one in found if not _is_notation(one)]
    whole = whole or [one for one in found if one.is_nitf]
    if not whole:
        return None, tuple(_unread(one) for one in found)
    chosen = whole[0]
    said = Counter(_bag(chosen))
    lost = [
        _unread(one) for one in found if one is not chosen and not _is_notation(one) and _missing(one, said)
    ]
    return chosen, tuple(lost)


def _labelled(item: JsonObject, single: str, plural: str) -> Iterator[tuple[str, str]]:
    """Yield each text of a kind with its role, "" for none."""
    if alone := item.text(single):
        yield text_line(alone), ""
    for role, text in item.prefixed(f"{single}_"):
        yield text_line(text), "" if role in _FORMATS else role
    for one in item.objects(plural):
        role = (one.text("role") or "").lower()
        kind = one.text("contenttype") or ""
        one.ignore("wordcount", "charcount")
        if said := one.text("value", "name"):
            yield (plain_line if _HTML.search(kind) else text_line)(said), "" if role in _FORMATS else role


def _bodies(item: JsonObject) -> Iterator[Body]:
    counted = item.whole("wordcount")
    item.ignore("charcount")
    for role, text in item.prefixed("body_"):
        yield Body(text, role, _is_html(role, "", text), counted)
    for one in item.objects("bodies", "body"):
        role = (one.text("role") or "").lower()
        kind = (one.text("contenttype") or "").lower()
        one.ignore("charcount")
        if said := one.text("value", "name"):
            yield Body(said, role, _is_html(role, kind, said), one.whole("wordcount") or counted)
        else:
            one.ignore("wordcount")


def _is_html(role: str, kind: str, text: str) -> bool:
    if kind and "html" not in kind:
        return False
    return "html" in role or "html" in kind or (role in {"", "main"} and bool(_BLOCK.search(text)))


def _is_notation(one: Body) -> bool:
    """Tell a body in a notation of its own, such as NITF in a text."""
    return not one.is_html and one.value.lstrip().startswith(("<", "{"))


def _bag(one: Body) -> list[str]:
    text = html.unescape(_TAGS.sub(" ", one.value)) if one.is_html else one.value
    return _WORD.findall(text.casefold())


def _missing(one: Body, said: Counter[str]) -> bool:
    own = _bag(one)
    return (Counter(own) - said).total() * _PLAINER > len(own)


def _unread(one: Body) -> Issue:
    return Issue("body-not-read", f"the body {one.role!r} of {len(one.value)} characters was left out")
