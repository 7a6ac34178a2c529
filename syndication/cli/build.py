"""`syndication build`: bring the published files up to date."""

from typing import TYPE_CHECKING

import click

from syndication.cli.options import Common, common, now_option, present_for_store

if TYPE_CHECKING:
    from syndication.editions import Printed


@click.command()
@click.argument("feeds", nargs=-1, metavar="[FEED...]", help="Only these feeds.")
@click.option("--all", "everything", is_flag=True, help="Everything, not only what is stale.")
@now_option
@common
def build(shared: Common, feeds: tuple[str, ...], everything: bool, now: str | None) -> None:
    """Rebuild what is stale; a file that would not change is not touched."""
    from syndication.cli.output import line
    from syndication.daemon import lock_path
    from syndication.daemon.assembly import editions, open_configured_store
    from syndication.errors import UnknownName
    from syndication.ingest import turn

    configuration = shared.configuration()
    known = {feed.name for feed in configuration.feeds}
    for name in feeds:
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
            click.echo(f"syndication: {_why(printed)}", err=True)
        else:
            click.echo(
                f"{printed.feed}: {printed.written} editions written, {printed.rendered} entries rendered"
            )
    for name in result.emptied:
        click.echo(f"syndication: {name}: its new query matches no story: last edition kept", err=True)
    if not result.printed and not shared.json:
        click.echo("nothing is stale")
    raise click.exceptions.Exit(1 if any(p.failure for p in result.printed) else 0)


def _why(printed: "Printed") -> str:
    """Return why a feed was not published, on one line that says what to do."""
    from syndication.cli.output import printable
    from syndication.errors import UnsoundEdition

    if any(fault.story is None for fault in printed.faults):
        return str(UnsoundEdition(printed.failure or "", printed.feed))
    return printable(f"{printed.feed}: {printed.failure}")  # the advice is in it
