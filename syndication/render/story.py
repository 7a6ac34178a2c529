"""What every format says about one Article: its guid, page, title, excerpt, creators and categories."""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

import msgspec

from syndication.model import Article, Profile, Site, identity
from syndication.model.article import Geo, Link, Rights
from syndication.model.blocks import texts
from syndication.on_demand import Expression
from syndication.render import address
from syndication.render.plain_text import clean, cut, decimal, line
from syndication.vocabulary.schemes import SCHEMES

TITLE = 100
EXCERPT = 300
_LANGUAGE = Expression(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")


class Category(msgspec.Struct, frozen=True):
    """A subject or keyword: `term` as the wire has it, `scheme` an address, `label` for people."""

    term: str
    scheme: str | None
    label: str


def guid(article: Article, profile: Profile | None = None) -> str:
    """Return the story's id, always a URI without blanks (RFC 4287 §4.2.6).

    The wire's, or the first address of the story where `profile` wants guids that are addresses.
    """
    if profile is not None and profile.guid_style == "permalink":
        own = profile.site.base_url + profile.site.path(article)
        return address.absolute(profile.site.permalink(article), own) or own
    named = clean(article.guid)
    key = "" if named else identity.content_key(article.body)
    return clean(identity.guid(named or None, article.provider, None, key))


def page(article: Article, site: Site) -> str:
    """Return the address of the story's page: the wire's where that can be followed, else ours."""
    if article.url and address.is_whole(article.url):
        return article.url
    own = site.base_url + site.path(article)
    return address.absolute(article.url, own) or own


def title(article: Article) -> str:
    """Return one plain line, never empty: the headline, else the first words there are.

    A headline is never shortened; words that stand in for one are, between graphemes.
    """
    named = (article.headline, *(h.text for h in article.headlines))
    if found := next(filter(None, map(line, named)), ""):
        return found
    found = next(filter(None, map(line, _openings(article))), "")
    return cut(found or line(article.slugline) or guid(article), TITLE)


def summary(article: Article) -> str:
    """Return the standfirst as one plain line, "" where the wire has none."""
    return line(article.summary)


def excerpt(article: Article, minimum: int = 0) -> str:
    """Return the standfirst, else the beginning of the text, as one plain line; "" without words.

    One shorter than `minimum` characters goes on with the first paragraphs, as far as there are any.
    """
    found = summary(article) or cut(next(filter(None, map(line, _openings(article))), ""), EXCERPT)
    if len(found) >= minimum:
        return found
    said = [summary(article)]
    for text in filter(None, map(line, (t for block in article.body for t in texts(block)))):
        if text not in said:
            said.append(text)
        if sum(map(len, said)) >= minimum:
            break
    longer = cut(" ".join(filter(None, said)), minimum + EXCERPT)
    return max(found, longer, key=len)


def link(page: str, profile: Profile) -> str:
    """Return the address to follow: the page, with the parameters that `profile` counts by or without any.

    Parameters are taken away where the aggregator refuses them, and added where the site counts its links.
    """
    if profile.link_query == "keep" and profile.utm is None:
        return page
    parts = urlsplit(page)
    query = [part for part in parts.query.split("&") if part]
    if profile.link_query == "none":
        query = []
    elif profile.link_query == "without-utm":
        query = [part for part in query if not part.lower().startswith("utm_")]
    elif profile.utm is not None:
        named = msgspec.structs.asdict(profile.utm).items()
        query += [f"utm_{name}={quote(value, safe='')}" for name, value in named if value]
    return urlunsplit(parts._replace(query="&".join(query)))


def language(tag: str | None) -> str | None:
    """Return the tag where it is well-formed (RFC 5646 §2.1), else None."""
    return tag if tag and _LANGUAGE.match(tag) else None


def word_count(article: Article) -> int | None:
    """Return the number of words that the wire printed, None where it printed none or no count."""
    counted = article.word_count
    return counted if counted is not None and counted > 0 else None


def creators(article: Article) -> list[str]:
    """Return the names to credit: the authors, else the byline as printed, else the provider."""
    names = list(dict.fromkeys(filter(None, (line(a.name) for a in article.authors))))
    return names or list(filter(None, [line(article.byline) or line(article.provider)]))


def categories(article: Article) -> list[Category]:
    """Return subjects, then kinds of writing (an opinion, an advertiser's own words), then keywords, each label once."""
    found: dict[str, Category] = {}
    told = [(s.qcode, s.name, s.scheme) for s in article.subjects]
    told += [(g.qcode, g.name, SCHEMES["genre"]) for g in article.genres]
    for code, name, registry in told:
        qcode = "".join(line(code).split())
        label = line(name) or qcode
        if label:
            scheme = SCHEMES.get(qcode.partition(":")[0]) or (_scheme(registry) if registry else None)
            found.setdefault(label.casefold(), Category(qcode or label, scheme, label))
    for keyword in filter(None, map(line, article.keywords)):
        found.setdefault(keyword.casefold(), Category(keyword, None, keyword))
    return list(found.values())


@lru_cache(32)  # a feed has few of them
def rights(said: Rights | None) -> str:
    """Return who holds the rights and what may be done, as one line; "" where the wire says nothing."""
    return sentences(line(said.notice) or said.holder, terms(said)) if said else ""


def terms(said: Rights) -> str:
    """Return what may be done, where, and by machines, as one line."""
    return sentences(said.usage_terms, said.geography, said.ai_terms)


def site_rights(site: Site) -> str:
    """Return the site's own notice and terms as one line, "" where it says nothing."""
    return sentences(site.copyright, site.usage_terms)


def origin(article: Article, page: str) -> tuple[str, str] | None:
    """Return address and title of where the story was taken from, None where the wire names no address."""
    for link in article.links:
        if link.rel in {"source", "via"} and (href := address.absolute(link.href, page)):
            return href, line(link.title) or line(article.provider) or href
    return None


def source_feed(article: Article, page: str) -> Link | None:
    """Return the feed that the story was copied from: `guid` its id, `href` its address, `title` its name.

    None where the wire names none, or one without id or name (RFC 4287 §4.2.11).
    """
    for link in article.links:
        href = address.absolute(link.href, page)
        named = "".join(line(link.guid).split()) or href
        title = line(link.title)
        if link.rel == "source" and title and named and identity.is_uri(named):
            return Link("source", href, named, title)
    return None


def related(article: Article, page: str) -> list[tuple[str, str]]:
    """Return address and title ("" where unknown) of each related page."""
    found = ((address.absolute(k.href, page), line(k.title)) for k in article.links if k.rel == "related")
    return [(href, title) for href, title in found if href]


def position(article: Article) -> Geo | None:
    """Return the first position on earth that the story's places have."""
    return next((p.geo for p in article.places if p.geo and on_earth(p.geo)), None)


def on_earth(geo: Geo) -> bool:
    """Say whether the position is a WGS84 one."""
    return -90 <= geo.lat <= 90 and -180 <= geo.lon <= 180


def point(article: Article) -> str | None:
    """Return that position as GeoRSS Simple has it, latitude and longitude; None without one."""
    geo = position(article)
    return f"{decimal(geo.lat)} {decimal(geo.lon)}" if geo else None


def sentences(*texts_: str | None) -> str:
    """Return the texts on one line, parted so that each can be read for itself."""
    found = dict.fromkeys(filter(None, map(line, texts_)))
    return " ".join(
        text if text[-1] in ".!?।۔" or n == len(found) else f"{text}." for n, text in enumerate(found, 1)
    )


def _scheme(scheme: str | None) -> str | None:
    """Return the scheme where it is an address as it stands."""
    return scheme if scheme and address.absolute(scheme, scheme) == scheme else None


def _openings(article: Article) -> Iterator[str]:
    """Yield what may stand in for a headline, best first."""
    yield article.summary or ""
    yield from (s.text for s in article.summaries)
    for block in article.body:
        yield from texts(block)
    yield from article.key_points
    for media in article.media:
        yield from filter(None, (media.headline, media.caption, media.alt))
