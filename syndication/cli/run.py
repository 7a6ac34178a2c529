"""`syndication run`: the daemon."""

from typing import Annotated

import typer

from syndication.cli.options import ConfigDir, Json, Now, common, instant


def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Do one full round, then exit.")] = False,
    samples: Annotated[
        bool, typer.Option("--samples", help="Put sample copy into the first folder if the store is empty.")
    ] = False,
    now: Now = None,
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Take copy in, publish and serve it until SIGTERM."""
    from syndication import daemon

    configuration = common(context, config, json=json).configuration()
    if once:
        raise typer.Exit(0 if daemon.run_once(configuration, instant(now, "--now")) else 1)
    if now is not None:
        raise typer.BadParameter("only with --once: the daemon lives in the present", param_hint="--now")
    daemon.run(configuration, samples=samples)
