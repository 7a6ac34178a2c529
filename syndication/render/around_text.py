"""What a story says beside its blocks, as plain lines: above them, and below them.

Nothing is said twice: a line that the text has already is left out here.
"""

from syndication.model import Article
from syndication.model.article import PullQuote
from syndication.model.blocks import Paragraph, Subhead, body_text, plain
from syndication.on_demand import Expression
from syndication.render.plain_text import line
from syndication.vocabulary.corrections import corrections

_WORD = Expression(r"\w+")


def subheadline(article: Article) -> str:
    """Return the line below the headline, "" where headline, standfirst or text begin with it."""
    text = line(article.subheadline)
    if (
        not text
        or text in {line(article.headline), line(article.summary)}
        or _opening(article).startswith(text)
    ):
        return ""
    return text


def dateline(article: Article) -> str:
    """Return the filing line, "" where the text begins with it or there is no text."""
    text = line(article.dateline.text) if article.dateline and article.body else ""
    return text if text and not _opening(article).startswith(text) else ""


def pull_quote(article: Article) -> PullQuote | None:
    """Return the quotation that is set apart, None where the text has its words."""
    quote = article.pull_quote
    return None if quote is None or _bare(quote.text) in _bare(body_text(article.body)) else quote


def credit(article: Article) -> str:
    """Return who else is to be credited, "" where that only names who is named anyway, or the text ends with it."""
    text = line(article.creditline)
    if not text:
        return ""
    named = (article.provider, article.byline, *(author.name for author in article.authors))
    is_known = text.casefold() in {line(name).casefold() for name in named}
    return "" if is_known or _bare(text) in _bare(body_text(article.body[-1:])) else text


def plain_body(article: Article) -> str:
    """Return the whole story in plain words, its parts in the order of the body as HTML; "" for one without words."""
    points = list(filter(None, map(line, article.key_points)))
    quote = pull_quote(article)
    parts = [
        subheadline(article),
        "\n".join((*filter(None, (line(article.key_points_title),)), *points)) if points else "",
        dateline(article),
        body_text(article.body).strip() or line(article.summary),
        "\n".join(filter(None, (line(quote.text), line(quote.attribution)))) if quote else "",
    ]
    if any(parts):
        parts += [credit(article), *(f"{c.label}: {line(c.text)}" for c in corrections(article))]
    return "\n\n".join(filter(None, parts))


def _opening(article: Article) -> str:
    first = article.body[0] if article.body else None
    return line(plain(first.text)) if isinstance(first, (Paragraph, Subhead)) else ""


def _bare(text: str) -> str:
    """Return the words alone, so that quotation marks and commas make no difference."""
    return " ".join(_WORD.findall(text.casefold()))
