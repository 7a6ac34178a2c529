"""All commands under one name, and what an error looks like to the caller.

Exit status 0 only on success, 1 on failure with one line on stderr, 2 on bad usage.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from syndication import __version__
from syndication.cli.command_group import CommandGroup
from syndication.cli.options import config_option, json_option, remember
from syndication.errors import SyndicationError

# Each is the module of its name, and in it the command of its name.
_COMMANDS = (
    "run", "parse", "render", "share", "ingest", "build", "validate", "check-config", "status", "feeds",
    "sources", "story", "quarantine", "backup",
)  # fmt: skip


class _Commands(CommandGroup):
    """The commands in the order of a newsroom's work; one is imported where it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, None where it is an option; a usage error where there is none."""
        if cmd_name not in _COMMANDS:
            if ctx.resilient_parsing or not cmd_name[:1].isalnum():
                return None
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=_COMMANDS, ctx=ctx)
        module = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"syndication.cli.{module}"), module)
        return command


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"syndication {__version__}")
        context.exit()


@click.command(
    "syndication",
    cls=_Commands,
    help="Takes agency wire copy in and publishes it as RSS, Atom, NewsML-G2 and JSON feeds.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@config_option
@json_option
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def syndication(context: click.Context, /, config: Path | None, json: bool) -> None:
    """Keep what stood before the command's name."""
    remember(context, config, json=json)


def main() -> None:
    """Run the command of `sys.argv` and exit."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - for as long as the process lives
    try:
        sys.exit(syndication.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
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
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
