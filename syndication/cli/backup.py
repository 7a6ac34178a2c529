"""`syndication backup`: a copy of the store, also while the daemon runs."""

from pathlib import Path

import click

from syndication.cli.options import Common, common


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@common
def backup(shared: Common, file: Path) -> None:
    """Write a checked copy of the store to FILE, also while the daemon runs.

    An earlier copy in FILE is replaced when the new one is whole, and by nothing less.
    """
    from syndication.cli.output import line, printable
    from syndication.store import back_up

    back_up(shared.configuration().store.url, file)
    size = file.stat().st_size
    if shared.json:
        line({"file": str(file), "bytes": size})
    else:
        click.echo(printable(f"{file}: {size / 1_000_000:.1f} MB, checked"))
