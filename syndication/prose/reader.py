"""Copy to Readings: the doors of this room."""

from collections.abc import Iterable, Iterator, Sequence

from syndication import printable
from syndication.errors import UnreadableCopy
from syndication.model import Reading
from syndication.model.article import Issue
from syndication.model.blocks import Block, Paragraph, Subhead, plain, texts
from syndication.on_demand import Expression
from syndication.prose import inline, label, lines, record_head, stories, story, torn
from syndication.prose.characters import clean
from syndication.prose.context import Context, Known
from syndication.prose.label import Label
from syndication.prose.lines import Row

_BLANKS = Expression(r"\s{2,}|[\t\r\n]")


def read_text(
    text: str, context: Context, known: Known | None = None, issues: Iterable[Issue] = ()
) -> Iterator[Reading]:
    """Yield one Reading for each story in plain copy; raise UnreadableCopy for nothing but blanks."""
    cleaned = clean(text)
    given = tuple(issues)
    codes = {issue.code for issue in given}
    noticed = (*given, *(issue for issue in cleaned.issues if issue.code not in codes))
    rows = lines.rows(cleaned.text)
    if not rows:
        raise UnreadableCopy("empty: nothing but blanks", context.locator)
    yield from _read(rows, context, known or Known(), noticed)


def read_blocks(  # noqa: PLR0913  # the blocks, and what is known of them beside their words
    blocks: Sequence[Block],
    context: Context,
    known: Known | None = None,
    issues: Iterable[Issue] = (),
    numbers: Sequence[int] | None = None,
    *,
    flowing: bool = False,
) -> Iterator[Reading]:
    """Yield one Reading for each story in copy that came as blocks; no blocks make an Article without body.

    `flowing`: all are known to be paragraphs of printable words, one blank between them, without markup.
    """
    rows: list[Row] = []
    for place, block in enumerate(blocks):
        number = numbers[place] if numbers else place + 1
        if flowing and isinstance(block, Paragraph):
            rows.append(_line(block, number))
        else:
            rows += _rows(block, number)
    yield from _read(rows, context, known or Known(), tuple(issues))


def _read(rows: list[Row], context: Context, known: Known, issues: tuple[Issue, ...]) -> Iterator[Reading]:
    labels = _labels(rows)
    whole = torn.mend(rows, labels)
    if len(whole) != len(rows):
        rows, labels = whole, _labels(whole)
    joined = lines.unwrap(lines.mend_datelines(rows, context.received), context.received)
    if len(joined) != len(rows):
        rows = joined
        labels = _labels(rows)
    starts = [0] if "headline" in known or not rows else stories.split(rows, labels, context.received)
    for start, end in zip(starts, (*starts[1:], len(rows)), strict=True):
        lost = [i for i in issues if i.line is None or len(starts) == 1 or _within(i.line, rows[start:end])]
        yield story.read(rows[start:end], labels[start:end], context, known, tuple(lost))


def _labels(rows: list[Row]) -> list[Label | None]:
    """Return what each row is by its form; rows that are something are fixed."""
    labels: list[Label | None] = []
    headed = record_head.length(rows)
    for place, row in enumerate(rows):
        whole = _whole(row)
        found = None if whole else label.read(row)
        row.fixed = whole or found is not None or place < headed
        labels.append(found)
    return labels


def _within(number: int, rows: list[Row]) -> bool:
    return rows[0].number <= number <= rows[-1].parts[-1][0]


def _whole(row: Row) -> bool:
    """Say whether a block is no paragraph and stays what it came as."""
    return row.block is not None and not isinstance(row.block, Paragraph)


def _line(paragraph: Paragraph, number: int) -> Row:
    return Row(number, paragraph.text, paragraph.text, gap=True, block=paragraph)


def _rows(block: Block, number: int) -> list[Row]:
    """Return a block as rows: a paragraph's lines each, any other block one row."""
    if not isinstance(block, Paragraph):
        words = " ".join(" ".join(texts(block)).split())
        kept = Subhead(_BLANKS.sub(" ", block.text).strip()) if isinstance(block, Subhead) else block
        return [Row(number, words or "\u200b", words, gap=True, block=kept)]
    markup = block.text
    if markup and "<" not in markup and "&" not in markup and printable.flowing(markup):  # nothing but words
        return [_line(block, number)]
    markup = _BLANKS.sub(" ", markup).strip()
    words = plain(markup)
    found: list[Row] = []
    place = 0
    for line in words.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = place + len(line) - len(line.lstrip())
            own = inline.between(markup, begin, begin + len(stripped)) if "\n" in words else markup
            found.append(Row(number, stripped, stripped, gap=not found, block=Paragraph(own)))
        place += len(line) + 1
    return found
