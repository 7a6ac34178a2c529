"""`syndication share`: share links and social metadata of the stories in files."""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syndication.share import Shareable


@click.command()
@files_argument
@click.option(
    "--network", multiple=True, metavar="ID", help="Only this network; may be repeated [those of the site]."
)
@click.option("--html", is_flag=True, help="Print the head of the story's page and its share buttons.")
@format_option
@received_option
@now_option
@timezone_option
@common
def share(
    shared: Common,
    files: tuple[str, ...],
    network: tuple[str, ...],
    html: bool,
    form: str | None,
    received: str | None,
    now: str | None,
    timezone: str,
) -> None:
    """Print how each story is shared: its links, its card, what to mend; nothing of one that may not be seen."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.output import line
    from syndication.errors import KeptBack, UnknownNetwork
    from syndication.model import Hints
    from syndication.share import admit, buttons, by_id, head_html, links, refusal, sheet

    moment = present(now)
    site, sharing = shared.site(), shared.sharing()
    try:
        ids = [by_id(wanted).id for wanted in network] if network else None
    except UnknownNetwork as error:
        raise click.BadParameter(f"{error.where}: {error.what}", param_hint="--network") from None
    copy = CopyFiles(
        files,
        moment,
        instant(received, "--received"),
        Hints(format=form, timezone=timezone),
        shared.classification(),
    )
    told = 0
    for reading in copy.readings():
        story = admit(reading.article, site, sharing, moment)
        if story is None:
            copy.complain(
                KeptBack(refusal(reading.article, moment) or "not to be seen", reading.article.guid)
            )
        elif shared.json:
            line(sheet(story, ids))
        elif html:
            click.echo(head_html(story) + buttons(links(story, ids)), nl=False)
        else:
            if told:
                click.echo()  # a line between two stories
            _print(story, ids)
            told += 1
    raise click.exceptions.Exit(1 if copy.failed else 0)


def _print(story: "Shareable", ids: "Sequence[str] | None") -> None:
    from syndication.cli.output import printable
    from syndication.share import card_findings, links

    click.echo(printable(story.headline or story.article.guid))
    click.echo(printable(story.canonical or "no address that can be shared"))
    # A line each, however long: they are there to be copied.
    for link in links(story, ids):
        what = link.href or link.url or (f"none: {link.reason}" if link.reason else "a button of the page")
        click.echo(printable(f"{link.id:<14}{what}"))
    for finding in card_findings(story):
        click.echo(printable(f"{finding.level} {finding.rule}: {finding.text} ({finding.advice})"))
    for issue in story.issues:
        click.echo(printable(f"{issue.code}: {issue.message}"))
