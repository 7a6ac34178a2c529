"""`syndication sources`: where copy comes from."""

import click

from syndication.cli.options import Common, common


@click.command()
@common
def sources(shared: Common) -> None:
    """List the sources and what is wrong with them."""
    from syndication.cli.output import line, table
    from syndication.daemon.assembly import folders, open_existing_store

    configuration = shared.configuration()
    with open_existing_store(configuration) as store:
        notices = {n.subject: n.text for n in store.notices.all()} if store else {}
    rows = []
    for folder in folders(configuration):
        state = notices.get(f"source {folder.name}") or (
            "ready" if folder.path.is_dir() else "folder is missing"
        )
        if shared.json:
            line({"source": folder.name, "kind": "folder", "path": str(folder.path), "state": state})
        else:
            rows.append((folder.name, "folder", folder.path, state))
    if not shared.json:
        table(("source", "kind", "where", "state"), rows, "no sources")
