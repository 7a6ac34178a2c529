"""`syndication render`: the feed of some files, without a store."""

from typing import Annotated

import typer

from syndication.cli.options import (
    ConfigDir,
    Format,
    Json,
    Now,
    Received,
    Timezone,
    common,
    instant,
    known,
    present,
)


def render(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files of copy; - is standard input.")
    ],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="rss, atom, newsml-g2 or json.")],
    profile: Annotated[
        str, typer.Option("--profile", metavar="NAME", help="What the taker demands.")
    ] = "baseline",
    form: Format = None,
    received: Received = None,
    now: Now = None,
    timezone: Timezone = "UTC",
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Print the feed of these stories as they are visible now, newest first."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.proof import proof
    from syndication.model import Hints
    from syndication.render import FORMATS, by_name

    shared = common(context, config, json=json)
    moment = present(now)
    target = known(by_name, to, "--to", FORMATS)
    demands = known(shared.profiles().__getitem__, profile, "--profile", shared.profiles())
    hints = Hints(format=form, timezone=timezone)
    copy = CopyFiles(files, moment, instant(received, "--received"), hints, shared.classification())
    articles = [reading.article for reading in copy.readings()]
    if copy.failed and not articles:
        raise typer.Exit(1)  # an empty feed would pass for one of stories that went
    document = proof(articles, target, demands, moment)
    output = typer.get_binary_stream("stdout")
    output.write(document)
    output.flush()
    raise typer.Exit(1 if copy.failed else 0)
