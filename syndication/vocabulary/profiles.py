"""The profiles that come with the program, and those that a site adds to them in its configuration."""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

from syndication.errors import BadConfiguration
from syndication.model import Profile, Sharing, Site
from syndication.vocabulary.tables import table

BASELINE = "baseline"
_GIVEN = frozenset(
    {"name", "rules", "site", "sharing", "hub"}
)  # follows from where a profile stands and who runs the feed


@cache
def _built_in() -> dict[str, dict[str, object]]:
    return tomllib.loads(table("profiles.toml"))


def built_in() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program."""
    return tuple(_built_in())


def profiles(
    own: Mapping[str, Mapping[str, object]] | None = None,
    site: Site | None = None,
    hub: str | None = None,
    sharing: Sharing | None = None,
    where: str = "profiles",
) -> dict[str, Profile]:
    """Return every profile by its name, for one site.

    `own` are a site's tables by name: each changes the profile of its name, or makes a new one that starts
    from what it calls `like` (the baseline where it does not) and is held against the same rules. Raise
    BadConfiguration for an unknown key, a wrong type, or a `like` that leads nowhere.
    """
    tables = _tables(own or {})
    made = {name: _profile(name, tables, where) for name in tables}
    place = {"site": site or Site(), "hub": hub}
    # What a profile does not print is not in it: no entry changes with how the site's own pages share.
    shared = sharing if sharing and sharing.in_feeds else None
    return {
        name: msgspec.structs.replace(profile, **place, sharing=shared if profile.share_links else None)
        for name, profile in made.items()
    }


def check(name: str, own: Mapping[str, Mapping[str, object]]) -> None:
    """Raise BadConfiguration where this one of a site's own tables makes no profile, among the others."""
    _profile(name, _tables(own), "profiles")


def _tables(own: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
    tables: dict[str, dict[str, object]] = {name: dict(own_table) for name, own_table in _built_in().items()}
    for name, own_table in own.items():
        tables[name] = _merged(tables.get(name, {}), own_table)
    return tables


def _profile(name: str, tables: Mapping[str, dict[str, object]], where: str) -> Profile:
    table: dict[str, object] = {}
    seen: list[str] = []
    following: object = name
    while following is not None:
        if not isinstance(following, str) or following not in tables or following in seen:
            raise BadConfiguration(f"profile {name} is like {following}: there is none to start from", where)
        seen.append(following)
        current = tables[following]
        table = _merged({k: v for k, v in current.items() if k != "like"}, table)
        following = current.get("like", None if following == BASELINE else BASELINE)
    for key in sorted(_GIVEN & table.keys()):
        raise BadConfiguration(f"profile {name} cannot say {key}", where)
    rules = next((known for known in seen if known in _built_in()), BASELINE)
    try:
        return msgspec.convert(table | {"name": name, "rules": rules}, Profile)
    except msgspec.ValidationError as error:
        raise BadConfiguration(f"profile {name}: {error}", where) from error


def _merged(under: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """Return `under` with what `over` says instead; tables inside are merged key by key."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(below, value) if both else value  # type: ignore[arg-type]  # mypy narrows no name by another
    return merged
