"""All commands under one name, and what an error looks like to the caller.

Exit status 0 only on success, 1 on failure with one line on stderr, 2 on bad usage.
"""

import os
import sys

import typer

from syndication import __version__
from syndication.cli import (
    build,
    check_config,
    feeds,
    ingest,
    parse,
    quarantine,
    render,
    run,
    share,
    sources,
    status,
    story,
    validate,
)
from syndication.cli.options import ConfigDir, Json, remember
from syndication.errors import SyndicationError

app = typer.Typer(
    name="syndication",
    help="Takes agency wire copy in and publishes it as RSS, Atom, NewsML-G2 and JSON feeds.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"syndication {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    context: typer.Context,
    config: ConfigDir = None,
    json: Json = False,
    _: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    remember(context, config, json=json)


app.command("run")(run.run)
app.command("parse")(parse.parse)
app.command("render")(render.render)
app.command("share")(share.share)
app.command("ingest")(ingest.ingest)
app.command("build")(build.build)
app.command("validate")(validate.validate)
app.command("check-config")(check_config.check_config)
app.command("status")(status.status)
app.command("feeds")(feeds.feeds)
app.command("sources")(sources.sources)
app.command("story")(story.story)
app.add_typer(quarantine.app, name="quarantine")


def main() -> None:
    """Run the command of `sys.argv` and exit."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - for as long as the process lives
    try:
        app()
    except SyndicationError as error:
        problems = getattr(error, "problems", ()) or (error,)
        sys.exit("\n".join(f"syndication: {problem}" for problem in problems))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader had enough
        sys.exit(1)
    except OSError as error:
        sys.exit(
            f"syndication: cannot write its output: {error.strerror or error} (free space, or another place)"
        )
    except KeyboardInterrupt:
        sys.exit(130)
