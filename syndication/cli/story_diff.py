"""What differs between two versions of a story: fields, and paragraphs with the words that came and went."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from syndication.model import Article
from syndication.model.blocks import texts

_ADDED, _REMOVED = ("{+", "+}"), ("[-", "-]")
_WORDS = (
    "headline", "subheadline", "slugline", "summary", "byline", "creditline", "pub_status", "item_class",
    "urgency", "priority", "language", "provider", "url", "embargoed", "expires", "updated",
)  # fmt: skip
_LISTS: dict[str, Callable[[Article], Sequence[str | None]]] = {
    "signals": lambda a: a.signals,
    "ed_notes": lambda a: [f"{n.text} (for {'readers' if n.public else 'editors'})" for n in a.ed_notes],
    "genres": lambda a: [g.name for g in a.genres],
    "key_points": lambda a: a.key_points,
    "dateline": lambda a: [a.dateline.text] if a.dateline else [],
    "pull_quote": lambda a: [a.pull_quote.text] if a.pull_quote else [],
    "subjects": lambda a: [s.name or s.qcode for s in a.subjects],
    "keywords": lambda a: a.keywords,
    "places": lambda a: [e.name for e in a.places],
    "people": lambda a: [e.name for e in a.people],
    "organisations": lambda a: [e.name for e in a.organisations],
    "media": lambda a: [f"{m.kind} {m.caption or m.headline or m.guid}" for m in a.media],
    "links": lambda a: [f"{k.rel} {k.title or k.guid or k.href}" for k in a.links],
}
# Who the version is and where it came from: told elsewhere, or never a difference of content.
_ASIDE = frozenset({"guid", "version", "alt_ids", "source", "issues", "comments", "created", "body"})
_ALIKE = 0.4
_MOST_PAIRS = 900


def differences(before: Article, after: Article) -> list[str]:
    """Return what changed, a line each: fields, then paragraphs by their number, removed ones by their old one."""
    told = [f"{name}: {words(_text(before, name), _text(after, name))}" for name in _differing(before, after)]
    paragraphs = list(_paragraphs(_body(before), _body(after)))
    if before.body != after.body and not paragraphs:
        paragraphs = ["body: marked up or divided in another way"]
    return told + paragraphs


def words(old: str, new: str) -> str:
    """Return one text with what came and what went marked, word by word."""
    olds, news = old.split(), new.split()
    said: list[str] = []
    for kind, first, last, start, end in _matcher(olds, news).get_opcodes():
        if kind == "equal":
            said += _shortened(olds[first:last])
            continue
        if last > first:
            said.append(" ".join(olds[first:last]).join(_REMOVED))
        if end > start:
            said.append(" ".join(news[start:end]).join(_ADDED))
    return " ".join(said)


def _differing(before: Article, after: Article) -> Iterator[str]:
    """Yield the fields that differ, the most telling first."""
    others = [f for f in Article.__struct_fields__ if f not in {*_WORDS, *_LISTS, *_ASIDE}]
    for name in (*_WORDS, *_LISTS, *others):
        if getattr(before, name) != getattr(after, name):
            yield name


def _text(article: Article, name: str) -> str:
    """Return a field in words; one that has no words of its own only shows that it differs."""
    if name in _LISTS:
        return ", ".join(filter(None, _LISTS[name](article)))
    value = getattr(article, name)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}Z"
    return "" if value is None else str(value)


def _body(article: Article) -> list[str]:
    return [" ".join(text.split()) for block in article.body for text in texts(block)]


def _paragraphs(old: list[str], new: list[str]) -> Iterator[str]:
    for kind, first, last, start, end in _matcher(old, new).get_opcodes():
        if kind == "equal":
            continue
        for was, now in _paired(old[first:last], new[start:end]):
            if now is None:
                yield f"was paragraph {first + (was or 0) + 1}: {words(old[first + (was or 0)], '')}"
            else:
                before = "" if was is None else old[first + was]
                yield f"paragraph {start + now + 1}: {words(before, new[start + now])}"


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield places in both texts that are one paragraph rewritten, or one alone that went or came, in order."""
    # best[i][j]: how alike old[i:] and new[j:] are where paired best.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[0.0] * len(new) for _ in old]
    compared = len(old) * len(new) <= _MOST_PAIRS
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            share = _matcher(old[i].split(), new[j].split()).ratio() if compared else float(i == j)
            alike[i][j] = share if share >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _matcher(old: list[str], new: list[str]) -> "difflib.SequenceMatcher[str]":
    return difflib.SequenceMatcher(None, old, new, autojunk=False)


def _shortened(unchanged: list[str]) -> list[str]:
    """Return words that did not change, the middle of a long run left out."""
    return unchanged if len(unchanged) <= 16 else [*unchanged[:6], "…", *unchanged[-6:]]
