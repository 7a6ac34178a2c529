"""What came under one guid, as it is looked at when stories are put together: nothing in it knows an order of arrival."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

import msgspec

from syndication.ingest import names, shingles
from syndication.ingest.likeness import moment
from syndication.ingest.precedence import is_marked
from syndication.ingest.shingles import Said
from syndication.model import Article
from syndication.model.identity import fingerprint
from syndication.store import Story

_TAKE = 2
"""The number from which on a take continues another story."""


def take(article: Article) -> int:
    """Return the number of the take that the story is, 0 where it is none."""
    found = (s.removeprefix("take:") for s in article.signals if s.startswith("take:"))
    return next((int(number) for number in found if number.isascii() and number.isdigit()), 0)


class Piece:
    """All that came under one guid: `own` is the version that counts, `versions` are all that are known, that one first.

    `story` is how it stands in the store at present, None for one that is not there yet.
    """

    def __init__(self, own: Article, versions: Iterable[Article], story: Story | None) -> None:
        self.own = own
        others = {fingerprint(v): v for v in versions if v is not own}
        order = sorted(
            others, key=lambda said: (others[said].version, moment(others[said]), said), reverse=True
        )
        self.versions = (own, *(others[said] for said in order))
        self.story = story

    @property
    def guid(self) -> str:
        """Its guid, which tells it from others."""
        return self.own.guid

    @cached_property
    def counts(self) -> Article:
        """The version that counts, as it is held against others: its number tells that others were before it.

        Where the wire numbers none, ours tells in which order they came.
        """
        number = max(self.own.version, len(self.versions))
        return self.own if number == self.own.version else msgspec.structs.replace(self.own, version=number)

    @cached_property
    def speaks(self) -> Article:
        """The version that tells what the piece is: the one that counts, a kill being none where another has words."""
        return next((v for v in self.versions if v.body and v.pub_status != "canceled"), self.own)

    @cached_property
    def told(self) -> tuple[Said, ...]:
        """The different texts and names that came under the guid: copies are made of what was corrected since, too."""
        found = {
            (v.body, v.headline, v.slugline): v for v in reversed((self.speaks, *self.versions)) if v.body
        }
        return tuple(map(shingles.said, reversed(found.values())))

    @cached_property
    def made(self) -> datetime:
        """When the story was made, as far as the wire says, else when it was first received."""
        if self.is_undated:  # versions that came later were given the time of the one that came first
            return min(v.source.received for v in self.versions)
        return min(map(names.first_seen, self.versions))

    @cached_property
    def killed(self) -> datetime | None:
        """When its own wire killed it, None where it did not, or took the kill back."""
        if self.own.pub_status != "canceled":
            return None
        return max(self.made, self.own.updated or self.own.source.received)

    @cached_property
    def is_undated(self) -> bool:
        """Say whether the wire names no time: then that of receipt stands for it, and tells less."""
        return any(
            names.first_seen(v) == v.source.received and v.updated in {None, v.source.received}
            for v in self.versions
        )

    @cached_property
    def is_marked(self) -> bool:
        """Say whether it stands in the place of what was sent before."""
        return is_marked(self.speaks)

    @cached_property
    def take(self) -> int:
        """The number of the take that it is, from 2 on; 0 where it is a story."""
        number = max(map(take, self.versions))
        return number if number >= _TAKE else 0

    @cached_property
    def heads(self) -> frozenset[str]:
        """The headlines and sluglines that it has or had, as they are looked up."""
        return frozenset().union(*map(names.heads, self.versions))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words under which kill notices find it; those of a notice name what must go."""
        return frozenset().union(*(shingles.said(version).titles for version in self.versions))

    @cached_property
    def is_notice(self) -> bool:
        """Say whether it is copy that asks for another story to be killed."""
        return self.own.pub_status == "canceled" and any(link.rel == "previous" for link in self.own.links)

    @cached_property
    def means(self) -> frozenset[str]:
        """The guids that a notice names."""
        links = self.own.links if self.is_notice else ()
        return frozenset(link.guid for link in links if link.rel == "previous" and link.guid)

    @property
    def row(self) -> int:
        """Its row in the store; what is not there yet comes last."""
        return self.story.row if self.story is not None else 1 << 62

    @property
    def part(self) -> str | None:
        """As what it stands in another story at present, None where it does not."""
        return None if self.story is None else self.story.part

    @property
    def home(self) -> int:
        """The row of the story that it stands in at present, its own where it stands in none."""
        return self.row if self.story is None or self.story.lead is None else self.story.lead
