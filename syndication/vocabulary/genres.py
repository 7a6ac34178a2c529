"""Kinds of writing that wires mark in a headline, with their IPTC genre code where there is one."""

from syndication.model.article import Genre

GENRES: dict[str, tuple[str, str | None]] = {
    "interview": ("interview", "genre:Interview"),
    "review": ("review", "genre:Review"),
    "film review": ("review", "genre:Review"),
    "movie review": ("review", "genre:Review"),
    "book review": ("review", "genre:Review"),
    "music review": ("review", "genre:Review"),
    "analysis": ("analysis", "genre:Analysis"),
    "exclusive": ("exclusive", "genre:Exclusive"),
    "special": ("special", None),
    "special report": ("special", None),
    "feature": ("feature", "genre:Feature"),
    "roundup": ("roundup", None),
    "round-up": ("roundup", None),
    "opinion": ("opinion", "genre:Opinion"),
    "column": ("opinion", "genre:Opinion"),
    "comment": ("opinion", "genre:Opinion"),
    "commentary": ("opinion", "genre:Opinion"),
    "explainer": ("explainer", None),
    "factbox": ("factbox", None),
    "timeline": ("timeline", None),
    "profile": ("profile", "genre:Profile"),
    "obituary": ("obituary", "genre:Obituary"),
    "preview": ("preview", None),
    "curtain raiser": ("preview", None),
    "backgrounder": ("background", "genre:Background"),
    "photo feature": ("feature", "genre:Feature"),
    "ground report": ("special", None),
    "data story": ("analysis", "genre:Analysis"),
    "fact check": ("fact check", None),
    "fact-check": ("fact check", None),
}
"""A tag in lower case to the genre's name and code."""


def named(name: str) -> Genre:
    """Return the genre of that name, with its code where it is one that we know."""
    return Genre(name, GENRES.get(name.lower(), (name, None))[1])
