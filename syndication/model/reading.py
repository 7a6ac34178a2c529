"""How a piece of copy was understood, and the account of every line of it."""

from typing import Literal, NamedTuple

import msgspec

from syndication.model.article import Article


class Line(NamedTuple):
    """What became of one line (or paragraph) of the copy.

    `number` counts from 1 in the decoded copy; `field` is the Article field it went to (`headline`,
    `body`, `signoff`, ...) where `fate` is `field`, else None; `rule` names the rule that decided.
    """

    number: int
    text: str
    fate: Literal["field", "furniture", "issue"]
    rule: str
    field: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """One story as it was understood, with the account of every line that belongs to it.

    `numbered`: whether the copy gives this version its number, where its form has numbers at all.
    """

    article: Article
    account: tuple[Line, ...] = ()
    numbered: bool = True
