"""Entries as feedgen itself writes them: what our own entries are held against, byte by byte."""

from collections.abc import Iterable, Sequence
from datetime import UTC

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension
from lxml import etree
from lxml.etree import _Element
from msgspec import structs

from syndication.model import Article, Profile
from syndication.render import atom, atom_entry, media_files, rss, rss_item, story
from syndication.render.body_html import body_html
from syndication.render.elements import Elements
from syndication.render.plain_text import as_html
from syndication.render.rss_namespaces import namespaces
from syndication.render.tailoring import tailored
from syndication.xmlns import XML
from tests.render.stories import FEED, UPDATED


def rss_document(articles: Sequence[Article], profile: Profile) -> bytes:
    """Return the RSS document of stories that may be shown, its items made by feedgen."""
    generator = rss.channel(FEED, profile, UPDATED)
    for article in articles:
        generator.add_entry(_rss_entry(article, profile), order="append")
    made: bytes = generator.rss_str()
    return made


def atom_document(articles: Sequence[Article], profile: Profile) -> bytes:
    """Return the Atom document of stories that may be shown, its entries made by feedgen."""
    generator = atom.head(FEED, profile, UPDATED)
    for article in articles:
        generator.add_entry(_atom_entry(article, profile), order="append")
    made: bytes = generator.atom_str()
    return made


class _More(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen has no words for, or loses."""

    article: Article
    profile: Profile
    page: str

    def extend_rss(self, item: _Element) -> None:
        """Append pubDate and the other namespaces."""
        media = media_files.files(self.article, self.page, self.profile.images)
        more = Elements(rss_item.namespaces(self.profile))
        rss_item.add_more(more, self.article, self.profile, media, self.page)
        item.extend(_read(more, rss_item.namespaces(self.profile)))

    def extend_atom(self, entry: _Element) -> None:
        """Set the language, complete the link to the page, append the rest."""
        if language := story.language(self.article.language):
            entry.set(f"{{{XML}}}lang", language)
        for link in entry.iterfind("link"):
            link.set("rel", "alternate")
            link.set("type", "text/html")
        more = Elements(atom_entry.namespaces(self.profile))
        atom_entry.add_more(more, self.article, self.profile, self.page)
        entry.extend(_read(more, atom_entry.namespaces(self.profile)))


def _read(written: Elements, declared: dict[str, str]) -> Iterable[_Element]:
    """Return the elements as a tree, which the serializer writes anew."""
    prefixes = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in declared.items())
    return etree.fromstring(f"<x{prefixes}>{written}</x>", etree.XMLParser(strip_cdata=False))


def _rss_entry(article: Article, profile: Profile) -> FeedEntry:
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    entry = _entry(article, profile, page)
    linked = guid == page and profile.guid_style == "wire"
    entry.guid(guid, permalink=linked or profile.guid_style == "permalink")
    words = as_html(story.excerpt(article, profile.min_description))
    told = structs.replace(article, subheadline=None) if "dcterms" in namespaces(profile) else article
    body = body_html(told, page, profile)
    if body and profile.body_element == "description":
        entry.description(body)
    elif body:
        entry.description(words or as_html(story.title(article)))
        entry.content(body, type="CDATA")
    elif words:
        entry.description(words)
    media = media_files.files(article, page, profile.images)
    if enclosed := next((f for f in media if f.enclosable), None):
        entry.enclosure(enclosed.href, enclosed.length, enclosed.media_type)
    if origin := story.origin(article, page):
        entry.source(*origin)
    return entry


def _atom_entry(article: Article, profile: Profile) -> FeedEntry:
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    entry = _entry(article, profile, page)
    entry.id(guid)
    entry.updated(article.modified.astimezone(UTC))
    entry.published(article.published.astimezone(UTC))
    if creators := story.creators(article):
        entry.author([{"name": name} for name in creators])
    minimum = profile.min_description
    if summary := story.excerpt(article, minimum) if minimum else story.summary(article):
        entry.summary(summary)
    in_element = "dcterms" in atom_entry.namespaces(profile)
    told = structs.replace(article, subheadline=None) if in_element else article
    if body := body_html(told, page, profile):
        entry.content(body, type="html")
    if rights := story.rights(article.rights):
        entry.rights(rights)
    return entry


def _entry(article: Article, profile: Profile, page: str) -> FeedEntry:
    """Return an entry with what RSS and Atom both have."""
    entry = FeedEntry()
    entry.title(story.title(article))
    entry.link(href=story.link(page, profile))
    if categories := story.categories(article):
        entry.category(
            [
                {name: value for name, value in structs.asdict(category).items() if value}
                for category in categories
            ]
        )
    entry.register_extension("more", _More)
    entry.more.article, entry.more.profile, entry.more.page = article, profile, page
    return entry
