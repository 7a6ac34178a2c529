"""The namespaces of an Atom document besides Atom's own, or the fewer that a profile takes."""

from syndication.model import Profile
from syndication.xmlns import DCTERMS, GEORSS, MEDIA, MI, TOMBSTONES

# Atom's own namespace is the default one: feedgen writes it as `xmlns` on the root.
USUAL: dict[str, str] = {"at": TOMBSTONES, "georss": GEORSS, "media": MEDIA}
_STRICT: dict[str, str] = {"media": MEDIA}


def namespaces(profile: Profile) -> dict[str, str]:
    """Return prefix and namespace of what the entries use besides Atom: less where a profile names all.

    MSN's elements and the end of a story are the same in Atom as in RSS.
    """
    if profile.extensions is not None:
        return _STRICT
    is_msn = "mi" in profile.more_extensions
    if not (is_msn or profile.expiry):
        return USUAL
    return USUAL | {"dcterms": DCTERMS} | ({"mi": MI} if is_msn else {})
