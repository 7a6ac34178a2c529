"""Rows of the body become blocks: paragraphs, sub-headings, lists, tables, quotations, embedded posts."""

from syndication.model.blocks import Block, Embed, ListBlock, Paragraph, Preformatted, Quote, Subhead, Table
from syndication.on_demand import Expression
from syndication.prose import inline
from syndication.prose.inline import escape
from syndication.prose.lines import Row

_BULLET = Expression(r"(?:[•·●▪◦‣*]|[-–—](?=\s))\s{0,4}(?=\S)")
_NUMBERED = Expression(r"(?P<number>\d{1,3})[.)]\s{1,4}(?=\S)")
_COLUMNS = Expression(r"\t+|[ ]{3,}")
_NARROW = Expression(r"\t+|(?<![.!?:;,)।۔])[ ]{2,}")  # two blanks behind a stop are a typist's habit
_POST = Expression(
    r"[-–—]{1,2}\s?(?P<who>[^()]{1,60}\(@\w{1,30}\))(?P<when>\s?,?\s?(?:[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,12})(?:,? \d{4})?)?\Z"
)
_ADDRESS = Expression(
    r"(?:https?://)?(?P<host>(?:www\.|mobile\.|m\.)?(?:t\.co|twitter\.com|x\.com|pic\.twitter\.com|instagram\.com|"
    r"facebook\.com|youtube\.com|youtu\.be|pic\.x\.com))/(?P<path>[^\s<>\"]{1,300})\Z"
)
_PROVIDERS = {"t.co": "X", "twitter.com": "X", "x.com": "X", "pic.twitter.com": "X", "pic.x.com": "X",
              "instagram.com": "Instagram", "facebook.com": "Facebook", "youtube.com": "YouTube",
              "youtu.be": "YouTube"}  # fmt: skip
_LABELLED = Expression(r"(?P<label>[^:]{1,40}):\s?\S")
_ASKED = Expression(r"(?:Q|A|Ques|Ans|Question|Answer)\s?\d{0,2}\s?[.:)]\s")


def build(rows: list[Row]) -> tuple[tuple[Block, ...], dict[int, str]]:
    """Return the blocks of the body's rows, and by row the rule that made its block ("paragraph" else)."""
    blocks: list[Block] = []
    rules: dict[int, str] = {}
    place = 0
    while place < len(rows):
        row = rows[place]
        if row.block is not None and not isinstance(row.block, Paragraph):
            blocks.append(row.block)
            rules[place] = type(row.block).__name__.lower()
            place += 1
            continue
        taken = _several(rows, place, blocks)
        if taken:
            rules.update((place + i, taken[1]) for i in range(taken[0]))
            place += taken[0]
            continue
        rule = _single(rows, place, blocks)
        if rule != "paragraph":
            rules[place] = rule
        place += 1
    return tuple(blocks), rules


def _several(rows: list[Row], place: int, blocks: list[Block]) -> tuple[int, str] | None:
    """Take a table or a list that begins at `place`: how many rows, and which rule."""
    row = rows[place]
    if "\t" in row.raw or "  " in row.raw:
        count = _table(rows, place, blocks)
        if count:
            return count, "table"
    first = row.text[0]
    if not first.isalnum():
        return _bullets(rows, place, blocks) if _BULLET.match(row.text) else None
    if first == "1" and _NUMBERED.match(row.text):
        return _numbers(rows, place, blocks)
    return None


def _table(rows: list[Row], place: int, blocks: list[Block]) -> int:
    for pattern, least in ((_COLUMNS, 2), (_NARROW, 3)):
        cells: list[tuple[str, ...]] = []
        end = place
        while end < len(rows) and len(rows[end].parts) == 1 and (end == place or not rows[end].gap):
            row = tuple(part.strip() for part in pattern.split(rows[end].raw))
            if len(row) < 2 or max(map(len, row)) > 60 or (pattern is _NARROW and rows[end].raw[-1] in ".।۔"):
                break
            cells.append(row)
            end += 1
        if len(cells) < least:
            continue
        if len({len(row) for row in cells}) == 1:
            head = cells[0]
            headed = len(cells) > 2 and not any(c.isdigit() for cell in head for c in cell)
            headed = headed and any(c.isdigit() for row in cells[1:] for cell in row for c in cell)
            kept = [tuple(map(escape, row)) for row in cells]
            blocks.append(Table(tuple(kept[1:]), kept[0]) if headed else Table(tuple(kept)))
        else:
            blocks.append(Preformatted("\n".join(r.raw.replace("\t", "    ") for r in rows[place:end])))
        return end - place
    return 0


