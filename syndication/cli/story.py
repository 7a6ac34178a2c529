"""`syndication story`: everything that happened to one story, and the way to undo what was decided about it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from syndication.cli.options import ConfigDir, Json, common

if TYPE_CHECKING:
    from syndication.cli.story_history import StoryHistory


def story(
    context: typer.Context,
    guid: Annotated[
        str, typer.Argument(metavar="GUID", help="The guid, the ID of its address, or the address.")
    ],
    apart: Annotated[
        bool, typer.Option("--apart", help="Publish it by itself again: it was taken for a part or a copy.")
    ] = False,
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="GUID", help="Let it stand behind another as its copy.")
    ] = None,
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Show each version and what it changed, each decision and why, each change, and the feeds that held it."""
    from syndication.cli.output import line
    from syndication.cli.story_history import history, record
    from syndication.daemon.assembly import open_existing_store
    from syndication.errors import UnknownName

    shared = common(context, config, json=json)
    configuration = shared.configuration()
    if apart and same_as is not None:
        raise typer.BadParameter("--apart and --same-as exclude each other")
    if apart or same_as is not None:
        _decide(configuration.store.url, guid, same_as)
    with open_existing_store(configuration) as store:
        if store is None:
            raise UnknownName("no such story", guid)
        told = history(store, configuration, guid)
    if shared.json:
        line(record(told))
    else:
        _print(told)


def _decide(url: str, guid: str, same_as: str | None) -> None:
    """Take a story apart, or put it behind another one."""
    from contextlib import closing

    from syndication.cli.options import present
    from syndication.ingest import apart, together
    from syndication.store import open_store

    with closing(open_store(url)) as store, store.write():
        if same_as is None:
            apart(store, guid, present(None))
        else:
            together(store, guid, same_as, present(None))


def _print(told: "StoryHistory") -> None:
    from syndication.cli.output import printable, table
    from syndication.cli.story_history import changed

    article = told.story.article
    typer.echo(printable(f"{article.guid}  {article.headline or ''}"))
    typer.echo(printable(f"{told.address}  {'visible' if told.story.visible else 'not visible'}"))
    if told.story.part:
        typer.echo(printable(f"{told.story.part} of {told.stands_in or 'a story that has not come'}"))
    for part, guid in told.consists_of:
        typer.echo(printable(f"holds the {part} {guid}"))
    for guid in told.related:
        typer.echo(printable(f"related to {guid}"))
    typer.echo("")
    rows = [
        (v.number, _time(v.received), v.decision, v.article.source.locator, v.article.headline or "")
        for v in told.versions
    ]
    table(("version", "received", "decision", "from", "headline"), rows[::-1], "no versions")
    for version, lines in changed(told.versions):
        if lines:
            typer.echo(f"\nversion {version.number} ({version.decision}) against the one before:")
        for line in lines:
            typer.echo(printable(f"  {line}"))
    typer.echo("")
    decided = [(_time(d.at), d.what, d.version, d.reason, d.other or "") for d in told.decisions]
    table(("decided", "what", "version", "why", "other story"), decided, "no decisions")
    typer.echo("")
    table(
        ("change", "version", "kind", "at"),
        [(c.seq, c.version, c.kind, f"{c.at:%Y-%m-%d %H:%M:%S.%f}Z") for c in told.changes],
        "no changes: it was never visible",
    )
    typer.echo("")
    held = [
        (c.feed, ", ".join(c.formats), _time(c.since), _time(c.until) if c.until else "now")
        for c in told.carried
    ]
    table(("feed", "formats", "from", "to"), held, "no feed held it")


def _time(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S}Z"
