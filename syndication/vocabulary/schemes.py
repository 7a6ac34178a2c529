"""The vocabularies of IPTC by their aliases, and codes from the addresses under which others name them."""

import re

_NEWSCODES = "http://cv.iptc.org/newscodes/"
SCHEMES = {
    alias: f"{_NEWSCODES}{name}/"
    for alias, name in {
        "medtop": "mediatopic",
        "subj": "subjectcode",
        "genre": "genre",
        "ninat": "ninature",
        "stat": "pubstatusg2",
        "sig": "signal",
        "rnd": "rendition",
        "cpnat": "cpnature",
        "nprov": "newsprovider",
        "drol": "descriptionrole",
        "irel": "itemrelation",
        "pgrmod": "pgrmod",
    }.items()
}
"""The alias of IPTC's standard catalogue to the address with which the URIs of its concepts begin."""

_ALIASES = {uri.removeprefix("http:"): alias for alias, uri in SCHEMES.items()}
_CONCEPT = re.compile(r"https?:(//cv\.iptc\.org/newscodes/\w+/)([^\s/#?]+)/?\Z")


def qcode(uri: str) -> str | None:
    """Return the concept of that URI as `alias:code`, None for one of a vocabulary that is not IPTC's.

    http and https name one concept.
    """
    found = _CONCEPT.match(uri.strip())
    alias = _ALIASES.get(found[1]) if found else None
    return f"{alias}:{found[2]}" if found and alias else None


def alias(scheme: str | None) -> str | None:
    """Return the alias of a scheme that is named by its address or by the alias itself, None for any other."""
    named = (scheme or "").strip().rstrip("/")
    if named in SCHEMES:
        return named
    return _ALIASES.get(named.partition(":")[2] + "/")


def word(code: str | None) -> str:
    """Return the last word of a code (`stat:usable`) or of a concept's address, "" for none."""
    return (code or "").strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
