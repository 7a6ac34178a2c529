"""The files of one edition: its document, and the parts that it names where one file cannot hold all.

Parts go first, then the document, then what it names no longer: whoever reads the document finds every part of
it, whenever the power fails. A file that would not change is not touched.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from syndication.editions.names import file_name
from syndication.editions.publication import Publication
from syndication.model import Feed
from syndication.render import FeedFormat


class EditionFiles(NamedTuple):
    """Where one feed in one format lies."""

    publication: Publication
    feed: Feed
    format_: FeedFormat

    @property
    def document(self) -> str:
        """Return the name of the document."""
        return file_name(self.feed, self.format_)

    def publish(self, document: bytes, entries: Sequence[bytes], updated: datetime) -> bool:
        """Publish the document and its parts; say whether anything changed. Raise CannotPublish."""
        parts = self.format_.parts.split(entries) if self.format_.parts else {}
        written = [
            self.publication.put(f"{self.feed.name}{extension}", part, updated)
            for extension, part in parts.items()
        ]
        written.append(self.publication.put(self.document, document, updated))
        for name in self.parts():
            if name.removeprefix(self.feed.name) not in parts:
                self.publication.remove(name)
        return any(written)

    def parts(self) -> list[str]:
        """Return the names of the parts that lie there."""
        if self.format_.parts is None:
            return []
        named = re.compile(re.escape(self.feed.name) + self.format_.parts.pattern)
        return [name for name in self.publication.names() if named.fullmatch(name)]

    def are_there(self) -> bool:
        """Say whether the document lies there, and every part that it names."""
        if not self.publication.has(self.document):
            return False
        if self.format_.parts is None:
            return True
        named = re.compile(f"/{re.escape(self.feed.name)}({self.format_.parts.pattern})".encode())
        document = self.publication.read(self.document) or b""
        return all(
            self.publication.has(f"{self.feed.name}{extension.decode()}")
            for extension in named.findall(document)
        )
