"""`syndication parse`: what the copy means, without storing it."""

import sys

import click

from syndication.cli.options import (
    Common,
    common,
    files_argument,
    format_option,
    instant,
    now_option,
    present,
    received_option,
    timezone_option,
)


@click.command()
@files_argument
@format_option
@received_option
@now_option
@timezone_option
@click.option("--explain", is_flag=True, help="Show which line became which field, and by which rule.")
@common
def parse(
    shared: Common,
    files: tuple[str, ...],
    form: str | None,
    received: str | None,
    now: str | None,
    timezone: str,
    explain: bool,
) -> None:
    """Print each story as Article JSON, one a line."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.explanation import explained
    from syndication.cli.output import line
    from syndication.model import Hints
    from syndication.model.article import encode

    hints = Hints(format=form, timezone=timezone)
    at, classification = instant(received, "--received"), shared.classification()
    copy = CopyFiles(files, present(now), at, hints, classification, explained=explain)
    output = sys.stdout.buffer
    for reading in copy.readings():
        if explain and shared.json:
            line({"guid": reading.article.guid, "account": [row._asdict() for row in reading.account]})
        elif explain:
            output.write(explained(reading).encode())
        else:
            output.write(encode(reading.article) + b"\n")
    output.flush()
    raise click.exceptions.Exit(1 if copy.failed else 0)
