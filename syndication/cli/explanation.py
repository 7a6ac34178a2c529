"""The account of a reading as a person reads it."""

from collections.abc import Iterator

from syndication.cli.output import printable
from syndication.model import Reading

_WIDEST = 100


def explained(reading: Reading) -> str:
    """Return a line of text for each line of the copy: its number, what it became, by which rule, its words."""
    return "".join(f"{row}\n" for row in _rows(reading)) + "\n"


def _rows(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"{article.guid}  {printable(article.headline or '(no headline)')}"
    became = [(r, r.field or r.fate) for r in reading.account]
    wide = max((len(name) for _, name in became), default=0)
    ruled = max((len(r.rule) for r, _ in became), default=0)
    for row, name in became:
        text = printable(row.text.strip())
        shown = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
        yield f"{row.number:>5}  {name:<{wide}}  {row.rule:<{ruled}}  {shown}".rstrip()
    for issue in article.issues:
        where = "" if issue.line is None else f" (line {issue.line})"
        yield f"issue  {issue.code}: {printable(issue.message)}{where}"
