"""`syndication parse`: what the copy means, without storing it."""

from typing import Annotated

import typer

from syndication.cli.options import ConfigDir, Format, Json, Now, Received, Timezone, common, instant, present


def parse(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files of copy; - is standard input.")
    ],
    form: Format = None,
    received: Received = None,
    now: Now = None,
    timezone: Timezone = "UTC",
    explain: Annotated[
        bool, typer.Option("--explain", help="Show which line became which field, and by which rule.")
    ] = False,
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Print each story as Article JSON, one a line."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.explanation import explained
    from syndication.cli.output import line
    from syndication.model import Hints
    from syndication.model.article import encode

    shared = common(context, config, json=json)
    hints = Hints(format=form, timezone=timezone)
    copy = CopyFiles(files, present(now), instant(received, "--received"), hints, shared.classification())
    output = typer.get_binary_stream("stdout")
    for reading in copy.readings():
        if explain and shared.json:
            line({"guid": reading.article.guid, "account": [row._asdict() for row in reading.account]})
        elif explain:
            output.write(explained(reading).encode())
        else:
            output.write(encode(reading.article) + b"\n")
    output.flush()
    raise typer.Exit(1 if copy.failed else 0)
