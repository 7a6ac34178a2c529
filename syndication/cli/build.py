"""`syndication build`: bring the published files up to date."""

from typing import Annotated

import typer

from syndication.cli.options import ConfigDir, Json, Now, common, present_for_store


def build(
    context: typer.Context,
    feeds: Annotated[list[str] | None, typer.Argument(metavar="[FEED...]", help="Only these feeds.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything, not only what is stale.")] = False,
    now: Now = None,
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Rebuild what is stale; a file that would not change is not touched."""
    from syndication.cli.output import complain, line
    from syndication.daemon import lock_path
    from syndication.daemon.assembly import editions, open_configured_store
    from syndication.errors import CannotPublish, UnknownName
    from syndication.ingest import turn

    shared = common(context, config, json=json)
    configuration = shared.configuration()
    known = {feed.name for feed in configuration.feeds}
    for name in feeds or ():
        if name not in known:
            raise UnknownName("no such feed", name)
    moment = present_for_store(now, lock_path(configuration))
    with open_configured_store(configuration) as store:
        turn(store, moment)
        printer = editions(configuration, store)
        printer.repair()
        result = printer.refresh(moment, only=frozenset(feeds or known), everything=everything)
    for printed in result.printed:
        if shared.json:
            line(printed._asdict())
        elif printed.failure:
            complain(CannotPublish(printed.failure, printed.feed))
        else:
            typer.echo(
                f"{printed.feed}: {printed.written} editions written, {printed.rendered} entries rendered"
            )
    for name in result.emptied:
        typer.echo(f"syndication: {name}: its new query matches no story: last edition kept", err=True)
    if not result.printed and not shared.json:
        typer.echo("nothing is stale")
    raise typer.Exit(1 if any(p.failure for p in result.printed) else 0)
