"""A newsroom to serve: a real store, published files, and a client of the web process in front of them."""

import gzip
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from syndication.model import Article, Edition, Feed, Site
from syndication.model.article import decode
from syndication.model.identity import fingerprint
from syndication.store import Shown, Store, Story, open_store
from syndication.web import ServedFormat, WebProcess, WebSettings, start

STORIES = Path(__file__).parent.parent / "data" / "web" / "stories"
SECOND = 1_000_000_000
NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
FORMATS = (
    ServedFormat(name="rss", extension=".rss", media_type="application/rss+xml; charset=utf-8"),
    ServedFormat(name="json", extension=".json", media_type="application/feed+json; charset=utf-8"),
    ServedFormat(
        name="sitemap",
        extension=".sitemap.xml",
        media_type="application/xml; charset=utf-8",
        parts=r"\.sitemap-[0-9]{4}-[0-9-]{2,5}-[0-9]{1,6}\.xml",
    ),
    ServedFormat(name="newsml-g2", extension=".newsml-g2.xml", media_type="application/xml; charset=utf-8"),
)


class Newsroom:
    """The state that the daemon would have made, changed by tests as the daemon would."""

    def __init__(self, root: Path, **settings: object) -> None:
        self.public = root / "public"
        (self.public / "feeds").mkdir(parents=True)
        self.url = f"sqlite:///{root / 'syndication.db'}"
        self.store: Store = open_store(self.url)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        given = {
            "site": Site(
                title="Coast Daily",
                base_url=f"http://127.0.0.1:{port}",
                timezone="Asia/Kolkata",
                description="Invented news of an invented coast.",
            ),
            "public": str(self.public),
            "store": self.url,
            "port": port,
            "formats": FORMATS,
            "feeds": (
                Feed(
                    name="coast", title="Coast", formats=("rss", "json"), description="All along the shore."
                ),
                Feed(name="world", title="World", formats=("rss", "newsml-g2")),
            ),
        }
        self.settings = WebSettings(**{**given, **settings})  # type: ignore[arg-type] # a plain dict of fields

    def publish(self, name: str, body: bytes, mtime_ns: int | None = None) -> Path:
        """Write a feed file and its twin as editions do: dated in whole seconds, aside, then renamed."""
        if mtime_ns is None:
            mtime_ns = int(time.time()) * SECOND
        target = self.public / "feeds" / name
        for path, data in ((Path(f"{target}.gz"), gzip.compress(body, mtime=0)), (target, body)):
            aside = path.with_name(path.name + ".part")
            aside.write_bytes(data)
            os.utime(aside, ns=(mtime_ns, mtime_ns))
            aside.rename(path)
        return target

    def publish_all(self) -> None:
        """Write every file that is configured."""
        for feed in self.settings.feeds:
            for form in self.settings.served(feed):
                name = f"{feed.name}{form.extension}"
                self.publish(name, f"<feed>{name} {'words ' * 500}</feed>".encode())

    def add(self, article: Article, feed: str | None = "coast") -> Story:
        """Store a new story and put it into a feed's window, where it may be seen."""
        with self.store.write():
            story = self.store.articles.add(article, fingerprint(article), NOW, "new")
            if story.visible:
                self.store.changes.append(story.row, article.version, "new", NOW)
            if feed is not None:
                window = self.store.windows.load(feed)
                version = self.store.articles.versions(story.row)[0]
                place = Shown(story.row, version.row, article.published)
                self.store.windows.save(window._replace(shown=(place, *window.shown), updated=NOW))
                entries = len(window.shown) + 1
                edition = Edition(feed=feed, format="rss", updated=NOW, etag="x", entries=entries)
                self.store.windows.publish(feed, [edition])
        return story

    def revise(self, story: Story, article: Article, kind: str) -> Story:
        """Store another version, as ingest does; the windows are left as they are."""
        with self.store.write():
            after = self.store.articles.revise(story, article, fingerprint(article), NOW, kind)
            self.store.changes.append(story.row, article.version, kind, NOW)
        return after


class Client:
    """Asks the served newsroom, each time on a connection of its own."""

    def __init__(self, newsroom: Newsroom, process: WebProcess) -> None:
        self.newsroom = newsroom
        self.process = process
        self.port = process.port

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """Return the response and its body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers or {})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """Return the response to a GET; `if_none_match` is the field If-None-Match."""
        return self.ask("GET", path, {name.replace("_", "-"): value for name, value in headers.items()})

    def raw(self, data: bytes) -> bytes:
        """Send these bytes and return everything until the server closes or is silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while part := connection.recv(65536):
                    answer += part
            except (TimeoutError, ConnectionResetError):
                pass
            return answer


@contextmanager
def serving(root: Path, **settings: object) -> Iterator[Client]:
    """Serve a new newsroom that has all its files and no story."""
    newsroom = Newsroom(root, **settings)
    newsroom.publish_all()
    try:
        with start(newsroom.settings) as process:
            yield Client(newsroom, process)
    finally:
        newsroom.store.close()


def story(name: str) -> Article:
    """Return a story of tests/data/web/stories."""
    return decode((STORIES / f"{name}.json").read_bytes())
