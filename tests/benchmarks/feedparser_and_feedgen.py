"""A feed read by feedparser and written by feedgen: what somebody writes who has only these two.

Like `feedgen_alone` it keeps Dublin Core and the media, as far as feedgen has words for them.
"""

import sys

import feedparser
from feedgen.feed import FeedGenerator


def main() -> None:
    """Print the RSS feed of the RSS file that is named on the command line."""
    parsed = feedparser.parse(sys.argv[1])
    generator = FeedGenerator()
    generator.load_extension("dc")
    generator.load_extension("media")
    generator.title(parsed.feed.title)
    generator.link(href=parsed.feed.link, rel="alternate")
    generator.description(parsed.feed.description)
    for said in parsed.entries:
        entry = generator.add_entry(order="append")
        entry.title(said.title)
        entry.link(href=said.link)
        entry.guid(said.id, permalink=False)
        entry.description(said.summary)
        entry.content(said.content[0].value, type="CDATA")
        entry.category(
            [{"term": tag.term} | ({"scheme": tag.scheme} if tag.scheme else {}) for tag in said.tags]
        )
        for file in said.enclosures:
            entry.enclosure(file.href, file.length, file.type)
        entry.pubDate(said.published)
        entry.dc.dc_creator([author.name for author in said.get("authors", ())])
        entry.dc.dc_language(said.get("language"))
        for file in said.get("media_content", ()):
            names = {"filesize": "fileSize"}
            entry.media.content({names.get(name, name): value for name, value in file.items()}, group=None)
        for small in said.get("media_thumbnail", ()):
            entry.media.thumbnail(url=small["url"], group=None)
    sys.stdout.buffer.write(generator.rss_str())


if __name__ == "__main__":
    main()
