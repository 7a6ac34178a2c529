"""schema.org NewsArticle as JSON-LD, the form that search engines ask for; LiveBlogPosting where it is one."""

from collections.abc import Iterable

import msgspec

from syndication.model import Article
from syndication.model.article import Entity, Rights
from syndication.model.blocks import body_text
from syndication.share.clean_text import clean
from syndication.share.film import Object, films
from syndication.share.instants import modified, published, stamp
from syndication.share.live_blog import LiveUpdate, live_updates
from syndication.share.picture import Picture, of_site
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut
from syndication.share.web_address import https
from syndication.vocabulary.corrections import notes

# Readers fetch the beginning of a page only, so not every word of a long day stands in its head.
_UPDATES, _UPDATE_HEADLINE, _UPDATE_TEXT = 10, 110, 200
_MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
# Inside a script element HTML decodes nothing, so these stand as escapes of JSON instead.
_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def news_article(story: Shareable) -> Object:
    """Return the object, its keys in a fixed order; what is not known is not in it."""
    article = story.article
    rights = article.rights
    canonical = story.canonical
    updates = live_updates(story)
    paid = story.sharing.free_to_read is False and bool(story.sharing.paywall_selector)
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "LiveBlogPosting" if updates else "NewsArticle",
            "mainEntityOfPage": {"@type": "WebPage", "@id": canonical} if canonical else None,
            "url": canonical,
            "headline": story.headline,
            "alternativeHeadline": clean(article.subheadline),
            "description": story.summary,
            "image": [_image(p) for p in story.pictures.crops()],
            "video": films(story),
            "datePublished": stamp(published(article)),
            "dateModified": stamp(modified(article)),
            "coverageStartTime": _coverage_start(story, updates),
            "liveBlogUpdate": [_update(u) for u in updates[:_UPDATES]],
            "author": _authors(story),
            "publisher": _publisher(story),
            "isAccessibleForFree": story.sharing.free_to_read,
            "hasPart": _paid_part(story) if paid else None,
            "genre": _names(g.name for g in article.genres),
            "articleSection": _names(s.name for s in story.subjects),
            "keywords": list(story.keywords),
            "about": _subjects(story),
            "contentLocation": [_place(p) for p in article.places if clean(p.name)],
            "mentions": _mentions(story),
            "inLanguage": clean(article.language),
            "dateline": clean(article.dateline.text) if article.dateline else None,
            "wordCount": article.word_count or len(body_text(article.body).split()) or None,
            "timeRequired": f"PT{article.reading_minutes}M" if article.reading_minutes else None,
            "copyrightHolder": _named("Organization", rights.holder) if rights else None,
            "copyrightNotice": clean(rights.notice) if rights else None,
            "creditText": clean(article.creditline),
            "usageInfo": _usage(rights) if rights else None,
            "identifier": clean(article.guid),
            "version": article.version,
            "expires": stamp(article.expires),
            "correction": _corrections(article),
        }
    )


def script(data: Object) -> str:
    """Return the object as a script element that no text in it can end or break (HTML §4.12.1.3)."""
    text = msgspec.json.encode(data).decode().translate(_ESCAPES)
    return f'<script type="application/ld+json">{text}</script>\n'


def _known(values: Object) -> Object:
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}


def _image(picture: Picture) -> Object:
    return _known(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "width": picture.width,
            "height": picture.height,
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


def _coverage_start(story: Shareable, updates: tuple[LiveUpdate, ...]) -> str | None:
    first = published(story.article)
    return stamp(min((u.posted for u in updates), default=first)) if updates else None


def _update(update: LiveUpdate) -> Object:
    """Return one entry; search engines want a headline of each, which its first words may be."""
    return _known(
        {
            "@type": "BlogPosting",
            "headline": cut(update.headline or update.text, _UPDATE_HEADLINE),
            "datePublished": stamp(update.posted),
            "articleBody": cut(update.text, _UPDATE_TEXT),
        }
    )


def _authors(story: Shareable) -> list[Object]:
    """Return one object a person; without byline the agency."""
    titles = {clean(a.name).casefold(): clean(a.jobtitle) for a in story.article.authors}
    found = []
    for name in story.persons:
        known = story.sharing.author(name)
        said = {
            "name": name,
            "jobTitle": titles.get(name.casefold()),
            "url": https(known.url) if known else None,
        }
        found.append(_known({"@type": "Person", **said}))
    agency = _named("Organization", story.provider)
    return found or ([agency] if agency else [])


def _publisher(story: Shareable) -> Object:
    logo = of_site(story.sharing.logo)
    return _known(
        {
            "@type": "NewsMediaOrganization",
            "name": clean(story.site.title),
            "url": story.home,
            "logo": _image(logo) if logo else None,
        }
    )


def _paid_part(story: Shareable) -> Object:
    return {
        "@type": "WebPageElement",
        "isAccessibleForFree": False,
        "cssSelector": story.sharing.paywall_selector,
    }


def _subjects(story: Shareable) -> list[Object]:
    found: dict[str, Object] = {}
    for subject in story.subjects:
        scheme, _, code = (subject.qcode or "").partition(":")
        topic = f"{_MEDIA_TOPICS}{code}" if scheme == "medtop" and code.isdigit() else None
        if name := clean(subject.name):
            found.setdefault(name.casefold(), _known({"@type": "Thing", "name": name, "sameAs": topic}))
    return list(found.values())


def _mentions(story: Shareable) -> list[Object]:
    article = story.article
    people = [_entity("Person", p) for p in article.people if clean(p.name)]
    return people + [_entity("Organization", o) for o in article.organisations if clean(o.name)]


def _entity(kind: str, entity: Entity) -> Object:
    return {"@type": kind, "name": clean(entity.name)}


def _named(kind: str, name: str | None) -> Object | None:
    return {"@type": kind, "name": clean(name)} if clean(name) else None


def _names(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(clean, names))))


def _place(place: Entity) -> Object:
    geo = place.geo
    on_earth = geo is not None and abs(geo.lat) <= 90 and abs(geo.lon) <= 180
    position = (
        {"@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon} if geo and on_earth else None
    )
    return _known({**_entity("Place", place), "geo": position})


def _usage(rights: Rights) -> list[Object | str] | Object | str | None:
    """Return what may be done, where, and by machines: schema.org wants no bare text here."""
    said = (rights.usage_terms, rights.geography, rights.ai_terms)
    found = [term for text in said if (term := _term(text))]
    return found[0] if len(found) == 1 else found


def _term(text: str | None) -> Object | str | None:
    """Return the address of the terms, else a work that holds their words."""
    if address := https(text):
        return address
    return {"@type": "CreativeWork", "text": clean(text)} if clean(text) else None


def _corrections(article: Article) -> list[Object]:
    """Return what was corrected, from notes meant for readers, dated like the version that has them."""
    when = stamp(modified(article))
    said = filter(None, (clean(note.text) for note in notes(article)))
    return [_known({"@type": "CorrectionComment", "text": text, "datePublished": when}) for text in said]
