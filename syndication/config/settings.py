"""What can be configured, with its defaults: one record per table of the files."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from syndication.model import Feed, Hints, Profile, Retention, Sharing, Site
from syndication.sources import Folder
from syndication.vocabulary.classification import Classification, default_classification
from syndication.vocabulary.profiles import profiles

Port = Annotated[int, msgspec.Meta(ge=0, le=65535)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=3600)]
Days = Annotated[int, msgspec.Meta(ge=0)]
Bytes = Annotated[int, msgspec.Meta(ge=1)]


class Web(msgspec.Struct, frozen=True, kw_only=True):
    """Where the web server listens; port 0 takes any free one."""

    host: str = "127.0.0.1"
    port: Port = 8080


class Store(msgspec.Struct, frozen=True, kw_only=True):
    """Where stories are kept: `sqlite:///PATH`."""

    url: str = "sqlite:///var/syndication.db"

    @property
    def path(self) -> Path:
        """Return the file of the database."""
        return Path(self.url.removeprefix("sqlite:///"))


class Publish(msgspec.Struct, frozen=True, kw_only=True):
    """Where editions are written."""

    directory: Path = Path("var/public")


class Hub(msgspec.Struct, frozen=True, kw_only=True):
    """The WebSub hub that every feed names: somebody else's, which looks at the feeds by itself."""

    address: str | None = None


class Ingest(msgspec.Struct, frozen=True, kw_only=True):
    """What every source keeps to: `max_bytes` of one piece of copy."""

    max_bytes: Bytes = 16 * 1024 * 1024


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """One `[[source]]`: a folder, and what is true of its copy where the copy itself is silent."""

    name: str
    path: Path
    kind: Literal["folder"] = "folder"
    settle: Seconds = 1.0
    keep_done_days: Days = 30
    timezone: str = "UTC"
    format: str | None = None
    dialect: str | None = None
    provider: str | None = None
    language: str | None = None
    desk: str | None = None

    @property
    def hints(self) -> Hints:
        """Return what goes with each delivery."""
        return Hints(
            format=self.format,
            dialect=self.dialect,
            provider=self.provider,
            language=self.language,
            timezone=self.timezone,
            desk=self.desk,
        )

    def folder(self, ingest: Ingest) -> Folder:
        """Return the settings of the source itself."""
        return Folder(
            name=self.name,
            path=self.path,
            settle=self.settle,
            max_bytes=ingest.max_bytes,
            keep_done_days=self.keep_done_days,
            hints=self.hints,
        )


class Topics(msgspec.Struct, frozen=True, kw_only=True):
    """Which Media Topic a desk or a category means, "" for none; `media_topics` is a file of IPTC's own."""

    desks: dict[str, str] = {}
    categories: dict[str, str] = {}
    media_topics: Path | None = None


def _baseline() -> dict[str, Profile]:
    return profiles()


class Configuration(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. Every path is absolute; `directory` is where the files were read from.

    `profiles` are the built-in ones and the site's own, by name, made for this site; `classification` says
    which Media Topic a desk or category means, and what Media Topics there are; `topics` is what was said of it.
    """

    directory: Path
    site: Site = Site()
    share: Sharing = Sharing()
    web: Web = Web()
    store: Store = Store()
    publish: Publish = Publish()
    ingest: Ingest = Ingest()
    hub: Hub = Hub()
    retention: Retention = Retention()
    sources: tuple[SourceSettings, ...] = ()
    feeds: tuple[Feed, ...] = ()
    topics: Topics = Topics()
    classification: Classification = msgspec.field(default_factory=default_classification)
    profiles: dict[str, Profile] = msgspec.field(default_factory=_baseline)
