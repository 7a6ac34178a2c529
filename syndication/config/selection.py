"""What feeds share: the profiles of the site, and the query of another feed."""

from collections.abc import Iterable, Sequence

import msgspec

from syndication.config.checking import meant
from syndication.config.toml_file import TomlFile
from syndication.errors import BadConfiguration
from syndication.model import Feed, Query
from syndication.vocabulary.media_topics import MediaTopics
from syndication.vocabulary.profiles import check


def own_profiles(files: Iterable[TomlFile]) -> dict[str, dict[str, object]]:
    """Return the site's own profiles, `[profile.NAME]` in any file; what is wrong with one is noted.

    Each may be like any other, wherever that one stands.
    """
    found: dict[str, tuple[TomlFile, dict[str, object]]] = {}
    for file in files:
        tables = file.table.get("profile", {})
        if not isinstance(tables, dict):
            file.wrong("profile is a table for each name: [profile.NAME]", "profile")
            continue
        for name, table in tables.items():
            if not isinstance(table, dict):
                file.wrong(f"profile {name} is a table: [profile.{name}]", "profile", name)
            elif name in found:
                there = found[name][0].path.name
                file.wrong(f"[profile.{name}] stands in {there} already", "profile", name)
            else:
                found[name] = file, table
    own = {name: table for name, (_, table) in found.items()}
    for name, (file, _) in found.items():
        try:
            check(name, own)
        except BadConfiguration as error:
            file.wrong(error.what, "profile", name)
    return own


def resolved(feeds: Sequence[tuple[TomlFile, Feed]], topics: MediaTopics) -> tuple[Feed, ...]:
    """Return the feeds, each with its own query or that of the feed it names.

    A Media Topic in a query stands for its narrower ones too.
    """
    by_name = {feed.name: feed for _, feed in feeds}
    made = []
    for file, feed in feeds:
        query = feed.query
        if feed.query_of is not None:
            other = by_name.get(feed.query_of)
            if other is None or other is feed:
                known = [name for name in by_name if name != feed.name]
                file.wrong(
                    f"query_of names no other feed: {feed.query_of}; {meant(feed.query_of, known)}",
                    "query_of",
                )
            elif other.query_of is not None:
                file.wrong(
                    f"query_of names {other.name}, which has its query of {other.query_of}", "query_of"
                )
            elif feed.query != Query():
                file.wrong("a feed has a [query] or query_of, not both", "query_of")
            else:
                query = other.query
        made.append(msgspec.structs.replace(feed, query=topics.widened(query)))
    return tuple(made)
