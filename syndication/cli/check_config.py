"""`syndication check-config`: is the configuration sound."""

import click

from syndication.cli.options import Common, common


@click.command("check-config")
@common
def check_config(shared: Common) -> None:
    """Read the whole configuration and say what it sets up, or everything that is wrong with it."""
    from syndication.cli.output import line
    from syndication.config import remarks

    configuration = shared.configuration()
    feeds, sources = len(configuration.feeds), len(configuration.sources)
    topics = configuration.classification.topics.topics
    noticed = list(remarks(configuration.classification, configuration.feeds))
    if shared.json:
        line(
            {
                "ok": True,
                "site": configuration.site,
                "feeds": feeds,
                "sources": sources,
                "media_topics": len(topics),
                "remarks": noticed,
            }
        )
    else:
        click.echo(f"{shared.config}: sound: {configuration.site.title}, {feeds} feeds, {sources} sources")
        if configuration.topics.media_topics is not None:
            retired = sum(topic.retired for topic in topics.values())
            languages = sorted({tag for topic in topics.values() for tag, _ in topic.names})
            said = f"{len(topics)} Media Topics, {retired} of them retired, in {', '.join(languages) or 'no'}"
            click.echo(f"{configuration.topics.media_topics}: {said}")
        for remark in noticed:
            click.echo(remark)
