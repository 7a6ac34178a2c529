"""What MSN wants to know of a story, in RSS and Atom alike (Partner Hub, content specification V3).

Nothing comes of an element whose namespace the document has not.
"""

from syndication.model import Article, Profile
from syndication.render import story
from syndication.render.dates import rfc3339
from syndication.render.elements import Elements
from syndication.render.plain_text import line


def add_end(entry: Elements, article: Article, profile: Profile) -> None:
    """Add when the story ends, where the profile tells that (DCMI Period).

    No start: it would be taken for the publication.
    """
    if profile.expiry and article.expires:
        entry.add("dcterms:valid", f"end={rfc3339(article.expires)}; scheme=W3C-DTF")


def add_titles(entry: Elements, article: Article, profile: Profile) -> None:
    """Add the short title of a story whose title is too long, and when it was written."""
    if profile.max_title and len(story.title(article)) > profile.max_title:
        short = next((h.text for h in article.headlines if h.role == "short"), None)
        _say(entry, "mi:shortTitle", line(short))
    if article.created:
        entry.add("mi:dateTimeWritten", rfc3339(article.created))


def media_rights(profile: Profile) -> str:
    """Return what stands inside each picture, "" for other takers."""
    if "mi" not in profile.more_extensions:
        return ""
    ours, said = profile.site.partners.msn, Elements({"mi"})
    if ours.syndication_rights is not None:
        said.add("mi:hasSyndicationRights", str(int(ours.syndication_rights)))
    _say(said, "mi:licenseId", line(ours.license_id))
    _say(said, "mi:licensorName", line(ours.licensor_name))
    return str(said)


def _say(entry: Elements, name: str, text: str | None) -> None:
    if text:
        entry.add(name, text)
