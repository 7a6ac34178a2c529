"""What a piece of HTML is to a story."""

import msgspec

from syndication.model import Line
from syndication.model.article import Media, PullQuote
from syndication.model.blocks import Block


class Content(msgspec.Struct, frozen=True):
    """The blocks with the line on which each begins, the media, and the account of what is not story.

    `flowing`: every block is a paragraph of plain words that needs no look at its markup or blanks.
    """

    blocks: tuple[Block, ...] = ()
    numbers: tuple[int, ...] = ()
    media: tuple[Media, ...] = ()
    pull_quote: PullQuote | None = None
    dropped: tuple[Line, ...] = ()
    flowing: bool = False
