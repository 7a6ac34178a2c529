"""`syndication check-config`: is the configuration sound."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from syndication.cli.options import Common, common, present

if TYPE_CHECKING:
    from syndication.config import Configuration


@click.command("check-config")
@common
def check_config(shared: Common) -> None:
    """Read the whole configuration and say what it sets up, or everything that is wrong with it."""
    from syndication.cli.output import line
    from syndication.config import remarks

    configuration = shared.configuration()
    feeds, sources = len(configuration.feeds), len(configuration.sources)
    topics = configuration.classification.topics.topics
    noticed = [*remarks(configuration.classification, configuration.feeds), *_unpublishable(configuration)]
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


def _unpublishable(configuration: "Configuration") -> Iterator[str]:
    """Yield which feeds will never be published as the site is: no story can mend what their taker demands of it."""
    from syndication.editions import impossible
    from syndication.render import FORMATS

    for feed in configuration.feeds:
        profile = configuration.profiles[feed.profile]
        for name in feed.formats:
            if said := impossible(feed, FORMATS[name], profile, present(None)):
                yield f"feed {feed.name}: cannot be published as {name} for {profile.name}: {said}"
