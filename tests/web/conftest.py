"""Two served newsrooms: one that all tests read, one for a test that changes something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.newsroom import Client, serving, story


<<<<<<< HEAD
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

    def publish(self, name: str, body: bytes, mtime: float | None = None) -> Path:
        """Write a feed file and its twin as editions do: aside, then renamed, the twin first."""
        import os

        target = self.public / "feeds" / name
        for path, data in ((Path(f"{target}.gz"), gzip.compress(body, mtime=0)), (target, body)):
            aside = path.with_name(path.name + ".part")
            aside.write_bytes(data)
            if mtime is not None:
                os.utime(aside, (mtime, mtime))
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
                self.store.windows.publish(
                    Edition(feed=feed, format="rss", updated=NOW, etag="x", entries=len(window.shown) + 1)
                )
        return story

    def revise(self, story: Story, article: Article, kind: str) -> Story:
        """Store another version, as ingest does; the windows are left as they are."""
        with self.store.write():
            after = self.store.articles.revise(story, article, fingerprint(article), NOW, kind)
            self.store.changes.append(story.row, article.version, kind, NOW)
        return after


class Client:
    """One connection to the server per request, by default."""

    def __init__(self, port: int) -> None:
        self.port = port

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


def story(name: str) -> Article:
    """Return a story of tests/data/web/stories."""
    return decode((STORIES / f"{name}.json").read_bytes())
=======
@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A newsroom with stories of every kind; nobody changes it."""
    with serving(tmp_path_factory.mktemp("newsroom")) as reader:
        for name in ("hostile", "urdu", "hindi", "embargoed", "ferry"):
            reader.newsroom.add(story(name))
        yield reader
>>>>>>> web


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Client]:
    """A newsroom without stories, for one test alone."""
    with serving(tmp_path) as reader:
        yield reader
