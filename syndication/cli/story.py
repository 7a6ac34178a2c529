"""`syndication story`: everything that happened to one story."""

from typing import Annotated

import typer

from syndication.cli.options import ConfigDir, Json, common


def story(
    context: typer.Context,
    guid: Annotated[
        str, typer.Argument(metavar="GUID", help="The guid, the ID of its address, or the address.")
    ],
    config: ConfigDir = None,
    json: Json = False,
) -> None:
    """Show each version and each change of a story, and the feeds that carry it."""
    from syndication.cli.output import line, printable, table
    from syndication.daemon.assembly import open_existing_store
    from syndication.errors import UnknownName

    shared = common(context, config, json=json)
    configuration = shared.configuration()
    with open_existing_store(configuration) as store:
        found = (store.articles.current(guid) or store.articles.find(_address_id(guid))) if store else None
        if store is None or found is None:
            raise UnknownName("no such story", guid)
        versions = store.articles.versions(found.row)
        changes = store.changes.of(found.row)
        carried = [
            feed.name
            for feed in configuration.feeds
            if any(s.row == found.row for s in store.windows.shown(feed.name))
        ]
    article = found.article
    if shared.json:
        line(
            {
                "guid": article.guid,
                "address": configuration.site.page(article),
                "visible": found.visible,
                "feeds": carried,
                "versions": [v._asdict() for v in versions],
                "changes": [c._asdict() for c in changes],
            }
        )
        return
    typer.echo(printable(f"{article.guid}  {article.headline or ''}"))
    typer.echo(f"{configuration.site.page(article)}  {'visible' if found.visible else 'not visible'}")
    typer.echo(f"in the feeds: {', '.join(carried) or 'none'}\n")
    rows = [
        (
            v.number,
            f"{v.received:%Y-%m-%d %H:%M:%S}Z",
            v.decision,
            v.article.source.locator,
            v.article.headline or "",
        )
        for v in versions
    ]
    table(("version", "received", "decision", "from", "headline"), rows, "no versions")
    typer.echo("")
    table(
        ("change", "version", "kind", "at"),
        [(c.seq, c.version, c.kind, f"{c.at:%Y-%m-%d %H:%M:%S.%f}Z") for c in changes],
        "no changes: it was never visible",
    )


def _address_id(text: str) -> str:
    """Return the ID in an address such as https://host/articles/ID/slug, else the text itself."""
    _, found, rest = text.partition("/articles/")
    return rest.partition("/")[0].partition(".")[0] if found else text
