"""`syndication share`: share links and social metadata of the stories in files."""

from typing import TYPE_CHECKING, Annotated

import typer

from syndication.cli.options import ConfigDir, Format, Json, Now, Received, Timezone, common, instant, present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syndication.share import Shareable


def share(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files of copy; - is standard input.")
    ],
    network: Annotated[
        list[str] | None,
        typer.Option(
            "--network", metavar="ID", help="Only this network; may be repeated [those of the site]."
        ),
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Print the head of the story's page and its share buttons.")
    ] = False,
    form: Format = None,
    received: Received = None,
    now: Now = None,
    timezone: Timezone = "UTC",
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Print how each story is shared: its links, its card, what to mend; nothing of one that may not be seen."""
    from syndication.cli.copy_files import CopyFiles
    from syndication.cli.output import line
    from syndication.errors import KeptBack, UnknownNetwork
    from syndication.model import Hints
    from syndication.share import admit, buttons, by_id, head_html, links, refusal, sheet

    shared = common(context, config, json=json)
    moment = present(now)
    site, sharing = shared.site(), shared.sharing()
    try:
        ids = [by_id(wanted).id for wanted in network] if network else None
    except UnknownNetwork as error:
        raise typer.BadParameter(f"{error.where}: {error.what}", param_hint="--network") from None
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
            typer.echo(head_html(story) + buttons(links(story, ids)), nl=False)
        else:
            if told:
                typer.echo()  # a line between two stories
            _print(story, ids)
            told += 1
    raise typer.Exit(1 if copy.failed else 0)


def _print(story: "Shareable", ids: "Sequence[str] | None") -> None:
    from syndication.cli.output import printable
    from syndication.share import card_findings, links

    typer.echo(printable(story.headline or story.article.guid))
    typer.echo(printable(story.canonical or "no address that can be shared"))
    # A line each, however long: they are there to be copied.
    for link in links(story, ids):
        what = link.href or link.url or (f"none: {link.reason}" if link.reason else "a button of the page")
        typer.echo(printable(f"{link.id:<14}{what}"))
    for finding in card_findings(story):
        typer.echo(printable(f"{finding.level} {finding.rule}: {finding.text} ({finding.advice})"))
    for issue in story.issues:
        typer.echo(printable(f"{issue.code}: {issue.message}"))
