"""`syndication status`: how the daemon is doing."""

import click

from syndication.cli.options import Common, common


@click.command()
@common
def status(shared: Common) -> None:
    """Say whether the daemon runs, what it holds, and what is wrong; status 1 where something is."""
    from syndication.cli.output import line, table
    from syndication.daemon import lock_path
    from syndication.daemon.assembly import open_existing_store
    from syndication.daemon.lock import holder
    from syndication.editions import FOLLOWER, faults

    configuration = shared.configuration()
    process = holder(lock_path(configuration))
    with open_existing_store(configuration) as store:
        facts: dict[str, object] = {"running": process is not None, "process": process}
        notices = store.notices.all() if store else []
        found = faults(notice.subject for notice in notices)
        if store:
            facts |= {
                "stories": store.articles.visible_count(),
                "under_embargo": store.articles.held_count(),
                "deliveries": store.deliveries.count(),
                "changes": store.changes.last(),
                "editions_behind": store.changes.last() - store.changes.reached(FOLLOWER),
                "feeds_pending": sorted(store.windows.pending()),
                "quarantine": store.quarantine.count(),
                "editions_at_fault": sorted({f"{f.feed} as {f.format}" for f in found if f.story is None}),
                "stories_left_out": sum(fault.story is not None for fault in found),
            }
    if shared.json:
        line(facts | {"notices": [n._asdict() for n in notices]})
    else:
        table(("what", "value"), [(k.replace("_", " "), _said(v)) for k, v in facts.items()], "nothing")
        for notice in notices:
            click.echo(f"{notice.subject}: {notice.text} (since {notice.since:%Y-%m-%d %H:%M:%S}Z)")
    raise click.exceptions.Exit(1 if notices else 0)


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value)) or "none"
        case None:
            return "none"
    return str(value)
