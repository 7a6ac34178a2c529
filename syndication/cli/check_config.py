"""`syndication check-config`: is the configuration sound."""

import typer

from syndication.cli.options import ConfigDir, Json, common


def check_config(context: typer.Context, config: ConfigDir = None, json: Json = False) -> None:
    """Read the whole configuration and say what it sets up, or everything that is wrong with it."""
    from syndication.cli.output import line

    shared = common(context, config, json=json)
    configuration = shared.configuration()
    feeds, sources = len(configuration.feeds), len(configuration.sources)
    if shared.json:
        line({"ok": True, "site": configuration.site, "feeds": feeds, "sources": sources})
    else:
        typer.echo(f"{shared.config}: sound: {configuration.site.title}, {feeds} feeds, {sources} sources")
