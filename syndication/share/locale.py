"""The locale of Open Graph: language and territory, `en_IN`."""

_TERRITORIES = {
    "hi": "hi_IN",
    "ta": "ta_IN",
    "te": "te_IN",
    "bn": "bn_IN",
    "mr": "mr_IN",
    "gu": "gu_IN",
    "kn": "kn_IN",
    "ml": "ml_IN",
    "pa": "pa_IN",
    "ur": "ur_PK",
    "en": "en_US",
}


def locale(language: str | None, site_language: str) -> str | None:
    """Return the locale of a BCP 47 tag (ogp.me `og:locale`).

    A tag without territory takes the site's where the languages agree, else the usual one; None where
    neither is known.
    """
    base, territory = _parts(language or "")
    if not base:
        return None
    if territory is None:
        site_base, site_territory = _parts(site_language)
        territory = site_territory if site_base == base else None
    return f"{base}_{territory}" if territory else _TERRITORIES.get(base)


def _parts(tag: str) -> tuple[str, str | None]:
    """Return language and territory; what follows a singleton (`-x-`, `-u-`) names none (RFC 5646 §2.1)."""
    base, *rest = tag.replace("_", "-").split("-")
    for part in rest:
        if len(part) == 1:
            break
        if len(part) == 2 and part.isascii() and part.isalpha():
            return base.lower(), part.upper()
    return base.lower(), None
