"""The namespaces of an Atom document besides Atom's own, or the fewer that a profile takes."""

from syndication.model import Profile
from syndication.xmlns import GEORSS, MEDIA, TOMBSTONES

# Atom's own namespace is the default one: feedgen writes it as `xmlns` on the root.
USUAL: dict[str, str] = {"at": TOMBSTONES, "georss": GEORSS, "media": MEDIA}
_STRICT: dict[str, str] = {"media": MEDIA}


def namespaces(profile: Profile) -> dict[str, str]:
    """Return prefix and namespace of what the entries use besides Atom: less where a profile names all."""
    return USUAL if profile.extensions is None else _STRICT
