"""Which story a person means: by its guid, the ID of its address, the address, or words of its headline."""

from syndication.errors import UnknownName
from syndication.ingest import named
from syndication.model.identity import short_id
from syndication.store import Store, Story

_SHOWN = 8
_NEWEST = 5000


def find(store: Store, text: str) -> Story:
    """Return the one story that a guid, an ID, an address, a slug or a part of a headline names.

    A headline that the story had before counts, too. Raise UnknownName where there is none, or several.
    """
    found = store.articles.current(text) or store.articles.find(_address_id(text)) or _elsewhere(store, text)
    if found is not None:
        return found
    stories = named(store.articles, text, _SHOWN + 1)
    if len(stories) == 1:
        return stories[0]
    if not stories:
        raise UnknownName("no such story: no guid, ID, address or headline is like it", text)
    listed = "; ".join(f"{s.article.guid} ({s.article.headline})" for s in stories[:_SHOWN])
    more = " and more" if len(stories) > _SHOWN else ""
    raise UnknownName(f"several stories are meant, name one by its guid: {listed}{more}", text)


def _elsewhere(store: Store, text: str) -> Story | None:
    """Return the story whose page the wire named at this address, among the newest."""
    if not text.startswith(("http://", "https://")):
        return None
    newest = store.articles.newest(_NEWEST)
    guid = next((article.guid for article in newest if article.url == text), None)
    return store.articles.find(short_id(guid)) if guid else None


def _address_id(text: str) -> str:
    """Return the ID in an address such as https://host/articles/ID/slug, else the text itself."""
    _, found, rest = text.partition("/articles/")
    return rest.partition("/")[0].partition(".")[0].partition("?")[0] if found else text
