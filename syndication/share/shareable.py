"""The door to this room: a story that may be shared at one instant, with what all its share data say alike.

Nothing else here takes an Article, so nothing can be said about a story that this door kept back.
"""

from datetime import datetime

import msgspec

from syndication.model import Article, Sharing, Site
from syndication.model.article import Issue, Subject
from syndication.share import byline, campaign, web_address
from syndication.share.clean_text import clean
from syndication.share.network import Network
from syndication.share.picture import Picture, Pictures, choose, of_site
from syndication.share.web_address import WebAddress

_TAKEN_BACK = ("kill", "withdrawal")


class Shareable(msgspec.Struct, frozen=True, kw_only=True):
    """A story that the public may see, on one site. Made by `admit` alone.

    `headline`, `summary` and `keywords` are clean ("" and () where the wire has none); `address` is the
    page's address, None where the wire names one that cannot be shared; `issues` say what was left out.
    """

    article: Article
    site: Site
    sharing: Sharing
    address: WebAddress | None
    headline: str
    summary: str
    keywords: tuple[str, ...]
    persons: tuple[str, ...]
    pictures: Pictures
    issues: tuple[Issue, ...]

    @property
    def canonical(self) -> str | None:
        """Return the document's own address: ASCII, no fragment, no campaign."""
        return str(self.address.canonical()) if self.address else None

    @property
    def home(self) -> str | None:
        """Return the site's own address, ASCII; None where it is configured as something else."""
        try:
            return str(web_address.parse(self.site.base_url))
        except ValueError:
            return None

    @property
    def picture(self) -> Picture | None:
        """Return the picture to show: the story's, else the site's default."""
        return self.pictures.chosen or of_site(self.sharing.default_picture)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Return the subjects that readers know: a desk code is the newsroom's own."""
        return tuple(s for s in self.article.subjects if s.type != "desk")

    @property
    def provider(self) -> str:
        """Return the agency's name, "" where unknown."""
        return clean(self.article.provider)

    def share_address(self, network: Network) -> str | None:
        """Return the address that goes out through the network, with its campaign where the site wants one."""
        return str(self.address.tagged(campaign.pairs(network, self.sharing))) if self.address else None


def refusal(article: Article, now: datetime) -> str | None:
    """Return why the story may not be shared at `now`, None where it may."""
    if article.pub_status != "usable":
        return f"the story is {article.pub_status}"
    taken_back = next((signal for signal in _TAKEN_BACK if signal in article.signals), None)
    if taken_back:
        return f"the story carries the signal {taken_back}"
    if article.visible(now):
        return None
    return (
        "the story is under embargo"
        if article.embargoed and article.embargoed > now
        else "the story has expired"
    )


def admit(article: Article, site: Site, sharing: Sharing, now: datetime) -> Shareable | None:
    """Return the story as it may be shared at `now`, None where `refusal` has a reason.

    The page is the one that the wire names, else our own (`Site.page`). An address that the wire names and
    that cannot be shared is not replaced by ours: the story then has no links, and an issue says why.
    """
    if refusal(article, now) is not None:
        return None
    address, issues = _address(article, site)
    pictures = choose(article.media)
    keywords: dict[str, str] = {}
    for keyword in filter(None, map(clean, article.keywords)):
        keywords.setdefault(keyword.casefold(), keyword)
    return Shareable(
        article=article,
        site=site,
        sharing=sharing,
        address=address,
        headline=clean(article.headline),
        summary=clean(article.summary),
        keywords=tuple(keywords.values()),
        persons=byline.persons(article),
        pictures=pictures,
        issues=(*issues, *pictures.issues),
    )


def _address(article: Article, site: Site) -> tuple[WebAddress | None, tuple[Issue, ...]]:
    text = site.page(article)
    try:
        return web_address.parse(text), ()
    except ValueError as error:
        return None, (Issue("unusable-address", f"no share links for {text!r}: {error}"),)
