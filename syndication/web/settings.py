"""What the web process is told when it starts; it reads no configuration file itself."""

from typing import Annotated

import msgspec

from syndication.model import Feed, Profile, Sharing, Site

_TITLES = {
    "rss": "RSS",
    "atom": "Atom",
    "json": "JSON Feed",
    "newsml-g2": "NewsML-G2",
    "ninjs": "ninjs",
    "nitf": "NITF",
    "newsml": "NewsML 1.2",
    "apple-news": "Apple News",
    "newsml-g2-package": "NewsML-G2 package",
    "sitemap": "Sitemap",
    "sitemap-news": "News sitemap",
}


class ServedFormat(msgspec.Struct, frozen=True, kw_only=True):
    """One output format as it is served: `media_type` goes out as it stands, its charset included.

    `parts` is a regular expression of the extensions of the parts that an edition may have, None for none.
    """

    name: str
    extension: str
    media_type: str
    parts: str | None = None

    @property
    def subscribed(self) -> bool:
        """Say whether it is for those who subscribe: a sitemap is for search engines alone."""
        return not self.name.startswith("sitemap")

    @property
    def title(self) -> str:
        """Return the name that people know the format by."""
        return _TITLES.get(self.name, self.name)


class WebSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that `serve` needs, as it crosses from the parent to the child.

    `single` is the profile of the documents of one story: the site's own baseline. `public` is the directory that holds `feeds/NAME.EXT` and its `.gz` twin; `max_age` says for how many
    seconds a cache may keep a feed; `followers` are the readers of the log whose lag is a metric; port 0
    takes a free one. `head_seconds` bounds the arrival of a request, `idle_seconds` the pause between two,
    `stall_seconds` a client that takes no byte of its answer.
    """

    site: Site
    single: Profile = Profile()
    sharing: Sharing = Sharing()
    public: str
    store: str
    feeds: tuple[Feed, ...] = ()
    formats: tuple[ServedFormat, ...] = ()
    host: str = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 8080
    hub: str | None = None
    max_age: Annotated[int, msgspec.Meta(ge=0)] = 60
    followers: tuple[str, ...] = ("editions",)
    connections: Annotated[int, msgspec.Meta(ge=1)] = 2000
    head_seconds: Annotated[float, msgspec.Meta(gt=0)] = 20
    idle_seconds: Annotated[int, msgspec.Meta(gt=0)] = 60
    stall_seconds: Annotated[float, msgspec.Meta(gt=0)] = 40

    def served(self, feed: Feed) -> tuple[ServedFormat, ...]:
        """Return the formats in which a feed is published, in the feed's own order."""
        known = {f.name: f for f in self.formats}
        return tuple(known[name] for name in feed.formats if name in known)

    def subscribed(self, feed: Feed) -> tuple[ServedFormat, ...]:
        """Return those of the formats that people and their readers subscribe to."""
        return tuple(form for form in self.served(feed) if form.subscribed)


def encode(settings: WebSettings) -> bytes:
    """Return the settings as one line of JSON, its line feed included."""
    return msgspec.json.encode(settings) + b"\n"


def decode(line: bytes) -> WebSettings:
    """Return the settings of `encode`; raise msgspec.MsgspecError on anything else."""
    return msgspec.json.decode(line, type=WebSettings)
