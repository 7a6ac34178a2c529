"""`syndication render`: the feed of some files, without a store."""

import gc
import sys

import click

from syndication.cli.options import (
    Common,
    common,
    files_argument,
    format_option,
    instant,
    known,
    now_option,
    present,
    received_option,
    timezone_option,
)


@click.command()
@files_argument
@click.option(
    "--to",
    required=True,
    metavar="FORMAT",
    help="rss, atom, json, newsml-g2, newsml-g2-package, newsml, ninjs, nitf, sitemap or sitemap-news.",
)
@click.option(
    "--profile", default="baseline", show_default=True, metavar="NAME", help="What the taker demands."
)
@format_option
@received_option
@now_option
@timezone_option
@common
def render(
    shared: Common,
    files: tuple[str, ...],
    to: str,
    profile: str,
    form: str | None,
    received: str | None,
    now: str | None,
    timezone: str,
) -> None:
    """Print the feed of these stories as they are visible now, newest first."""
    gc.disable()  # what this command makes it keeps until it ends: there is nothing to collect
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.proof import proof
    from syndication.model import Hints
    from syndication.render import FORMATS, by_name

    moment = present(now)
    target = known(by_name, to, "--to", FORMATS)
    demands = known(shared.profiles().__getitem__, profile, "--profile", shared.profiles())
    hints = Hints(format=form, timezone=timezone)
    copy = CopyFiles(files, moment, instant(received, "--received"), hints, shared.classification())
    articles = [reading.article for reading in copy.readings()]
    if copy.failed and not articles:
        raise click.exceptions.Exit(1)  # an empty feed would pass for one of stories that went
    document = proof(articles, target, demands, moment)
    output = sys.stdout.buffer
    output.write(document)
    output.flush()
    gc.freeze()  # nor does the interpreter look for any when it ends
    raise click.exceptions.Exit(1 if copy.failed else 0)
