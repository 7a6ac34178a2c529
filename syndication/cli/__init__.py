"""The command line: one file per command.

Heavy rooms are imported inside the commands, so that `syndication --help` starts at once.
"""

from syndication.cli.application import main

__all__ = ["main"]
