"""The tables that lie beside this module and come with the program."""

from pkgutil import get_data


def table(name: str) -> str:
    """Return the text of the file of that name; raise FileNotFoundError.

    `importlib.resources` says the same, but brings archives and temporary files along.
    """
    found = get_data(__package__, name)
    if found is None:
        raise FileNotFoundError(name)
    return found.decode("utf-8")
