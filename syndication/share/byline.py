"""The persons of a byline, for machines that want one name each: no titles, no desks, no agencies."""

import re

from syndication.model import Article
from syndication.on_demand import Expression
from syndication.share.clean_text import clean
from syndication.vocabulary import agencies

_BY = Expression(r"\Aby\b\s*:?\s*", re.IGNORECASE)
_BRACKETS = Expression(r"\s*[(\[][^)\]]*[)\]]")
_BETWEEN = Expression(r"\s+(?:and|और)\s+|\s*&\s*|\s*[,،;]\s*", re.IGNORECASE)
_TITLE = Expression(
    r"\A(?:dr|prof|mr|mrs|ms|miss|shri|smt|sri|capt|col|maj|gen|lt|sir|rev)\b\.?\s+(?=\S)", re.IGNORECASE
)
# A piece that has one of these words names a post or a desk, not a person.
_POSTS = """
agencies agency bureau columnist correspondent correspondents desk editor editorial editors network news
newsroom photographer reporter reporters service staff team web wire writer writers
ब्यूरो डेस्क संवाददाता संपादक टीम بیورو ڈیسک نگار نمائندہ
"""
_POST_WORDS = frozenset(_POSTS.split())


def persons(article: Article) -> tuple[str, ...]:
    """Return the names of the authors, each once, in the order of the byline; () where it names none."""
    printed = [a.name for a in article.authors] or [article.byline or ""]
    found: dict[str, str] = {}
    for text in printed:
        for piece in _BETWEEN.split(_BRACKETS.sub("", _BY.sub("", clean(text)))):
            name = _TITLE.sub("", piece.strip(" -–—.:/|"))
            if _is_person(name, article):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _is_person(name: str, article: Article) -> bool:
    return (
        bool(name)
        and _POST_WORDS.isdisjoint(name.casefold().split())
        and agencies.named(name) is None
        and name.casefold() != clean(article.provider).casefold()
    )
