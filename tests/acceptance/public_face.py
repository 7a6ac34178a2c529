"""All that the public can ask a newsroom for, as one thing to compare: status, headers and bytes of each address."""

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

from syndication.model.identity import short_id
from syndication.render import FORMATS, SINGLES
from tests.acceptance.newsroom import Newsroom

Answer: TypeAlias = tuple[int, tuple[tuple[str, str], ...], bytes]

# What a process tells of itself, what was asked of it, and how old an edition is at this instant.
_OF_THE_MOMENT = re.compile(
    rb"^(?:# \w+ )?(?:process_|python_|syndication_http_|syndication_edition_age).*\n", re.MULTILINE
)
_EVERYWHERE = ("/", "/opml.xml", "/robots.txt", "/sitemap-news.xml", "/readyz", "/healthz", "/metrics")
ARCHIVED = "\n[retention]\narchive_page = 2\n"


def all_formats(newsroom: Newsroom, more: str = "") -> None:
    """Have the newsroom publish in every format there is; a news sitemap holds no older story than it may."""
    formats = [name for name in FORMATS if name != "sitemap-news"]
    feeds = newsroom.root / "feeds"
    (feeds / "all.toml").write_text(f'title = "All"\nlimit = 50\nformats = {json.dumps(formats)}\n')
    (feeds / "fresh.toml").write_text('title = "Fresh"\nlimit = 50\nformats = ["sitemap-news"]\n')
    for name, added in (("site", more), ("sources", "settle = 0.1\n")):
        path = newsroom.root / "config" / f"{name}.toml"
        path.write_text(path.read_text() + added)


def of_feeds(newsroom: Newsroom) -> list[str]:
    """Return the addresses of every published file, and of the feeds' pages."""
    names = sorted(path.name for path in newsroom.public.iterdir() if path.suffix != ".gz")
    return [f"/feeds/{name}" for name in (*names, "all", "fresh", "world")]


def of_story(newsroom: Newsroom, guid: str) -> list[str]:
    """Return every address that a story has, whether it may be seen or not."""
    own = f"/articles/{short_id(guid)}"
    below = [f"{own}/{name}" for name in ("any", "share", "qr.svg", "qr.png")]
    singles = [f"{own}{form.extension}" for form in SINGLES.values()]
    oembed = f"/oembed?url=http://127.0.0.1:{newsroom.port}{own}/any"
    return [own, *below, *singles, oembed, f"{oembed}&format=xml"]


def face(newsroom: Newsroom, guids: Iterable[str]) -> dict[str, Answer]:
    """Return what a running newsroom answers at every public address, and at those of these stories."""
    addresses = [*_EVERYWHERE, *of_feeds(newsroom)]
    addresses += [address for guid in guids for address in of_story(newsroom, guid)]
    found = {address: _answer(newsroom, address) for address in addresses}
    gzip = {f"{a} in gzip": _answer(newsroom, a, **{"Accept-Encoding": "gzip"}) for a in addresses}
    return found | gzip


def files(newsroom: Newsroom) -> dict[str, tuple[int, bytes]]:
    """Return time and bytes of every published file."""
    return {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in sorted(newsroom.public.iterdir())}


def _answer(newsroom: Newsroom, address: str, **asked: str) -> Answer:
    status, headers, body = newsroom.get(address, **asked)
    if address == "/metrics":
        body = _OF_THE_MOMENT.sub(b"", body)
        headers.pop("content-length", None)
    headers.pop("date", None)
    return status, tuple(sorted(headers.items())), body
