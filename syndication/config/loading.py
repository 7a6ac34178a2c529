"""Reads the files of a configuration and reports all that is wrong with them at once."""

import os
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from syndication.config import rules, selection, topics
from syndication.config.checking import Checker
from syndication.config.networks import check_networks
from syndication.config.settings import (
    Configuration,
    Hub,
    Ingest,
    Publish,
    SourceSettings,
    Store,
    Topics,
    Web,
)
from syndication.config.toml_file import TomlFile
from syndication.errors import BadConfiguration
from syndication.model import Feed, Retention, Sharing, Site
from syndication.on_demand import Expression
from syndication.render import FORMATS
from syndication.vocabulary.classification import Classification, default_classification
from syndication.vocabulary.profiles import built_in, profiles

_TABLES: dict[str, type[msgspec.Struct]] = {
    "site": Site,
    "share": Sharing,
    "web": Web,
    "store": Store,
    "publish": Publish,
    "hub": Hub,
    "ingest": Ingest,
    "topics": Topics,
    "retention": Retention,
}
_FEED_NAME = Expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load(
    directory: Path,
    feeds: Path | None = None,
    *,
    formats: Collection[str] = FORMATS,
    environment: Mapping[str, str] = os.environ,
) -> Configuration:
    """Return the configuration in `directory`/*.toml and the feeds in `feeds`/*.toml.

    `feeds` is by default the directory of that name inside `directory`, else beside it. The tables may be
    spread over files as one likes. Relative paths start at the parent of `directory`, from wherever the
    program is called. Raise BadConfiguration; its `problems` are all that was found, each with file and line.
    """
    root = directory.absolute().parent
    feeds = feeds or (directory / "feeds" if (directory / "feeds").is_dir() else directory.parent / "feeds")
    files = list(_files(directory, environment))
    feed_files = list(_files(feeds, environment))
    values: dict[str, object] = {}
    sources: list[SourceSettings] = []
    seen: dict[str, TomlFile] = {}
    classification: Classification = default_classification()
    for file in files:
        checker = Checker(file, root)
        checker.keys(file.table, [*_TABLES, "source", "profile"])
        for name, table in file.table.items():
            if name in _TABLES:
                if name in seen:
                    file.wrong(f"[{name}] stands in {seen[name].path.name} already", name)
                seen[name] = file
                values[name] = checker.record(_TABLES[name], table, name)
                _check_table(checker, table, name)
                if isinstance(sharing := values[name], Sharing):
                    check_networks(file, sharing)
                elif isinstance(said := values[name], Topics):
                    classification = topics.classification(file, said)
            elif name == "source":
                sources.extend(_sources(file, checker, table, sources))
    own = selection.own_profiles(files)
    known = [(file, feed) for file in feed_files if (feed := _feed(file, root, formats, [*built_in(), *own]))]
    feeds_known = selection.resolved(known, classification.topics)
    _raise([*files, *feed_files], directory)
    given = {name: value for name, value in values.items() if value is not None}
    site, sharing, hub = given.get("site"), given.get("share"), given.get("hub")
    configuration = Configuration(
        directory=directory.absolute(),
        sources=tuple(sources),
        feeds=feeds_known,
        classification=classification,
        profiles=profiles(
            own,
            site if isinstance(site, Site) else Site(),
            hub.address if isinstance(hub, Hub) else None,
            sharing if isinstance(sharing, Sharing) else None,
            str(directory),
        ),
        **given,  # type: ignore[arg-type]  # each was made as the type of its table
    )
    return _placed(configuration, root)


def _files(directory: Path, environment: Mapping[str, str]) -> Iterator[TomlFile]:
    try:
        paths = sorted(p for p in directory.iterdir() if p.suffix == ".toml" and not p.name.startswith("."))
    except OSError as error:
        raise BadConfiguration(f"cannot read the directory: {error.strerror}", str(directory)) from error
    if not paths:
        raise BadConfiguration("there is no file *.toml", str(directory))
    for path in paths:
        yield TomlFile(path, environment)


def _check_table(checker: Checker, table: object, name: str) -> None:
    """Apply the rules to the values of the right type; the others are noted already."""
    if not isinstance(table, dict):
        return
    for key, rule in (
        ("base_url", rules.base_url),
        ("timezone", rules.timezone),
        ("language", rules.language),
        ("url", rules.store_url),
        ("address", rules.hub),
    ):
        if isinstance(table.get(key), str):
            checker.check(table[key], rule, name, key)


def _sources(
    file: TomlFile, checker: Checker, tables: object, before: list[SourceSettings]
) -> Iterator[SourceSettings]:
    if not isinstance(tables, list):
        file.wrong("source is a list of tables: [[source]]", "source")
        return
    taken = {source.name for source in before}
    paths = {source.path for source in before}
    for number, table in enumerate(tables):
        source = checker.record(SourceSettings, table, "source", number)
        for key, rule in (
            ("name", rules.source_name),
            ("timezone", rules.timezone),
            ("language", rules.language),
        ):
            if isinstance(table, dict) and isinstance(table.get(key), str):
                checker.check(table[key], rule, "source", number, key)
        if source is None:
            continue
        if source.name in taken:
            file.wrong(f"a source called {source.name} is there already", "source", number, "name")
        if source.path in paths:
            file.wrong(
                "another source reads this folder: which of them got a file would be chance",
                "source",
                number,
                "path",
            )
        taken.add(source.name)
        paths.add(source.path)
        yield source


def _feed(file: TomlFile, root: Path, formats: Collection[str], profiles: Collection[str]) -> Feed | None:
    name = file.path.stem
    if not _FEED_NAME.fullmatch(name):
        file.wrong(f"{name} is no name for a feed: small letters, digits, and hyphens between them")
    if not file.table:
        if not file.problems:
            file.wrong("title is missing")
        return None
    feed = Checker(file, root).record(Feed, file.table, without={"name", "home"}, name=name)
    if feed is None:
        return None
    checker = Checker(file, root)
    for number, fault in rules.names("format", feed.formats, formats):
        file.wrong(fault, "formats", number)
    if not feed.formats:
        file.wrong("formats is empty: name at least one", "formats")
    for _, fault in rules.names("profile", [feed.profile], profiles):
        file.wrong(fault, "profile")
    checker.check(feed.limit, partial(rules.limit, formats=feed.formats), "limit")
    for number, tag in enumerate(feed.query.languages):
        checker.check(tag, rules.language, "query", "languages", number)
    if feed.language is not None:
        checker.check(feed.language, rules.language, "language")
    if feed.cron is not None:
        checker.check(feed.cron, rules.cron, "cron")
    return feed


def _raise(files: list[TomlFile], directory: Path) -> None:
    """Raise one error for all problems."""
    problems = [problem for file in files for problem in file.sorted_problems()]
    if not problems:
        return
    if len(problems) == 1:
        raise BadConfiguration(problems[0].what, problems[0].where, problems)
    listed = "; ".join(f"{problem.where}: {problem.what}" for problem in problems)
    raise BadConfiguration(f"{len(problems)} mistakes: {listed}", str(directory), problems)


def _placed(configuration: Configuration, root: Path) -> Configuration:
    """Return the configuration with the paths that are defaults placed like the others."""
    publish = Publish(directory=root / configuration.publish.directory)
    store = Store(url=f"sqlite:///{root / configuration.store.path}")
    return msgspec.structs.replace(configuration, publish=publish, store=store)
