"""The Google News sitemap."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import dated, instant, split
from syndication.validate.document import Document, Moment
from syndication.validate.finding import Element, Fault, shown
from syndication.validate.rule import Rule
from syndication.validate.rules.addresses import host
from syndication.xmlns import SITEMAP, SITEMAP_NEWS

_WINDOW = timedelta(hours=48)
_MOST = 1_000
_LANGUAGE = re.compile(r"[a-z]{2,3}|zh-cn|zh-tw")
_N = f"{{{SITEMAP_NEWS}}}"
_PARTS = ("publication", "publication_date", "title")


def root_and_namespaces(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GS1. An index of sitemaps carries no news itself."""
    root = document.root
    if root is None or root.tag == f"{{{SITEMAP}}}sitemapindex":
        return
    if root.tag != f"{{{SITEMAP}}}urlset":
        yield Fault(root, f"the root is not urlset of {SITEMAP}")
    if SITEMAP_NEWS not in root.nsmap.values():
        yield Fault(root, f"the root does not declare {SITEMAP_NEWS}")


def each_is_whole(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GS2."""
    for url in _urls(document):
        news = url.findall(f"{_N}news")
        if len(news) != 1:
            yield Fault(url, f"url has news:news {len(news)} times")
        for item in news:
            publication = item.find(f"{_N}publication")
            wanted = [(item, name) for name in _PARTS]
            wanted += (
                [(publication, name) for name in ("name", "language")] if publication is not None else []
            )
            for holder, name in wanted:
                counted = Counter(child.tag for child in holder)
                if counted[f"{_N}{name}"] != 1:
                    yield Fault(item, f"news:news has {name} {counted[f'{_N}{name}']} times")
            for leaf in item.iter(f"{_N}name", f"{_N}title"):
                if not (leaf.text or "").strip():
                    yield Fault(leaf, "a name or title is empty")


def inside_the_window(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS3. To the second; a date without time counts from its first one."""
    earliest = circumstances.now - _WINDOW
    for story in document.stories:
        if story.published is None:
            continue
        when = _start(story.published)
        if when is None or when <= earliest:
            yield Fault(story.published.at, f"{shown(story.published.text)} is not within the last 48 hours")


def first_publication_stays(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS4."""
    before = circumstances.previous.by_guid if circumstances.previous else {}
    for story in document.stories:
        if story.published is None or story.key is None:
            continue
        old = before.get(story.key)
        if old and old.published and old.published.instant != story.published.instant:
            yield Fault(story.published.at, f"{shown(story.published.text)} was {shown(old.published.text)}")
        first = circumstances.facts.first_published.get(story.key)
        if first is not None and story.published.instant != first.replace(microsecond=0):
            yield Fault(
                story.published.at,
                f"{shown(story.published.text)} is not the first publication, {first:%FT%TZ}",
            )


def not_too_many(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS5."""
    many = 0 if document.root is None else sum(1 for _ in document.root.iter(f"{_N}news"))
    most = min(_MOST, circumstances.profile.max_items or _MOST)
    if many > most:
        yield Fault(document.root, f"{many} news are more than {most} in one file")


def empty_is_a_urlset(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS6."""
    if not document.stories and document.root is not None and document.root.tag != f"{{{SITEMAP}}}urlset":
        yield Fault(document.root, "nothing to show is said by an empty urlset")
    status = circumstances.facts.statuses.get(circumstances.address or "")
    if status is not None and status != 200:
        yield Fault(None, f"the sitemap was answered with {status}")


def language_is_known(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GS7."""
    for leaf in document.root.iter(f"{_N}language") if document.root is not None else ():
        if not _LANGUAGE.fullmatch((leaf.text or "").strip()):
            yield Fault(leaf, f"language is {shown(leaf.text or '')}: two or three letters, zh-cn or zh-tw")


def own_pages(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS8."""
    ours = host(circumstances.address or circumstances.profile.site.base_url)
    for story in document.stories:
        parts = split(story.link.text) if story.link else None
        if story.link is None or parts is None:
            continue
        if circumstances.address is not None and host(story.link.text) != ours:
            yield Fault(story.link.at, f"{shown(story.link.text)} is not on {ours}")
        if parts.query or parts.fragment:
            yield Fault(story.link.at, f"{shown(story.link.text)} is not the canonical address")


def killed_are_gone(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GS9. `canceled` holds addresses here: a sitemap has no other identity."""
    facts = circumstances.facts
    for story in document.stories:
        if story.key in facts.canceled:
            yield Fault(story.node, f"{shown(story.key or '')} was killed")
    for page in sorted(facts.canceled):
        status = facts.statuses.get(page)
        if status is not None and status not in {404, 410}:
            yield Fault(None, f"the page of a killed story, {shown(page)}, was answered with {status}")


def _urls(document: Document) -> Iterator[Element]:
    return document.root.iter(f"{{{SITEMAP}}}url") if document.root is not None else iter(())


def _start(moment: Moment) -> datetime | None:
    return instant(f"{moment.text}T00:00:00Z", "rfc3339") if dated(moment.text) else moment.instant


_SITEMAP = frozenset({"sitemap"})
RULES = (
    Rule("GS1", "error", root_and_namespaces, "declare both namespaces on urlset", _SITEMAP),
    Rule("GS2", "error", each_is_whole, "give each url one news:news with all its parts", _SITEMAP),
    Rule(
        "GS3",
        "error",
        inside_the_window,
        "drop the entry, and make the file again when one ages out",
        _SITEMAP,
    ),
    Rule("GS4", "error", first_publication_stays, "keep the date of the first publication", _SITEMAP),
    Rule("GS5", "error", not_too_many, "write several files and an index", _SITEMAP),
    Rule("GS6", "error", empty_is_a_urlset, "write an empty urlset, and answer it with 200", _SITEMAP),
    Rule("GS7", "error", language_is_known, "write the language as ISO 639", _SITEMAP),
    Rule("GS8", "error", own_pages, "list the canonical pages of this host only", _SITEMAP),
    Rule("GS9", "error", killed_are_gone, "take it out, and answer its page with 410", _SITEMAP),
)
