"""What commands print: tables for people, JSON lines for machines."""

import sys
from collections.abc import Sequence
from typing import Any

import click
import msgspec


def line(record: Any) -> None:
    """Print one record as a line of JSON."""
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    sys.stdout.buffer.flush()


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], empty: str) -> None:
    """Print rows under their columns, or `empty` where there are none."""
    if not rows:
        click.echo(empty)
        return
    from rich.console import Console
    from rich.table import Table

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(printable(str(cell)) for cell in row))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False, markup=False).print(drawn)


def printable(text: str) -> str:
    """Return text that cannot steer a terminal: control characters are shown escaped."""
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else repr(c)[1:-1] for c in text)


def complain(error: Exception) -> None:
    """Say on stderr what went wrong with one of several pieces of work."""
    click.echo(f"syndication: {error}", err=True)
