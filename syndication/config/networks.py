"""Whether the networks that `[share]` names have a link."""

from syndication.config.toml_file import TomlFile
from syndication.errors import UnknownNetwork
from syndication.model import Sharing


def check_networks(file: TomlFile, sharing: Sharing) -> None:
    """Note each id in `order` and `without` that has none: unknown, retired (with what became of it), twice."""
    if sharing == Sharing():
        return
    from syndication.share import by_id, ordered  # noqa: PLC0415 - only a site that names networks waits for it

    found = len(file.problems)
    for key, ids in (("order", sharing.order), ("without", sharing.without)):
        for number, network in enumerate(ids):
            try:
                by_id(network)
            except UnknownNetwork as error:
                file.wrong(f"{network}: {error.what}", "share", key, number)
            else:
                if network in ids[:number]:
                    file.wrong(f"{network} stands there twice", "share", key, number)
    if len(file.problems) == found and not ordered(sharing):
        file.wrong("no network is left: name one in order that is not in without", "share", "order")
