"""The namespaces of an RSS document: the usual ones, or those that a profile has instead or besides."""

from syndication.model import Profile
from syndication.xmlns import (
    ATOM,
    CONTENT,
    DC,
    DCTERMS,
    GEORSS,
    GNF,
    MEDIA,
    MI,
    NB,
    OA,
    RSL,
    SLASH,
    SNF,
    WEBFEEDS,
)

USUAL: dict[str, str] = {
    "dc": DC,
    "dcterms": DCTERMS,
    "georss": GEORSS,
    "media": MEDIA,
    "atom": ATOM,
    "content": CONTENT,
}
_MORE: dict[str, str] = {
    "slash": SLASH,
    "webfeeds": WEBFEEDS,
    "snf": SNF,
    "mi": MI,
    "oa": OA,
    "gnf": GNF,
    "nb": NB,
    "rsl": RSL,
}
_ALL = USUAL | _MORE


def namespaces(profile: Profile) -> dict[str, str]:
    """Return prefix and namespace of all that an RSS document of `profile` may use, in a fixed order.

    RSL comes by itself where the site has terms for machines, unless the profile names all it takes.
    """
    licensed = profile.extensions is None and profile.site.licensing.rsl is not None
    if profile.extensions is None and not profile.more_extensions and not licensed:
        return USUAL
    wanted = {*(profile.extensions if profile.extensions is not None else USUAL), *profile.more_extensions}
    if licensed:
        wanted.add("rsl")
    return {prefix: uri for prefix, uri in _ALL.items() if prefix in wanted}
