"""What a share network is: an id, an address that opens its form, and how it takes words and tags."""

import re
from typing import Literal, NamedTuple, TypeAlias

from syndication.model import graphemes
from syndication.on_demand import Expression
from syndication.share.counting import Measure
from syndication.share.percent import encode

# A link is followed; an app link works where the app is installed; the others are done by the page.
Kind: TypeAlias = Literal["link", "app", "copy", "qr", "print", "native"]
# How hashtags go in: not at all, as a parameter of the template, in the text, in the text as Weibo has them.
Tagging: TypeAlias = Literal["no", "parameter", "text", "weibo"]
Medium: TypeAlias = Literal["social", "email", "sms", "referral"]

LONGEST_LINK = 8000
"""Servers refuse longer request lines (414); Indic words and emoji grow ninefold when they are encoded."""

_OPTIONAL = Expression(r"\[([^\]]*)\]")
_VALUE = Expression(r"\{(\w+)\}")


class Limit(NamedTuple):
    """The most that a text may weigh by the network's own measure.

    The text is the headline with its hashtags; or the post, which is that, a line break and the address; or
    what the network composes of headline, address, hashtags and `via`.
    """

    most: int
    measure: Measure = graphemes.length
    text: Literal["headline", "post", "composed"] = "headline"


class Network(NamedTuple):
    """One network.

    In `template` every `{value}` stands for an encoded value and `[part]` vanishes whole where a value of
    it is absent. `limit` is 300 graphemes where the network sets none itself. `longest` bounds the finished link, in characters. `confirmed` is False
    where no page of the network's owner documents the link.
    """

    id: str
    name: str
    template: str = ""
    limit: Limit | None = Limit(300)
    tagging: Tagging = "no"
    kind: Kind = "link"
    medium: Medium = "social"
    longest: int | None = LONGEST_LINK
    at_instance: str | None = None
    confirmed: bool = True

    def fill(self, values: dict[str, str], *, instance: bool = False) -> str:
        """Return the link made of unencoded `values`; raise KeyError naming one that it needs.

        `{instance}` is a host and stands in the address as it is.
        """

        def encoded(found: re.Match[str]) -> str:
            name = found[1]
            return values[name] if name == "instance" else encode(values[name])

        def present(found: re.Match[str]) -> str:
            return found[1] if all(name in values for name in _VALUE.findall(found[1])) else ""

        template = self.at_instance if instance and self.at_instance else self.template
        return _VALUE.sub(encoded, _OPTIONAL.sub(present, template))
