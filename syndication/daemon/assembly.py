"""Builds the rooms' objects from a configuration."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from syndication.config import Configuration
from syndication.daemon.lock import holder, lock_path
from syndication.daemon.pipeline import Pipeline
from syndication.editions import Editions, Publication
from syndication.ingest import House
from syndication.model import Hints
from syndication.render import FORMATS
from syndication.schedule import now
from syndication.sources import Folder
from syndication.sources.folder import FolderSource
from syndication.store import Store, open_store
from syndication.vocabulary.profiles import BASELINE
from syndication.web import ServedFormat, WebSettings


@contextmanager
def open_configured_store(configuration: Configuration, *, read_only: bool = False) -> Iterator[Store]:
    """Open the configured store and close it at the end.

    It is brought up to date, unless another process works on it, which may be of the version that it is of.
    """
    alone = not read_only and holder(lock_path(configuration)) in {None, os.getpid()}
    store = open_store(configuration.store.url, read_only=read_only, migrate=alone)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def open_existing_store(configuration: Configuration) -> Iterator[Store | None]:
    """Open the configured store for reading; None where there is none yet."""
    if not configuration.store.path.is_file():
        yield None
        return
    with open_configured_store(configuration, read_only=True) as store:
        yield store


def publication(configuration: Configuration) -> Publication:
    """Return the directory of published feeds."""
    return Publication(configuration.publish.directory / "feeds")


def editions(configuration: Configuration, store: Store) -> Editions:
    """Return the editions of all configured feeds."""
    return Editions(
        store,
        publication(configuration),
        configuration.profiles,
        configuration.feeds,
        configuration.retention,
    )


def pipeline(configuration: Configuration, store: Store) -> Pipeline:
    """Return the workers of the daemon."""
    sources = [FolderSource(folder, now) for folder in folders(configuration)]
    return Pipeline(store, editions(configuration, store), sources, configuration, house(configuration))


def folders(configuration: Configuration) -> list[Folder]:
    """Return the settings of the folder sources."""
    return [source.folder(configuration.ingest) for source in configuration.sources]


def house(configuration: Configuration) -> House:
    """Return what the site adds to every story that it takes in."""
    return House(configuration.classification, configuration.site.base_url)


def hints(configuration: Configuration) -> dict[str, Hints]:
    """Return what the configuration says about each source's copy."""
    return {source.name: source.hints for source in configuration.sources}


def web_settings(configuration: Configuration) -> WebSettings:
    """Return what the web process is told."""
    return WebSettings(
        site=configuration.site,
        single=configuration.profiles[BASELINE],
        sharing=configuration.share,
        public=str(configuration.publish.directory),
        store=configuration.store.url,
        feeds=configuration.feeds,
        formats=tuple(
            ServedFormat(
                name=f.name,
                extension=f.extension,
                media_type=f"{f.media_type}; charset=utf-8" if f.charset else f.media_type,
                parts=f.parts.pattern if f.parts else None,
            )
            for f in FORMATS.values()
        ),
        host=configuration.web.host,
        port=configuration.web.port,
        hub=configuration.hub.address,
    )
