"""`syndication story`: everything that happened to one story, and the way to undo what was decided about it."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from syndication.cli.options import Common, common, present

if TYPE_CHECKING:
    from syndication.cli.story_history import StoryHistory
    from syndication.config import Configuration
    from syndication.store import Version


@click.command()
@click.argument(
    "guid", metavar="GUID", help="The guid, the ID of its address, the address, or words of its headline."
)
@click.option(
    "--apart",
    is_flag=True,
    help="Publish it by itself again: it was taken for a part, a copy or what a kill notice means.",
)
@click.option(
    "--kill", is_flag=True, help="Take it back: it leaves feeds and pages and stays away, until --apart."
)
@click.option("--same-as", metavar="GUID", help="Let it stand behind another as its copy.")
@common
def story(shared: Common, guid: str, apart: bool, kill: bool, same_as: str | None) -> None:
    """Show each version and what it changed, each decision and why, each change, and the feeds that held it."""
    from syndication.cli.output import line
    from syndication.cli.story_history import history, record
    from syndication.daemon.assembly import open_existing_store
    from syndication.errors import UnknownName

    configuration = shared.configuration()
    orders = sum((apart, kill, same_as is not None))
    if orders > 1:
        raise click.BadParameter("--apart, --kill and --same-as exclude each other")
    if orders:
        _decide(configuration, guid, same_as, kill=kill)
    with open_existing_store(configuration) as store:
        if store is None:
            raise UnknownName("no such story", guid)
        told = history(store, configuration, guid, present(None))
    if shared.json:
        line(record(told))
    else:
        _print(told)


def _decide(configuration: "Configuration", guid: str, same_as: str | None, *, kill: bool) -> None:
    """Take a story apart or back, or put it behind another one."""
    from syndication import ingest
    from syndication.cli.story_search import find
    from syndication.daemon.assembly import open_configured_store

    with open_configured_store(configuration) as store, store.write():
        story = find(store, guid).article.guid
        if kill:
            ingest.kill(store, story, present(None))
        elif same_as is None:
            ingest.apart(store, story, present(None))
        else:
            ingest.together(store, story, find(store, same_as).article.guid, present(None))


def _print(told: "StoryHistory") -> None:
    from syndication.cli.output import printable, table

    article = told.story.article
    about = [article.guid, told.address, told.state]
    about += [f"holds the {part} {guid}" for part, guid in told.consists_of]
    about += [f"related to {guid}" for guid in told.related]
    click.echo(printable(article.headline or "(no headline)"))
    for line in about:
        click.echo(printable(f"  {line}"))
    click.echo("")
    table(
        ("version", "received", "decision", "from", "headline"),
        [
            (v.number, _time(v.received), v.decision, _from(v), v.article.headline or "")
            for v, _, _, _ in reversed(told.versions)
        ],
        "no versions",
    )
    for version, against, counts, lines in told.versions:
        if against is not None:
            number = f"version {against.number} ({against.decision})"
            what = f"against {number}" if counts else f"which did not take the place of {number}"
            click.echo(f"\nversion {version.number} ({version.decision}), {what}:")
            for line in lines or ["nothing that is told here"]:
                click.echo(printable(f"  {line}"))
    click.echo("")
    table(
        ("decided", "what", "version", "why", "other story"),
        [(_time(d.at), d.what, d.version, d.reason, d.other or "") for d in told.decisions],
        "no decisions",
    )
    click.echo("")
    table(
        ("change", "version", "kind", "at"),
        [(c.seq, c.version, c.kind, _time(c.at)) for c in told.changes],
        "no changes: it was never visible",
    )
    click.echo("")
    table(
        ("feed", "formats", "from", "to"),
        [
            (c.feed, ", ".join(c.formats), _time(c.since), _time(c.until) if c.until else "now")
            for c in told.carried
        ],
        "no feed held it",
    )


def _from(version: "Version") -> str:
    """Return where a version came from; what we composed came from nowhere."""
    source = version.article.source
    return "" if version.decision == "joined" else f"{source.name} {source.locator}".strip()


def _time(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S}Z"
