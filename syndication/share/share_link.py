"""The share links of one story: the words fitted to each network, the address always whole."""

from collections.abc import Iterable

import msgspec

from syndication.share import networks
from syndication.share.counting import encoded
from syndication.share.hashtags import hashtags, topic
from syndication.share.network import Kind, Limit, Network
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut
from syndication.share.wording import wording

_MISSING = {
    "title": "the story has no headline",
    "image": "the story has no picture at an https address",
    "app": "needs [share] facebook_app_id",
    "instance": "needs [share] lemmy_instance",
}


class NativeData(msgspec.Struct, frozen=True, omit_defaults=True):
    """What `navigator.share` takes (W3C Web Share §2.1.2). The address stands in `url` alone."""

    title: str | None = None
    text: str | None = None
    url: str | None = None


class ShareLink(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the story is shared on one network, or the `reason` why it is not.

    `href` for the kinds link and app, `url` (the value) for copy and qr, `data` for native; print has none.
    """

    id: str
    name: str
    kind: Kind
    href: str | None = None
    url: str | None = None
    data: NativeData | None = None
    reason: str | None = None


def links(story: Shareable, ids: Iterable[str] | None = None) -> tuple[ShareLink, ...]:
    """Return a link for each of `ids`, or of the site's own order; raise UnknownNetwork."""
    wanted = networks.ordered(story.sharing) if ids is None else tuple(map(networks.by_id, ids))
    return tuple(link(story, network) for network in wanted)


def link(story: Shareable, network: Network) -> ShareLink:
    """Return how the story is shared on the network; what is no brand has its name in the story's language."""
    name = wording(story.article.language, story.site.language).name(network.id, network.name)
    made = ShareLink(id=network.id, name=name, kind=network.kind)
    url = story.share_address(network)
    found: dict[str, object]
    if not networks.is_on(network, story.sharing):
        found = {"reason": "switched off in [share]"}
    elif network.kind == "print":
        found = {}  # the page itself prints: no address is needed
    elif url is None:
        found = {"reason": "the story's address cannot be shared"}
    elif network.kind == "native":
        found = {"url": url, "data": NativeData(story.headline or None, story.summary or None, url)}
    elif network.kind in {"copy", "qr"}:
        found = {"url": url}
    else:
        try:
            found = {"href": _href(story, network, url)}
        except KeyError as missing:
            found = {"reason": _MISSING[missing.args[0]]}
    return msgspec.structs.replace(made, **found)


def _href(story: Shareable, network: Network, url: str) -> str:
    """Return the link within the network's length; raise KeyError for a value that it needs and lacks."""
    title = _fitted(story, network, url)
    if story.headline and not title and story.sharing.hashtags:
        # Rather no hashtags than no headline.
        sharing = msgspec.structs.replace(story.sharing, hashtags=False)
        return _href(msgspec.structs.replace(story, sharing=sharing), network, url)
    values = _values(story, network, url)
    instance = "instance" in values

    def filled(title: str, summary: str) -> str:
        return network.fill(values | _words(title, summary, url, _tail(story, network)), instance=instance)

    href = filled(title, story.summary)
    if network.longest is None or len(href) <= network.longest:
        return href
    href = filled(title, "")
    excess = len(href) - network.longest
    if excess <= 0 or not title:
        return href
    shorter = cut(title, encoded(title) - excess, encoded)
    return filled(shorter, "") if shorter else href


def _values(story: Shareable, network: Network, url: str) -> dict[str, str]:
    sharing = story.sharing
    tags = hashtags(story.keywords, sharing.hashtag_limit) if sharing.hashtags else ()
    instances = {
        "mastodon": sharing.mastodon_instance,
        "misskey": sharing.misskey_instance,
        "lemmy": sharing.lemmy_instance,
    }
    # The default picture is for cards; what a network is told to pin must show the story.
    image = story.pictures.chosen
    found = {
        "url": url,
        "host": story.address.host if story.address else None,
        "image": image.url if image else None,
        "tags": ",".join(tags),
        "tag": f"#{tags[0]}" if tags else None,
        "topic": topic(story.keywords) if sharing.hashtags else None,
        "via": (sharing.x_handle or "").removeprefix("@"),
        "app": sharing.facebook_app_id,
        "instance": instances.get(network.id),
    }
    return {name: value for name, value in found.items() if value}


def _words(title: str, summary: str, url: str, tail: str) -> dict[str, str]:
    headed = f"{title}{tail}" if title else ""
    values = {
        "title": headed,
        "summary": summary,
        "text": f"{headed}\n{url}" if headed else url,
        "mail": f"{summary}\r\n\r\n{url}" if summary else url,
    }
    return {name: value for name, value in values.items() if value}


def _tail(story: Shareable, network: Network) -> str:
    """Return the hashtags that follow the headline in the text, "" where there are none."""
    if not story.sharing.hashtags or network.tagging not in {"text", "weibo"}:
        return ""
    end = "#" if network.tagging == "weibo" else ""
    return "".join(f" #{tag}{end}" for tag in hashtags(story.keywords, story.sharing.hashtag_limit))


def _fitted(story: Shareable, network: Network, url: str) -> str:
    """Return the headline cut to what the network leaves for it, "" where it leaves nothing."""
    if network.limit is None:
        return story.headline
    most, measure, _ = network.limit
    return cut(story.headline, most - measure(_company(story, network, network.limit, url)), measure)


def _company(story: Shareable, network: Network, limit: Limit, url: str) -> str:
    """Return what shares the limit with the headline, as it will follow it."""
    if limit.text == "composed":
        values = _values(story, network, url)
        tags = "".join(f" #{tag}" for tag in values["tags"].split(",")) if "tags" in values else ""
        return f" {url}{tags}" + (f" via @{values['via']}" if "via" in values else "")
    return _tail(story, network) + (f"\n{url}" if limit.text == "post" else "")
