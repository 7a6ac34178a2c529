"""`syndication quarantine`: what could not be ingested, and why."""

import sys

import click

from syndication.cli.command_group import CommandGroup
from syndication.cli.options import Common, common

_MOST = 2**63 - 1
_NUMBER = click.IntRange(1, _MOST)


class _InOrder(CommandGroup):
    """Commands in the order in which they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names as they were added."""
        del ctx
        return list(self.commands)


@click.group(cls=_InOrder, no_args_is_help=True)
def quarantine() -> None:
    """What could not be ingested, and why."""


@quarantine.command("list")
@common
def list_entries(shared: Common) -> None:
    """List the newest entries with their reasons."""
    from syndication.cli.output import line, table
    from syndication.daemon.assembly import open_existing_store

    with open_existing_store(shared.configuration()) as store:
        entries = store.quarantine.entries() if store else []
    if shared.json:
        for entry in entries:
            line({k: v for k, v in entry._asdict().items() if k != "data"})
        return
    rows = [
        (e.number, f"{e.received:%Y-%m-%d %H:%M:%S}Z", e.source, e.locator, e.size, e.reason) for e in entries
    ]
    table(("number", "received", "source", "from", "bytes", "reason"), rows, "quarantine is empty")


@quarantine.command()
@click.argument("number", type=_NUMBER, metavar="NUMBER", help="The entry's number.")
@common
def show(shared: Common, number: int) -> None:
    """Write the bytes of an entry to standard output, its reason to standard error."""
    from syndication.cli.output import line, printable
    from syndication.daemon.assembly import open_existing_store
    from syndication.errors import UnknownName

    with open_existing_store(shared.configuration()) as store:
        entry = store.quarantine.get(number) if store else None
    if entry is None:
        raise UnknownName("no such quarantine entry", str(number))
    if shared.json:
        line(entry._asdict())
        return
    click.echo(printable(f"{entry.source}: {entry.locator}: {entry.reason}"), err=True)
    if entry.data is None:
        click.echo(
            "its bytes were not taken in: the file lies in the source's folder under rejected/", err=True
        )
        return
    output = sys.stdout.buffer
    output.write(entry.data)
    output.flush()


@quarantine.command()
@click.argument("numbers", type=_NUMBER, nargs=-1, metavar="[NUMBER...]", help="These, or all.")
@common
def retry(shared: Common, numbers: tuple[int, ...]) -> None:
    """Ingest entries again, for example after an upgrade; what succeeds leaves the quarantine."""
    from syndication.cli.output import line
    from syndication.daemon.assembly import hints, house, open_configured_store
    from syndication.ingest import retry as again
    from syndication.schedule import now

    configuration = shared.configuration()
    failed = 0
    with open_configured_store(configuration) as store:
        chosen = numbers or [e.number for e in store.quarantine.entries()]
        if not chosen and not shared.json:
            click.echo("quarantine is empty")
        for number in chosen:
            outcome = again(store, number, hints(configuration), now(), house(configuration))
            failed += outcome.reason is not None
            if shared.json:
                line(
                    {
                        "number": number,
                        "reason": outcome.reason,
                        "stories": [s._asdict() for s in outcome.stories],
                    }
                )
            else:
                click.echo(f"{number}: {outcome.reason or 'ingested'}")
    raise click.exceptions.Exit(1 if failed else 0)


@quarantine.command()
@click.argument(
    "numbers", type=_NUMBER, nargs=-1, required=True, metavar="NUMBER...", help="The entries' numbers."
)
@common
def drop(shared: Common, numbers: tuple[int, ...]) -> None:
    """Forget entries and their bytes for good."""
    from syndication.daemon.assembly import open_configured_store
    from syndication.errors import UnknownName

    with open_configured_store(shared.configuration()) as store:
        for number in numbers:
            if store.quarantine.get(number) is None:
                raise UnknownName("no such quarantine entry", str(number))
        with store.write():
            for number in numbers:
                store.quarantine.drop(number)
    click.echo(f"dropped {len(numbers)}")
