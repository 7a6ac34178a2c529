"""ninjs 3.1 (iptc.org/std/ninjs): a story as one object; a feed as one composite object of its stories.

So a feed's file is itself valid ninjs, and a receiver of single stories finds them under `associations`.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from syndication.model import Article, Feed, Profile, Site, identity
from syndication.model.article import Entity, Media, Rights, RoleText, Subject
from syndication.render import address, media_files, story
from syndication.render.around_text import plain_body
from syndication.render.body_html import body_html
from syndication.render.dates import rfc3339
from syndication.render.feed_format import FeedFormat, SingleFormat
from syndication.render.licensing import link as licence
from syndication.render.ninjs_object import Body, Concept, File, Ninjs, RightsInfo, Standard, Text
from syndication.render.plain_text import clean, line
from syndication.render.tailoring import tailored
from syndication.vocabulary.schemes import SCHEMES
from syndication.xmlns import RSL

MEDIA_TYPE = "application/json"
EXTENSION = ".ninjs.json"
_MAIN = "main"
_PROVIDER = "provider"


_STANDARD = Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#")


def entry(article: Article, profile: Profile) -> bytes:
    """Return the story as an object of the feed; a killed one is its status, a withheld one b""."""
    found = item(article, profile)
    if found is None:
        return b""
    found.name = found.title or profile.withdrawn
    return msgspec.json.encode(found)


def single(article: Article, profile: Profile) -> bytes:
    """Return the story as a document of its own, b"" for a withheld one."""
    found = item(article, profile)
    return msgspec.json.encode(found) if found else b""


def item(article: Article, profile: Profile) -> Ninjs | None:
    """Return the story as an object, None for a withheld one."""
    if article.pub_status == "withheld":
        return None
    article = tailored(article, profile)
    found = Ninjs(
        uri=address.ascii_uri(story.guid(article)),
        standard=_STANDARD,
        type=article.item_class,
        version=str(article.version),
        version_created=rfc3339(article.modified),
        pub_status=article.pub_status,
        ed_note=" ".join(text for n in article.ed_notes if n.public and (text := line(n.text))) or None,
    )
    if article.pub_status == "usable":
        _complete(found, article, profile)
    return found


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the feed as a composite object around objects made before."""
    site = profile.site
    title = line(feed.title) or feed.name
    description = line(feed.description)
    whole = Ninjs(
        uri=site.feed_id(feed, EXTENSION),
        standard=_STANDARD,
        type="composite",
        representation_type="full",
        version=str(int(updated.timestamp())),
        version_created=rfc3339(updated),
        pub_status="usable",
        copyright_notice=line(site.copyright) or None,
        usage_terms=line(site.usage_terms) or None,
        rights_info=_licence(site),
        language=story.language(feed.language or site.language),
        title=title,
        headlines=[Text(title, _MAIN)],
        descriptions=[Text(description)] if description else None,
    )
    parts = [msgspec.json.encode(whole)[:-1], b',"associations":[']
    for entry_ in filter(None, entries):
        parts += (entry_, b",")
    if parts[-1] == b",":
        parts.pop()
    return b"".join((*parts, b"]}"))  # one join: each `+` would copy the whole file again


def _complete(found: Ninjs, article: Article, profile: Profile) -> None:
    """Add all that a story tells when it may be published."""
    page = story.page(article, profile.site)
    rights = article.rights or Rights()
    found.representation_type = "full"
    found.first_created = rfc3339(article.published)
    found.content_created = rfc3339(article.created) if article.created else None
    found.expires = rfc3339(article.expires) if article.expires else None
    found.urgency = article.urgency if article.urgency and 1 <= article.urgency <= 9 else None
    found.copyright_holder = line(rights.holder) or None
    found.copyright_notice = line(rights.notice) or None
    found.usage_terms = story.terms(rights) or None
    found.rights_info = _licence(profile.site)
    found.language = story.language(article.language)
    found.title = story.title(article)
    found.by = line(article.byline) or ", ".join(story.creators(article)) or None
    found.slugline = line(article.slugline) or None
    found.located = line(", ".join(article.dateline.places)) or None if article.dateline else None
    subhead = (RoleText(article.subheadline or "", "subheadline"),)
    found.headlines = _texts(story.title(article), (*article.headlines, *subhead))
    found.descriptions = _texts(story.summary(article), article.summaries)
    found.bodies = _bodies(article, page, profile)
    found.subjects = [c for s in article.subjects if (c := _subject(s))] or None
    keywords = [Concept(name=name, rel="keyword") for k in article.keywords if (name := line(k))]
    found.subjects = [*(found.subjects or []), *keywords] or None
    found.places = _entities(article.places, placed=True)
    found.people = _entities(article.people)
    found.organisations = _entities(article.organisations)
    found.genres = [c for g in article.genres if (c := _concept(g.name, g.qcode))] or None
    found.info_sources = _sources(article) or None
    found.associations = [a for m in article.media if (a := _association(m, article, page))] or None


