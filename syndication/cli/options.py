"""Options that several commands share, before or after the command's name."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from syndication.config import Configuration
    from syndication.model import Profile, Sharing, Site
    from syndication.vocabulary.classification import Classification

Found = TypeVar("Found")
Rest = ParamSpec("Rest")


def _zone(_: click.Context, __: click.Parameter, name: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise click.BadParameter(f"{name!r} is no zone of the IANA database, such as Asia/Kolkata") from None
    return name


def _form(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    from syndication.parse import FORMATS

    return known(dict.fromkeys(FORMATS, name).__getitem__, name, "--format", FORMATS)


config_option = click.option(
    "--config", type=click.Path(path_type=Path), metavar="DIR", help="The configuration directory [config]."
)
json_option = click.option("--json", is_flag=True, help="Print JSON for machines, one object a line.")
now_option = click.option("--now", metavar="TIME", help="Act as if it were TIME (RFC 3339 with zone).")
received_option = click.option(
    "--received", metavar="TIME", help="The time of receipt (RFC 3339 with zone) [the file's own time]."
)
format_option = click.option(
    "--format", "form", metavar="NAME", callback=_form, help="Read it as this wire format [detected]."
)
timezone_option = click.option(
    "--timezone",
    default="UTC",
    show_default=True,
    metavar="ZONE",
    callback=_zone,
    help="The zone of printed times that name none.",
)
files_argument = click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", help="Files of copy; - is standard input."
)


class Common:
    """What `--config` and `--json` said, wherever they stood; the configuration is read once."""

    def __init__(self, config: Path, *, json: bool) -> None:
        self.config = config
        self.json = json

    def configuration(self) -> "Configuration":
        """Return the configuration; raise BadConfiguration."""
        return self._configuration

    @cached_property
    def _configuration(self) -> "Configuration":
        from syndication.config import load

        return load(self.config)

    def profiles(self) -> "dict[str, Profile]":
        """Return the configured profiles; where there is no configuration directory, the built-in ones."""
        from syndication.vocabulary.profiles import profiles

        return self.configuration().profiles if self.config.is_dir() else profiles()

    def site(self) -> "Site":
        """Return the configured site; where there is no configuration directory, the default one."""
        from syndication.model import Site

        return self.configuration().site if self.config.is_dir() else Site()

    def classification(self) -> "Classification | None":
        """Return how the configured site classifies; None, the default, without configuration directory."""
        return self.configuration().classification if self.config.is_dir() else None

    def sharing(self) -> "Sharing":
        """Return how the configured site shares; where there is no configuration directory, the default."""
        from syndication.model import Sharing

        return self.configuration().share if self.config.is_dir() else Sharing()


def remember(context: click.Context, config: Path | None, *, json: bool) -> None:
    """Keep what stood before the command's name."""
    context.obj = (config, json)


def common(command: Callable[Concatenate[Common, Rest], None]) -> Callable[..., None]:
    """Give a command `--config` and `--json` as its first argument: from behind its name, else before it."""

    @wraps(command)
    def with_common(
        context: click.Context, /, config: Path | None, json: bool, *rest: Rest.args, **options: Rest.kwargs
    ) -> None:
        before_config, before_json = context.obj or (None, False)
        shared = Common(config or before_config or Path("config"), json=json or before_json)
        command(shared, *rest, **options)

    return config_option(json_option(click.pass_context(with_common)))


def instant(text: str | None, option: str) -> datetime | None:
    """Return the instant that an option names, None where it is absent; a usage error for anything else."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise click.BadParameter(
            f"{text!r} is not a time with zone, such as 2026-02-14T06:30:00Z", param_hint=option
        )
    return found.astimezone(UTC)


def present_for_store(text: str | None, lock: Path) -> datetime:
    """Return what `--now` says; a usage error for the future while a daemon works on the same state.

    It would publish what is under embargo, and the daemon lives in the present.
    """
    from syndication.daemon.lock import holder

    moment = present(text)
    if text is not None and moment > datetime.now(UTC) and holder(lock) is not None:
        raise click.BadParameter("lies in the future, and a daemon works on this state", param_hint="--now")
    return moment


def present(text: str | None) -> datetime:
    """Return what `--now` says, else the present instant, UTC."""
    return instant(text, "--now") or datetime.now(UTC)


def known(find: Callable[[str], Found], name: str, option: str, names: "Iterable[str]") -> Found:
    """Return what `find` has under the name that an option gives; a usage error where it raises KeyError."""
    try:
        return find(name)
    except KeyError:
        raise click.BadParameter(f"{name!r} is none of {', '.join(names)}", param_hint=option) from None
