"""Everything that is said about one story, as one record for machines."""

from collections.abc import Iterable

import msgspec

from syndication.model.article import Issue
from syndication.share.card import Card, cards
from syndication.share.card_findings import card_findings
from syndication.share.element import Element
from syndication.share.film import Object
from syndication.share.head import Alternate, head_elements
from syndication.share.json_ld import news_article
from syndication.share.oembed_body import Body, oembed
from syndication.share.share_link import ShareLink, links
from syndication.share.shareable import Shareable
from syndication.validate import Finding


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The canonical address (None where it cannot be shared), links, head, JSON-LD, oEmbed, cards.

    `findings` are what networks will find wanting, `issues` what was left out and why.
    """

    guid: str
    url: str | None
    links: tuple[ShareLink, ...]
    head: tuple[Element, ...]
    json_ld: Object
    oembed: Body
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...]


def sheet(story: Shareable, ids: Iterable[str] | None = None, alternates: Iterable[Alternate] = ()) -> Sheet:
    """Return the record with links for `ids`, or for the site's own order; raise UnknownNetwork."""
    return Sheet(
        guid=story.article.guid,
        url=story.canonical,
        links=links(story, ids),
        head=head_elements(story, alternates),
        json_ld=news_article(story),
        oembed=oembed(story),
        cards=cards(story),
        findings=card_findings(story),
        issues=story.issues,
    )
