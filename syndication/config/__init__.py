"""Fills each room's settings from `config/*.toml` and `feeds/*.toml`; finds every mistake, with its line."""

from syndication.config.loading import load
from syndication.config.settings import Configuration, Ingest, Publish, SourceSettings, Store, Web
from syndication.config.topics import remarks

__all__ = ["Configuration", "Ingest", "Publish", "SourceSettings", "Store", "Web", "load", "remarks"]
