"""How one agency writes: one file per agency, gathered here."""

from syndication.prose.dialects import (
    afp,
    ani,
    ap,
    bhasha,
    dpa,
    generic,
    hindusthan_samachar,
    ht_syndication,
    ians,
    pti,
    reuters,
    uni,
    univarta,
    xinhua,
)
from syndication.prose.dialects.dialect import Closing, Dialect

__all__ = ["DIALECTS", "Closing", "Dialect", "of_agency"]

DIALECTS: tuple[Dialect, ...] = (
    ians.DIALECT,
    pti.DIALECT,
    ani.DIALECT,
    uni.DIALECT,
    ap.DIALECT,
    afp.DIALECT,
    dpa.DIALECT,
    reuters.DIALECT,
    ht_syndication.DIALECT,
    xinhua.DIALECT,
    bhasha.DIALECT,
    univarta.DIALECT,
    hindusthan_samachar.DIALECT,
    generic.DIALECT,  # the last: the others are stricter
)
"""Every dialect, the strictest forms first."""

_BY_AGENCY = {d.agency: d.name for d in DIALECTS if d.agency} | {"Reuters": "reuters"}


def of_agency(agency: str | None) -> str | None:
    """Return the name of the dialect in which an agency writes, None where it has none of its own."""
    return _BY_AGENCY.get(agency) if agency else None
