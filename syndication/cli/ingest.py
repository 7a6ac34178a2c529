"""`syndication ingest`: store copy from files; the daemon, or `syndication build`, publishes it."""

from typing import TYPE_CHECKING

import click

from syndication.cli.options import (
    Common,
    common,
    files_argument,
    format_option,
    instant,
    now_option,
    present_for_store,
    received_option,
    timezone_option,
)

if TYPE_CHECKING:
    from syndication.ingest import Outcome


@click.command()
@files_argument
@format_option
@received_option
@now_option
@timezone_option
@common
def ingest(
    shared: Common,
    files: tuple[str, ...],
    form: str | None,
    received: str | None,
    now: str | None,
    timezone: str,
) -> None:
    """Store each story once; what cannot be read goes to quarantine."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.output import line
    from syndication.daemon import lock_path
    from syndication.daemon.assembly import house, open_configured_store
    from syndication.ingest import collect
    from syndication.model import Hints

    configuration = shared.configuration()
    moment = present_for_store(now, lock_path(configuration))
    origin = CopyFiles(files, moment, instant(received, "--received"), Hints(format=form, timezone=timezone))
    refused = 0
    with open_configured_store(configuration) as store:
        for outcomes in collect(store, origin, lambda: moment, house(configuration)):
            for outcome in outcomes:
                refused += outcome.reason is not None
                if shared.json:
                    line(
                        {
                            "file": outcome.delivery.locator,
                            "stories": [s._asdict() for s in outcome.stories],
                            "repeated": outcome.repeated,
                            "quarantine": outcome.number,
                            "reason": outcome.reason,
                        }
                    )
                else:
                    click.echo(_told(outcome))
    raise click.exceptions.Exit(1 if refused or origin.failed else 0)


def _told(outcome: "Outcome") -> str:
    """Return one line on what became of a file."""
    from syndication.cli.output import printable

    where = outcome.delivery.locator
    if outcome.reason is not None:
        return printable(f"{where}: quarantined as {outcome.number}: {outcome.reason}")
    if outcome.repeated:
        return printable(f"{where}: repeated, nothing changed")
    stories = ", ".join(f"{s.decision} {s.guid} version {s.version}" for s in outcome.stories)
    return printable(f"{where}: {stories or 'no story'}")
