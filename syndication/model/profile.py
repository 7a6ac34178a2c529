"""What one aggregator demands of the entries and documents it takes."""

import msgspec

from syndication.model.site import Site


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A named set of switches, for one site. `entry` and `document` of every format see nothing else.

    Two equal profiles render the same bytes; `key` names the kept bytes.
    """

    name: str = "baseline"
    site: Site = Site()
    hub: str | None = None

    @property
    def key(self) -> str:
        """Return a text that changes whenever any switch or site fact changes."""
        return msgspec.json.encode(self).decode()
