"""Which way a language is written (HTML attribute `dir`)."""

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
)


def direction(language: str | None) -> str:
    """Return `rtl` or `ltr` for a BCP 47 tag; its script decides before its language (RFC 5646 §2.2.3)."""
    primary, *rest = (language or "").casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    rtl = script in _RIGHT_TO_LEFT_SCRIPTS if script else primary in _RIGHT_TO_LEFT
    return "rtl" if rtl else "ltr"
