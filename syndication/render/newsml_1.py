"""NewsML 1.2 for receivers that never moved to NewsML-G2: an envelope around items whose text is NITF."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote, urlsplit

from lxml.etree import Element, SubElement, _Element, tostring

from syndication.model import Article, Feed, Profile, Site, identity
from syndication.model.article import Rights
from syndication.on_demand import Expression
from syndication.render import media_files, nitf, story
from syndication.render.dates import basic, basic_day
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat, SingleFormat
from syndication.render.plain_text import line
from syndication.render.tailoring import tailored
from syndication.xmlns import XML

MEDIA_TYPE = "application/xml"
EXTENSION = ".newsml.xml"
_END = b"</NewsML>"
_STATUS = {"usable": "Usable", "canceled": "Canceled", "withheld": "Withheld"}
_MEDIA = {"picture": "Photo", "graphic": "Graphic", "video": "Video", "audio": "Audio"}
_SUBJECT = Expression(r"(?:subj|medtop):(\d{8})\Z")


def entry(article: Article, profile: Profile) -> bytes:
    """Return the NewsItem, b"" for a withheld story; a killed one is its status without its content."""
    if article.pub_status == "withheld":
        return b""
    return entry_bytes(item(article, profile), "NewsML", {})


def single(article: Article, profile: Profile) -> bytes:
    """Return a document of one item, its envelope dated like the story; b"" for a withheld story."""
    if article.pub_status == "withheld":
        return b""
    root = _envelope(profile.site, article.modified)
    root.append(item(article, profile))
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the envelope and the items made before (1.2, "NewsML"); the standard wants one at least."""
    root = _envelope(profile.site, updated, feed.name)
    whole = tostring(root, encoding="UTF-8", xml_declaration=True)
    return b"".join((whole.removesuffix(_END), *entries, _END))


def item(article: Article, profile: Profile) -> _Element:
    """Return the NewsItem; the order of its parts is that of the standard's DTD."""
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    news = Element("NewsItem")
    if language := story.language(article.language):
        news.set(f"{{{XML}}}lang", language)
    _identification(news, article, profile.site)
    _management(news, article)
    if article.pub_status == "usable":
        _component(news, article, page, profile)
    return news


def _envelope(site: Site, sent: datetime, service: str | None = None) -> _Element:
    root = Element("NewsML", Version="1.2")
    envelope = SubElement(root, "NewsEnvelope")
    SubElement(SubElement(envelope, "SentFrom"), "Party", FormalName=line(site.title))
    SubElement(envelope, "DateAndTime").text = basic(sent)
    if service:
        SubElement(envelope, "NewsService", FormalName=service)
    return root


def _identification(news: _Element, article: Article, site: Site) -> None:
    """Append who the item is (1.2, "NewsIdentifier"): the id never changes, the revision only rises.

    The provider is the domain that we had when the story was first published (RFC 3085 §2).
    """
    identifier = SubElement(SubElement(news, "Identification"), "NewsIdentifier")
    provider = urlsplit(site.home(article)).hostname or "localhost"
    date = basic(article.published)[:8]
    name = identity.short_id(article.guid)
    revision = max(1, article.version)
    SubElement(identifier, "ProviderId").text = provider
    SubElement(identifier, "DateId").text = date
    SubElement(identifier, "NewsItemId").text = name
    number = SubElement(identifier, "RevisionId", PreviousRevision=str(revision - 1), Update="N")
    number.text = str(revision)
    public = f"urn:newsml:{quote(provider)}:{date}:{name}:{revision}"
    SubElement(identifier, "PublicIdentifier").text = public


def _management(news: _Element, article: Article) -> None:
    management = SubElement(news, "NewsManagement")
    SubElement(management, "NewsItemType", FormalName="News")
    SubElement(management, "FirstCreated").text = basic(article.published)
    SubElement(management, "ThisRevisionCreated").text = basic(article.modified)
    SubElement(management, "Status", FormalName=_STATUS[article.pub_status])
    if article.pub_status == "usable" and article.urgency is not None and 1 <= article.urgency <= 9:
        SubElement(management, "Urgency", FormalName=str(article.urgency))
    for note in article.ed_notes:
        if note.public and (text := line(note.text)):
            SubElement(management, "Property", FormalName="EdNote", Value=text)


