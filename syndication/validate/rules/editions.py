"""Two editions of one feed side by side: what was corrected, and what only moved."""

from collections.abc import Iterator
from typing import NamedTuple

from syndication.validate.datatypes import split
from syndication.validate.document import Document, Story


class Pair(NamedTuple):
    """A story in this edition and in the one before."""

    story: Story
    before: Story

    @property
    def corrected(self) -> bool:
        """Say whether its words differ."""
        return _words(self.story) != _words(self.before)


def pairs(document: Document, previous: Document | None) -> Iterator[Pair]:
    """Yield the stories that both editions have, by guid."""
    known = previous.by_guid if previous else {}
    for story in document.live:
        before = known.get(story.key or "")
        if before is not None and not before.withdrawn:
            yield Pair(story, before)


def renamed(document: Document, previous: Document | None) -> Iterator[Pair]:
    """Yield the stories whose page the edition before has under another guid."""
    known = {_page(story): story for story in previous.stories if _page(story)} if previous else {}
    kept = previous.by_guid if previous else {}
    for story in document.stories:
        before = known.get(_page(story))
        if before is not None and story.key not in kept and before.key != story.key:
            yield Pair(story, before)


def _words(story: Story) -> tuple[str | None, ...]:
    return tuple(value.text if value else None for value in (story.title, story.summary, story.body))


def _page(story: Story) -> str:
    """Return the path of the page: scheme and host are those of the site and may change."""
    parts = split(story.link.text) if story.link else None
    return "" if parts is None or parts.path in {"", "/"} else f"{parts.path}?{parts.query}"
