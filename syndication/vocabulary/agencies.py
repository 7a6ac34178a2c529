"""News agencies: the code in brackets and sign-offs, the names in credits, as they are written."""

import msgspec


class Agency(msgspec.Struct, frozen=True):
    """An agency: its code as it prints it, other spellings of the code, and its full names."""

    code: str
    spellings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


AGENCIES = (
    Agency(
        "IANS",
        (
            "आईएएनएस",
            "आईएएनस",
            "آئی اے این ایس",
            "আইএএনএস",
            "ஐஏஎன்எஸ்",
            "ఐఏఎన్ఎస్",
            "ಐಎಎನ್ಎಸ್",
            "ഐഎഎൻഎസ്",
            "આઈએએનએસ",
            "ਆਈਏਐਨਐਸ",
        ),
        ("Indo-Asian News Service", "IANSlive", "IANS Live"),
    ),
    Agency(
        "PTI",
        ("पीटीआई", "پی ٹی آئی", "পিটিআই", "பிடிஐ", "పీటీఐ", "ಪಿಟಿಐ", "പിടിഐ", "પીટીઆઈ", "ਪੀਟੀਆਈ", "पीटीआय"),
        ("Press Trust of India",),
    ),
    Agency("ANI", ("एएनआई", "اے این آئی"), ("Asian News International",)),
    Agency("UNI", ("यूएनआई", "یو این آئی"), ("United News of India",)),
    Agency("AP", ("एपी", "اے پی"), ("Associated Press", "The Associated Press")),
    Agency("AFP", ("एएफपी", "اے ایف پی"), ("Agence France-Presse", "Agence France Presse")),
    Agency("Reuters", ("रॉयटर्स", "रायटर", "روئٹرز", "رائٹرز"), ("Thomson Reuters", "Reuters News")),
    Agency("HT Syndication", ("HTS",), ("HT Digital Streams",)),
    Agency("EFE", (), ("Agencia EFE",)),
    Agency("ANSA"),
    Agency("dpa", (), ("Deutsche Presse-Agentur",)),
    Agency("DPA"),
    Agency("Xinhua", ("शिन्हुआ",), ("Xinhua News Agency",)),
    Agency("Kyodo", (), ("Kyodo News",)),
    Agency("Yonhap", (), ("Yonhap News Agency",)),
    Agency("TASS"),
    Agency("RIA Novosti", ("RIA",)),
    Agency("Sputnik"),
    Agency("Bernama"),
    Agency("BSS"),
    Agency("APP"),
    Agency("UPI"),
    Agency("WAM"),
    Agency("SPA"),
    Agency("KUNA"),
    Agency("AKI"),
    Agency("Antara"),
    Agency("NNN"),
    Agency("PIB", ("पीआईबी",), ("Press Information Bureau",)),
    Agency("HS", ("हि.स.", "हि.स"), ("Hindusthan Samachar", "हिन्दुस्थान समाचार")),
    Agency("Bhasha", ("भाषा",), ("PTI-Bhasha",)),
    Agency("Univarta", ("वार्ता",), ()),
)


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()


_BY_CODE = {_key(word): a.code for a in AGENCIES for word in (a.code, *a.spellings) if word != "DPA"}
_BY_NAME = {_key(name): a.code for a in AGENCIES for name in a.names}
_FIRST_WORDS = {key.split()[0].partition("/")[0] for key in (*_BY_CODE, *_BY_NAME)} | {"the"}
_LONGEST = 60
# Codes that are also everyday words or names count only as printed in the agency's own letters.
_CASED = frozenset({"ap", "ani", "uni", "app", "wam", "spa", "ria", "antara", "hs", "aki"})


def agency(code: str) -> str | None:
    """Return the agency's own code for a code in any known spelling, or None."""
    key = _key(code)
    found = _BY_CODE.get(key)
    if found and key in _CASED and not code.strip().isupper():
        return None
    return found


def named(words: str) -> str | None:
    """Return the code of the agency that `words` are the code or a full name of, or None."""
    if not words or len(words) > _LONGEST:
        return None
    key = _key(words)
    if key.partition(" ")[0].partition("/")[0] not in _FIRST_WORDS:  # as most are
        return None
    return agency(words) or _BY_NAME.get(key.removeprefix("the "))


def begins(line: str) -> bool:
    """Say whether the first word of `line` begins some agency's code or name: cheaply, before `named`."""
    return line.split(maxsplit=1)[0].strip("-–—_().,:/|").partition("/")[0].casefold() in _FIRST_WORDS


def scripts() -> tuple[str, ...]:
    """Return every spelling of a code that is not in Latin letters."""
    return tuple(word for a in AGENCIES for word in a.spellings if not word.isascii())


LATIN_CODES = tuple(w for a in AGENCIES for w in (a.code, *a.spellings) if w.isascii())
"""Every code in Latin letters, as printed."""
