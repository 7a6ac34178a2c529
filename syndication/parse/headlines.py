"""Headlines as feeds and pages give them: without the site's name behind, and told when they say nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec

from syndication.model.article import Issue
from syndication.on_demand import Expression
from syndication.prose.characters import decode_references
from syndication.vocabulary import agencies

_BEHIND = Expression(r"(.{4,}?)(?:\s+[-–—|•»:]+\s+|\s*\|\s*)([^|]{2,60})\Z", re.DOTALL)
_MARKED = Expression(r"\||\s[-–—•»:]")  # without one of these nothing is behind
_DOMAIN = Expression(r"[\w-]{2,40}\.(?:com|in|co\.in|net|org|xyz|news|co|info|live|tv|me|io)", re.IGNORECASE)
_PARTS = Expression(r"[\s\-–—|:/.,]+")
_PLACEHOLDER = Expression(
    r"(?:(?:the )?(?:latest|breaking|top|hot|today['’]?s?|live|trending)\b[^.?!]{0,60}\b(?:news|headlines|updates|stories)\s*:?"
    r"|untitled|no title|title|headline|lorem ipsum.{0,80}|test(?:ing)?(?: \d{1,4})?)",
    re.IGNORECASE,
)
_LETTERS = Expression(r"[\W_]+")
_LONGEST = 1000


class Headline(msgspec.Struct, frozen=True):
    """The headline, None where there is none to speak of, and what was noticed."""

    text: str | None = None
    issues: tuple[Issue, ...] = ()


def headline(printed: str | None, sites: Iterable[str | None] = (), url: str | None = None) -> Headline:
    """Return the headline without the name of its site (`… - Daily.example`), references decoded.

    `sites` are names the copy itself gives to its site, `url` its address. A title of nothing but names of
    agencies or of the site is no headline (useless-headline); a section's standing title stays, as placeholder-headline.
    """
    text = " ".join(decode_references(printed or "").split())
    if not text:
        return Headline()
    names = _names(tuple(name[:_LONGEST] for name in sites if name))
    text = _without_site(text, names, url)
    if _nameless(text, names):
        return Headline(None, (Issue("useless-headline", f"{text[:80]!r} is no headline"),))
    if _PLACEHOLDER.fullmatch(text):
        return Headline(text, (Issue("placeholder-headline", f"{text[:80]!r} stands for a headline"),))
    return Headline(text)


def _nameless(text: str, names: frozenset[str]) -> bool:
    """Say whether a title is nothing but names of agencies or of its site."""
    if _DOMAIN.fullmatch(text) or (names and _letters(text) in names):
        return True
    words = filter(None, _PARTS.split(text))
    return all(map(agencies.named, words)) or agencies.named(text) is not None


def _without_site(text: str, sites: frozenset[str], url: str | None) -> str:
    if not _MARKED.search(text):
        return text
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    hosts = {_letters(host), _letters(host.partition(".")[0])} - {""}
    for _ in range(2):  # `… - Section - Site`: the site first, its section only where it is named as a site
        found = _BEHIND.fullmatch(text) if len(text) <= _LONGEST else None
        if found is None:
            break
        behind = _letters(found[2])
        if not (behind in sites or behind in hosts or _DOMAIN.fullmatch(found[2].strip())):
            break
        text = found[1].strip()
    return text


@lru_cache(32)  # a feed has one site
def _names(sites: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_letters, sites))


def _letters(name: str) -> str:
    return _LETTERS.sub("", name).casefold()
