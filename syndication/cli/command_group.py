"""A command that has others below it, and says of each in a whole sentence what it does."""

import click


class CommandGroup(click.Group):
    """Lists its commands as click does, but for the dots in which click ends what does not fit on one line."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names of the commands, each with the first sentence of its help."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, one.get_short_help_str(limit=formatter.width * 4)) for name, one in found if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