def _component(news: _Element, article: Article, page: str, profile: Profile) -> None:
    """Append the story: a main component of the text, and one for each media item."""
    main = SubElement(news, "NewsComponent")
    SubElement(main, "Role", FormalName="Main")
    _lines(main, article)
    source = line(article.provider) or line(profile.site.title)
    administrative = SubElement(main, "AdministrativeMetadata")
    SubElement(SubElement(administrative, "Provider"), "Party", FormalName=line(profile.site.title))
    SubElement(SubElement(administrative, "Creator"), "Party", FormalName=source)
    SubElement(administrative, "Property", FormalName="GUID", Value=story.guid(article))
    _rights(main, article)
    _descriptive(main, article)
    text = SubElement(main, "NewsComponent")
    SubElement(text, "Role", FormalName="MainText")
    content = SubElement(text, "ContentItem")
    SubElement(content, "MediaType", FormalName="Text")
    SubElement(content, "Format", FormalName="NITF")
    SubElement(content, "DataContent").append(nitf.nitf(article, page, profile))
    for media in article.media:
        if files := media_files.renditions(media, page):
            _media(main, files)


def _lines(main: _Element, article: Article) -> None:
    lines = SubElement(main, "NewsLines")
    rights = article.rights or Rights()
    filed = article.dateline.text if article.dateline else None
    said = [
        ("HeadLine", story.title(article)),
        ("SubHeadLine", article.subheadline),
        ("ByLine", article.byline or ", ".join(a.name for a in article.authors)),
        ("DateLine", filed),
        ("CreditLine", article.creditline),
        ("CopyrightLine", rights.notice),
        ("RightsLine", story.terms(rights)),
        ("SlugLine", article.slugline),
        *(("KeywordLine", keyword) for keyword in article.keywords),
    ]
    for name, text in said:
        if found := line(text):
            SubElement(lines, name).text = found


def _rights(main: _Element, article: Article) -> None:
    rights = article.rights
    if rights is None:
        return
    metadata = SubElement(main, "RightsMetadata")
    if holder := line(rights.holder):
        right = SubElement(metadata, "Copyright")
        SubElement(right, "CopyrightHolder").text = holder
        SubElement(right, "CopyrightDate").text = str(article.published.year)
    known = (
        ("UsageType", rights.usage_terms),
        ("Geography", rights.geography),
        ("RightsHolder", rights.holder),
        ("Limitations", rights.ai_terms),
        ("StartDate", basic(rights.starts) if rights.starts else None),
        ("EndDate", basic(rights.ends) if rights.ends else None),
    )
    said = [(name, found) for name, text in known if (found := line(text))]
    if said:
        usage = SubElement(metadata, "UsageRights")
        for name, text in said:
            SubElement(usage, name).text = text


def _descriptive(main: _Element, article: Article) -> None:
    metadata = SubElement(main, "DescriptiveMetadata")
    if language := story.language(article.language):
        SubElement(metadata, "Language", FormalName=language)
    for genre in article.genres:
        if name := line(genre.name):
            SubElement(metadata, "Genre", FormalName=name)
    for subject in article.subjects:
        if code := _SUBJECT.match(line(subject.qcode)):
            SubElement(SubElement(metadata, "SubjectCode"), "Subject", FormalName=code[1])
    if article.dateline and article.dateline.date:
        SubElement(metadata, "DateLineDate").text = basic_day(article.dateline.date)
    for place in article.places:
        if name := line(place.name):
            location = SubElement(metadata, "Location")
            if place.country:
                SubElement(location, "Property", FormalName="Country", Value=line(place.country))
            SubElement(location, "Property", FormalName="City", Value=name)
    for other in article.subjects:
        if not _SUBJECT.match(line(other.qcode)) and (name := line(other.name)):
            SubElement(metadata, "Property", FormalName="Category", Value=name)


def _media(main: _Element, files: list[media_files.MediaFile]) -> None:
    """Append one media item: its caption, credit and files."""
    media = files[0].media
    component = SubElement(main, "NewsComponent")
    SubElement(component, "Role", FormalName="Supporting")
    lines = SubElement(component, "NewsLines")
    rights = media.rights or Rights()
    said = (
        ("HeadLine", media.headline),
        ("SubHeadLine", media.caption),
        ("CreditLine", media.credit),
        ("CopyrightLine", rights.notice),
        ("RightsLine", story.terms(rights)),
    )
    for name, text in said:
        if found := line(text):
            SubElement(lines, name).text = found
    if not len(lines):
        component.remove(lines)
    for file in files:
        content = SubElement(component, "ContentItem", Href=file.href)
        SubElement(content, "MediaType", FormalName=_MEDIA[media.kind])
        if file.media_type:
            SubElement(content, "MimeType", FormalName=file.media_type)
        known = (("Width", file.width), ("Height", file.height), ("TotalDuration", file.duration))
        properties = [(name, f"{value:g}") for name, value in known if value]
        if file.length or properties:
            characteristics = SubElement(content, "Characteristics")
            if file.length:
                SubElement(characteristics, "SizeInBytes").text = str(file.length)
            for name, value in properties:
                SubElement(characteristics, "Property", FormalName=name, Value=value)


FORMAT = FeedFormat("newsml", MEDIA_TYPE, EXTENSION, entry, document)
SINGLE = SingleFormat("newsml", MEDIA_TYPE, EXTENSION, single)