def _sources(article: Article) -> list[Concept]:
    """Return who supplied the story, and whose reports it draws on ("infoSources")."""
    provider = line(article.provider)
    found = [Concept(name=provider, role=_PROVIDER)] if provider else []
    others = dict.fromkeys(name for s in article.info_sources if (name := line(s)))
    return found + [Concept(name=name) for name in others]


def _texts(first: str, others: Sequence[RoleText]) -> list[Text] | None:
    found = {first: Text(first, _MAIN)} if first else {}
    for other in others:
        if text := line(other.text):
            found.setdefault(text, Text(text, line(other.role) or None))
    return list(found.values()) or None


def _bodies(article: Article, page: str, profile: Profile) -> list[Body] | None:
    article = replace(article, subheadline=None)  # it is among the headlines
    html = body_html(article, page, profile)
    plain = clean(plain_body(article))
    counted = story.word_count(article)
    found = [Body(html, "html", "text/html", counted)] if html else []
    if plain:
        found.append(Body(plain, "text", "text/plain", counted))
    return found or None


def _subject(subject: Subject) -> Concept | None:
    found = _concept(subject.name, subject.qcode)
    if found and subject.relevance is not None and 0 <= subject.relevance <= 100:
        found.relevance = subject.relevance
    return found


def _concept(name: str | None, code: str | None) -> Concept | None:
    """Return a concept: by address where its scheme has one, else by the code as it is."""
    name, code = line(name), "".join(line(code).split())
    alias, _, rest = code.partition(":")
    scheme = SCHEMES.get(alias) if rest else None
    if not (name or code):
        return None
    uri = scheme + rest if scheme else None
    return Concept(name=name or None, uri=uri, literal=code or None if uri is None else None)


def _entities(entities: Sequence[Entity], *, placed: bool = False) -> list[Concept] | None:
    """Return the entities; only a place has a position (ninjs 3.1, `places`)."""
    found = []
    for entity in entities:
        if concept := _concept(entity.name, entity.qcode):
            concept.rel = line(entity.role) or None
            if placed and entity.geo and story.on_earth(entity.geo):
                position = [entity.geo.lon, entity.geo.lat]
                concept.geo_json = {"type": "Point", "coordinates": position}
            found.append(concept)
    return found or None


def _association(media: Media, article: Article, page: str) -> Ninjs | None:
    """Return a picture, video, audio or graphic with its files, None without any."""
    files = [
        File(
            name=line(f.rendition) or f"file{number}",
            href=f.href,
            content_type=f.media_type,
            width=f.width,
            height=f.height,
            size_in_bytes=f.length,
            duration=f.duration,
        )
        for number, f in enumerate(media_files.renditions(media, page), 1)
    ]
    if not files:
        return None
    headline, caption = line(media.headline), line(media.caption)
    rights = media.rights or Rights()
    alt = line(media.alt)
    described = [Text(caption, "caption")] if caption else []
    return Ninjs(
        uri=address.ascii_uri(
            clean(identity.guid(clean(media.guid) or files[0].href, article.provider, None, ""))
        ),
        name=headline or caption or media.kind,
        rel=line(media.role) or None,
        type=media.kind,
        by=line(media.credit) or None,
        headlines=[Text(headline, _MAIN)] if headline else None,
        descriptions=described + ([Text(alt, "alt")] if alt else []) or None,
        copyright_holder=line(rights.holder) or None,
        copyright_notice=line(rights.notice) or None,
        usage_terms=story.terms(rights) or None,
        renditions=files,
    )


def _licence(site: Site) -> RightsInfo | None:
    found = licence(site)
    return RightsInfo(RSL, found[0]) if found else None


FORMAT = FeedFormat("ninjs", MEDIA_TYPE, EXTENSION, entry, document, charset=False)
SINGLE = SingleFormat("ninjs", MEDIA_TYPE, EXTENSION, single, charset=False)
