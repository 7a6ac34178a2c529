"""`syndication quarantine`: what could not be ingested, and why."""

from typing import Annotated

import typer

from syndication.cli.options import ConfigDir, Json, common

app = typer.Typer(help="What could not be ingested, and why.", no_args_is_help=True)
_MOST = 2**63 - 1
Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=_MOST, help="The entry's number.")]


@app.command("list")
def list_entries(context: typer.Context, config: ConfigDir = None, json: Json = False) -> None:
    """List the newest entries with their reasons."""
    from syndication.cli.output import line, table
    from syndication.daemon.assembly import open_existing_store

    shared = common(context, config, json=json)
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


@app.command("show")
def show(context: typer.Context, number: Number, config: ConfigDir = None, json: Json = False) -> None:
    """Write the bytes of an entry to standard output, its reason to standard error."""
    from syndication.cli.output import line, printable
    from syndication.daemon.assembly import open_existing_store
    from syndication.errors import UnknownName

    shared = common(context, config, json=json)
    with open_existing_store(shared.configuration()) as store:
        entry = store.quarantine.get(number) if store else None
    if entry is None:
        raise UnknownName("no such quarantine entry", str(number))
    if shared.json:
        line(entry._asdict())
        return
    typer.echo(printable(f"{entry.source}: {entry.locator}: {entry.reason}"), err=True)
    if entry.data is None:
        typer.echo(
            "its bytes were not taken in: the file lies in the source's folder under rejected/", err=True
        )
        return
    output = typer.get_binary_stream("stdout")
    output.write(entry.data)
    output.flush()


@app.command("retry")
def retry(
    context: typer.Context,
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[NUMBER...]", min=1, max=_MOST, help="These, or all.")
    ] = None,
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Ingest entries again, for example after an upgrade; what succeeds leaves the quarantine."""
    from syndication.cli.output import line
    from syndication.daemon.assembly import hints, house, open_configured_store
    from syndication.ingest import retry as again
    from syndication.schedule import now

    shared = common(context, config, json=json)
    configuration = shared.configuration()
    failed = 0
    with open_configured_store(configuration) as store:
        chosen = numbers or [e.number for e in store.quarantine.entries()]
        if not chosen and not shared.json:
            typer.echo("quarantine is empty")
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
                typer.echo(f"{number}: {outcome.reason or 'ingested'}")
    raise typer.Exit(1 if failed else 0)


@app.command("drop")
def drop(
    context: typer.Context,
    numbers: Annotated[
        list[int], typer.Argument(metavar="NUMBER...", min=1, max=_MOST, help="The entries' numbers.")
    ],
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Forget entries and their bytes for good."""
    from syndication.daemon.assembly import open_configured_store
    from syndication.errors import UnknownName

    with open_configured_store(common(context, config, json=json).configuration()) as store:
        for number in numbers:
            if store.quarantine.get(number) is None:
                raise UnknownName("no such quarantine entry", str(number))
        with store.write():
            for number in numbers:
                store.quarantine.drop(number)
    typer.echo(f"dropped {len(numbers)}")
