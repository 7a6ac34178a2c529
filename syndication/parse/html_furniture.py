"""Which parts of a web page are furniture: told by element, role, and the words in class and id."""

import re
from functools import lru_cache

from syndication.on_demand import Expression
from syndication.parse.html_tree import Element

_ELEMENTS = {
    "nav": "navigation",
    "form": "form",
    "button": "form",
    "input": "form",
    "select": "form",
    "textarea": "form",
    "label": "form",
    "dialog": "dialog",
    "noscript": "noscript",
    "aside": "aside",
    "footer": "footer",
    "menu": "navigation",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "banner",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "share",
}
# Rule: the words that name it, alone or joined by a hyphen to mean both.
_NAMES = {
    "navigation": "nav navbar menu breadcrumb breadcrumbs pagination pager sidebar skip-link site-header",
    "share": "share sharing sharer shares social addthis addtoany sharethis follow-us toolbar print-button",
    "related": "related recommended recommendations trending popular also-read read-also most-read read-next"
    " more-news more-stories latest-news next-story previous-story outbrain taboola newsfeed",
    "consent": "cookie cookies consent gdpr",
    "captcha": "captcha recaptcha hcaptcha",
    "advert": "ad ads advert adverts advertisement advertising sponsored sponsor promo promotion adsbygoogle dfp",
    "subscribe": "newsletter subscribe subscription paywall signup sign-up login log-in app-download",
    "tags": "tags tag-list taglist post-tags article-tags",
    "comment-form": "comment-form commentform respond leave-comment post-comment comment-reply-title",
    "page-time": "posted-on updated-on publish-date published-date pub-date post-date date-time timestamp",
    "popup": "popup modal overlay toast",
    "screen-reader": "screen-reader-text visually-hidden sr-only",
}
_RULES = [(frozenset(name.split("-")), rule) for rule, names in _NAMES.items() for name in names.split()]
_SINGLE = {next(iter(words)): rule for words, rule in _RULES if len(words) == 1}
_DOUBLE = tuple((words, rule) for words, rule in _RULES if len(words) > 1)
# What an editor sets apart is copy, whatever element carries it.
_COPY = (
    frozenset({"pullquote"}), frozenset({"pull", "quote"}), frozenset({"key", "points"}),
    frozenset({"keypoints"}), frozenset({"highlights"}), frozenset({"takeaways"}), frozenset({"factbox"}),
    frozenset({"standfirst"}), frozenset({"dateline"}), frozenset({"byline"}), frozenset({"summary"}),
)  # fmt: skip
_WORD = Expression(r"[A-Za-z][a-z]*|[0-9]+")
_PROPERTIES = {
    "author": "byline",
    "creator": "byline",
    "datePublished": "created",
    "dateCreated": "created",
    "dateModified": "updated",
    "publisher": "provider",
}
_NEVER = frozenset({"html", "body", "main", "article", "table", "h1"})
_HIDDEN = Expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_NAME = 400


def names(element: Element) -> frozenset[str]:
    """Return the words of the class and id: `shareBox tag-list` is {share, box, tag, list}."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _words(said[:_LONGEST_NAME]) if len(said) > 1 else frozenset()


@lru_cache(1024)  # a site has few classes, and gives them to thousands of elements
def _words(said: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(said))


@lru_cache(1024)
def _is_copy(words: frozenset[str]) -> bool:
    return any(copy <= words for copy in _COPY)


@lru_cache(1024)
def _named(words: frozenset[str]) -> str | None:
    """Return the rule that the words name, the same whatever their order in memory."""
    single = next((_SINGLE[word] for word in sorted(words) if word in _SINGLE), None)
    return single or next((name for pair, name in _DOUBLE if pair <= words), None)


def rule(element: Element) -> str | None:
    """Return the name of the rule by which the element is furniture, None where it may be copy."""
    tag = element.tag
    if not element.attrib:  # as most are: only the element itself can tell
        return None if tag in _NEVER else _ELEMENTS.get(tag)
    words = names(element)
    if tag in _NEVER or _is_copy(words):
        return None
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "")
    )
    if hidden:
        return "hidden"
    found = _ELEMENTS.get(tag) or _ROLES.get((element.get("role") or "").lower())
    if found:
        return found
    return _named(words)


def metadata(element: Element) -> str | None:
    """Return the Article field that a microdata element prints, None where it may be story.

    The page's metadata is read from the same element (page_metadata), so its words are no text.
    """
    if element.tag in _NEVER or element.tag == "meta":
        return None
    return _PROPERTIES.get((element.get("itemprop") or "").strip())
