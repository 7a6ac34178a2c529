"""`syndication run`: the daemon."""

import click

from syndication.cli.options import Common, common, instant, now_option


@click.command()
@click.option("--once", is_flag=True, help="Do one full round, then exit.")
@click.option("--samples", is_flag=True, help="Put sample copy into the first folder if the store is empty.")
@now_option
@common
def run(shared: Common, once: bool, samples: bool, now: str | None) -> None:
    """Take copy in, publish and serve it until SIGTERM."""
    from syndication import daemon

    configuration = shared.configuration()
    if once:
        raise click.exceptions.Exit(0 if daemon.run_once(configuration, instant(now, "--now")) else 1)
    if now is not None:
        raise click.BadParameter("only with --once: the daemon lives in the present", param_hint="--now")
    daemon.run(configuration, samples=samples)
