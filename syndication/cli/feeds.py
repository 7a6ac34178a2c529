"""`syndication feeds`: what is published."""

import click

from syndication.cli.options import Common, common


@click.command()
@common
def feeds(shared: Common) -> None:
    """List the feeds with their addresses and the state of each format."""
    from syndication.cli.output import line, table
    from syndication.daemon.assembly import open_existing_store
    from syndication.render import FORMATS

    configuration = shared.configuration()
    with open_existing_store(configuration) as store:
        editions = {(e.feed, e.format): e for e in store.windows.editions()} if store else {}
    rows = []
    for feed in configuration.feeds:
        for name in feed.formats:
            edition = editions.get((feed.name, name))
            address = configuration.site.feed(feed.name, FORMATS[name].extension)
            if shared.json:
                line(
                    {
                        "feed": feed.name,
                        "title": feed.title,
                        "format": name,
                        "address": address,
                        "edition": edition,
                    }
                )
            else:
                entries, updated = (
                    (edition.entries, f"{edition.updated:%Y-%m-%d %H:%M:%S}Z") if edition else ("-", "never")
                )
                rows.append((feed.name, feed.title, name, entries, updated, address))
    if not shared.json:
        table(("feed", "title", "format", "stories", "updated", "address"), rows, "no feeds")