def _bullets(rows: list[Row], place: int, blocks: list[Block]) -> tuple[int, str] | None:
    mark = rows[place].text[0]
    end = place
    while end < len(rows) and rows[end].text[0] == mark and _BULLET.match(rows[end].text):
        if _POST.match(rows[end].text):
            break
        end += 1
    if end - place < 2 and mark in "-–—*":
        return None
    if end == place:
        return None
    blocks.append(ListBlock(tuple(_item(row, _BULLET) for row in rows[place:end])))
    return end - place, "list"


def _numbers(rows: list[Row], place: int, blocks: list[Block]) -> tuple[int, str] | None:
    items: list[str] = []
    end = place
    while end < len(rows):
        found = _NUMBERED.match(rows[end].text)
        if not found or int(found["number"]) != len(items) + 1:
            break
        items.append(_item(rows[end], _NUMBERED))
        end += 1
    if len(items) < 2:
        return None
    blocks.append(ListBlock(tuple(items), ordered=True))
    return end - place, "list"


def _item(row: Row, mark: Expression) -> str:
    """Return the inline HTML of a list's line without the mark in front."""
    found = mark.match(row.text)
    start = found.end() if found else 0
    if isinstance(row.block, Paragraph):
        return inline.between(row.block.text, start)
    return escape(row.text[start:])


def _single(rows: list[Row], place: int, blocks: list[Block]) -> str:
    row = rows[place]
    text = row.text
    markup = row.block.text if isinstance(row.block, Paragraph) else escape(text)
    if text[0] in "-–—" and blocks and isinstance(blocks[-1], Paragraph):
        post = _POST.match(text)
        if post:
            blocks[-1] = Quote(blocks[-1].text, text.lstrip("-–— "))
            return "embedded-post"
    if len(text) < 320 and "/" in text and " " not in text:
        address = _ADDRESS.match(text)
        if address:
            host = address["host"].split("://")[-1]
            bare = host.removeprefix("www.").removeprefix("mobile.").removeprefix("m.")
            href = text if text.startswith("http") else f"https://{text}"
            blocks.append(Embed(href, escape(text), _PROVIDERS.get(bare)))
            return "post-address"
    if len(text) <= 70 and is_subhead(rows, place):
        blocks.append(Subhead(markup))
        return "sub-heading"
    blocks.append(Paragraph(markup))
    return "paragraph"


def is_subhead(rows: list[Row], place: int) -> bool:
    """Say whether a row is a sub-heading: short, no stop, between two paragraphs."""
    text = rows[place].text
    if place + 1 >= len(rows) or place == 0 or len(text.split()) > 10:
        return False
    if text[-1] in ".,;:!\"”’'।۔)…%" or text[0] in "\"“‘'(-–—•*" or not any(map(str.isalpha, text)):
        return False
    if text[0].islower() or _spoken(rows, text):
        return False
    before, following = rows[place - 1].text, rows[place + 1].text
    if following[0] in "•*" or (len(following) <= 70 and following[-1] not in '.!?"”।۔'):
        return False
    return before[-1] in ".!?\"”’'।۔)]:" or len(before) > 100


def _spoken(rows: list[Row], text: str) -> bool:
    """Say whether a line is what a speaker says, or a short labelled line: no sub-heading.

    A label that opens another line too is a speaker's name.
    """
    if _ASKED.match(text):
        return True
    found = _LABELLED.match(text)
    if not found or ": " not in text or text.count(":") > 1:
        return False
    label = text[: found.end("label") + 1]
    return len(text) < 40 or sum(row.text.startswith(label) for row in rows) > 1
