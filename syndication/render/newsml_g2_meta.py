"""The content metadata of a NewsML-G2 item: who, where, about what, in whose words (2.35, "contentMeta").

A QCode is printed only where the IPTC standard catalogue declares its alias; any other code is a literal,
so a receiver can resolve every QCode with the one catalogue that the item names.
"""

from lxml.etree import SubElement, _Element

from syndication.model import Article
from syndication.model.article import Entity
from syndication.on_demand import Expression
from syndication.render import story
from syndication.render.dates import rfc3339
from syndication.render.plain_text import clean, decimal, line
from syndication.xmlns import NAR, XML

NSMAP: dict[str, str] = {None: NAR}  # type: ignore[dict-item]  # lxml-stubs know no key None
_ALIASES = frozenset({"medtop", "subj", "genre", "ninat", "stat", "sig", "rnd", "cpnat", "nprov"})
_QCODE = Expression(r"([^\s:]+):\S+\Z")
_COUNTRY = Expression(r"[A-Z]{2}\Z")


def add(parent: _Element, name: str, text: str | None = None, **attributes: str) -> _Element:
    """Append and return a property in the standard's namespace."""
    element = SubElement(parent, f"{{{NAR}}}{name}", attributes)
    if text is not None:
        element.text = text
    return element


def qcode(code: str | None) -> str | None:
    """Return the code where the IPTC catalogue can resolve it, else None (2.35, "QCode")."""
    code = clean(code or "")
    found = _QCODE.match(code)
    return code if found and found[1] in _ALIASES else None


def concept(parent: _Element, name: str, code: str | None, label: str | None, **more: str) -> _Element | None:
    """Append a property that names a concept by QCode or literal; None where there is nothing to say."""
    label = line(label)
    known = qcode(code)
    literal = line(code) or label
    if not (known or literal):
        return None
    element = add(parent, name, **({"qcode": known} if known else {"literal": literal}), **more)
    if label:
        add(element, "name", label)
    return element


def append_content_meta(news: _Element, article: Article) -> None:
    """Append contentMeta; the order of its two groups is the schema's."""
    meta = add(news, "contentMeta")
    if article.urgency is not None and 1 <= article.urgency <= 9:
        add(meta, "urgency", str(article.urgency))
    if article.created:
        add(meta, "contentCreated", rfc3339(article.created))
    if article.modified > article.published:
        add(meta, "contentModified", rfc3339(article.modified))
    _located(meta, article)
    for source in article.info_sources:
        concept(meta, "infoSource", None, source)
    for author in article.authors:
        concept(meta, "creator", None, author.name)
    if language := story.language(article.language):
        add(meta, "language", tag=language)
    _about(meta, article)
    _words(meta, article)


def _located(meta: _Element, article: Article) -> None:
    """Append where the story was filed: places so marked, else those of the dateline."""
    marked = [p for p in article.places if p.role == "located"]
    for place in marked:
        if (element := concept(meta, "located", place.qcode, place.name)) is not None:
            _country(element, place.country)
            _position(element, place)
    if article.dateline and not marked:
        for name in article.dateline.places:
            if (element := concept(meta, "located", None, name)) is not None:
                _country(element, article.dateline.country)


def _about(meta: _Element, article: Article) -> None:
    for genre in article.genres:
        concept(meta, "genre", genre.qcode, genre.name)
    for keyword in dict.fromkeys(filter(None, map(line, article.keywords))):
        add(meta, "keyword", keyword)
    for subject in article.subjects:
        more = {"type": "cpnat:abstract"} if (subject.qcode or "").startswith("medtop:") else {}
        if subject.relevance is not None and 0 <= subject.relevance <= 100:
            more["relevance"] = str(subject.relevance)
        concept(meta, "subject", subject.qcode, subject.name, **more)
    for place in article.places:
        if place.role != "located":
            element = concept(meta, "subject", place.qcode, place.name, type="cpnat:geoArea")
            if element is not None:
                _country(element, place.country)
    for kind, entities in (("person", article.people), ("organisation", article.organisations)):
        for entity in entities:
            concept(meta, "subject", entity.qcode, entity.name, type=f"cpnat:{kind}")


def _words(meta: _Element, article: Article) -> None:
    """Append what is printed, the main headline first."""
    _say(meta, "slugline", article.slugline)
    said: set[str] = set()
    headlines = [(article.headline, None), *((h.text, h.language) for h in article.headlines)]
    headlines.append((article.subheadline, None))
    for text, language in headlines:
        if (text := line(text)) and text not in said:
            rank = str(len(said) + 1)
            said.add(text)
            _tagged(add(meta, "headline", text, rank=rank), language)
    _say(meta, "dateline", article.dateline.text if article.dateline else None)
    _say(meta, "by", article.byline)
    _say(meta, "creditline", article.creditline)
    summaries = [(article.summary, None), *((s.text, s.language) for s in article.summaries)]
    for text, language in summaries:
        if (text := line(text)) and text not in said:
            said.add(text)
            _tagged(add(meta, "description", text, role="drol:summary"), language)


def _say(meta: _Element, name: str, text: str | None) -> None:
    if text := line(text):
        add(meta, name, text)


def _tagged(element: _Element, language: str | None) -> None:
    if tag := story.language(language):
        element.set(f"{{{XML}}}lang", tag)


def _country(element: _Element, country: str | None) -> None:
    if country and _COUNTRY.match(country):
        add(element, "broader", qcode=f"iso3166-1a2:{country}")


def append_assertions(news: _Element, article: Article) -> None:
    """Append where the places lie that a story is about: a subject cannot hold it (2.35, "assert")."""
    told: set[str] = set()
    for place in article.places:
        if place.role == "located" or not (place.geo and story.on_earth(place.geo)):
            continue
        element = concept(news, "assert", place.qcode, place.name)
        if element is None:
            continue
        named = element.get("qcode") or element.get("literal") or ""
        if named in told:
            news.remove(element)
            continue
        told.add(named)
        _position(element, place)


def _position(element: _Element, place: Entity) -> None:
    if place.geo and story.on_earth(place.geo):
        details = add(element, "geoAreaDetails")
        add(details, "position", latitude=decimal(place.geo.lat), longitude=decimal(place.geo.lon))
