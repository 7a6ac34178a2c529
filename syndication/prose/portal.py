"""What a portal's page adds to a story: key points, a pull quote, readers' comments."""

import re

from syndication.model.article import Comment, PullQuote
from syndication.model.blocks import ListBlock, plain
from syndication.on_demand import Expression
from syndication.prose.draft import Draft
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row

_POINTS = Expression(
    r"(?:key (?:points|takeaways|highlights)|highlights|story highlights|in brief|at a glance)\s{0,2}(?::\s{0,2}(?P<title>.{1,200})?)?\Z",
    re.IGNORECASE,
)
_BULLET = Expression(r"(?:[•·●▪◦‣*]|[-–—])\s{0,4}(?=\S)")
_OPEN, _CLOSE = "\"“„‟'‘", "\"”’'"
_DASHES = (" - ", " – ", " — ", " -- ")


def points_title(text: str) -> re.Match[str] | None:
    """Return the match of a line that opens key points, its title in group `title`."""
    return _POINTS.match(text) if len(text) < 240 and text[:1] in "KkHhSsIiAa" else None


def bullet(row: Row) -> bool:
    """Say whether a row is a bulleted line."""
    return bool(_BULLET.match(row.text)) or isinstance(row.block, ListBlock)


def take_points(draft: Draft, rows: list[Row], labels: list[Label | None], start: int) -> int:
    """Read key points whose title stands at `start`; return the place behind them."""
    found = points_title(rows[start].text)
    draft.put(rows[start], "key_points", "key-points-title")
    if found and found["title"]:
        draft.fields.setdefault("key_points_title", found["title"].strip())
    return _bullets(draft, rows, labels, start + 1, loose=True)


def take_starred(draft: Draft, rows: list[Row], labels: list[Label | None], start: int) -> int:
    """Read the starred summary lines above a dateline (Reuters); return the place behind them."""
    return _bullets(draft, rows, labels, start, loose=False)


def _bullets(draft: Draft, rows: list[Row], labels: list[Label | None], start: int, *, loose: bool) -> int:
    points: list[str] = []
    place = start
    while place < len(rows) and labels[place] is None and bullet(rows[place]):
        row = rows[place]
        if isinstance(row.block, ListBlock):
            points += map(plain, row.block.items)
        else:
            points.append(_BULLET.sub("", row.text, count=1).strip())
        draft.put(row, "key_points", "key-point")
        place += 1
    if not points and loose:  # bullets lost: short lines directly below the title
        while (
            place < len(rows) and labels[place] is None and not rows[place].gap and heading(rows[place].text)
        ):
            points.append(rows[place].text)
            draft.put(rows[place], "key_points", "key-point")
            place += 1
    draft.fields.setdefault("key_points", tuple(points))
    return place


def pull_quote(text: str) -> PullQuote | None:
    """Return a quotation set apart, the speaker inside the marks: `"… - Speaker"`, the last dash counts."""
    if not 20 <= len(text) <= 1500 or text[0] not in _OPEN or text[-1] not in _CLOSE:
        return None
    inner = text[1:-1].strip()
    if any(c in inner for c in '"“”'):
        return None
    place = max(inner.rfind(dash) for dash in _DASHES)
    if place < 0:
        return PullQuote(inner)
    speaker = inner[place:].strip(" -–—")
    if not speaker or len(speaker) > 120 or speaker[0].islower():
        return PullQuote(inner)
    return PullQuote(inner[:place].strip(), speaker)


def take_comments(draft: Draft, rows: list[Row]) -> None:
    """Read readers' comments: an initial, a name, then the text, without blank lines between."""
    comments: list[Comment] = []
    place = 0
    while place < len(rows):
        if not _opens(rows, place):
            draft.drop(rows[place], "comments")
            place += 1
            continue
        draft.drop(rows[place], "comment-avatar")
        author = rows[place + 1]
        draft.put(author, "comments", "comment-author")
        place += 2
        said: list[str] = []
        while place < len(rows) and not _opens(rows, place):
            said.append(rows[place].text)
            draft.put(rows[place], "comments", "comment-text")
            place += 1
        comments.append(Comment(author.text, "\n\n".join(said)))
    draft.fields["comments"] = (*draft.fields.get("comments", ()), *comments)


def _opens(rows: list[Row], place: int) -> bool:
    if place + 1 >= len(rows):
        return False
    mark, name = rows[place].text, rows[place + 1].text
    if len(mark) > 2 or not mark.isalnum() or len(name) > 60:
        return False
    initials = "".join(word[0] for word in name.split()[:2])
    return mark.casefold() in {name[: len(mark)].casefold(), initials.casefold()}
