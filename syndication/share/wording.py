"""What share links and reading times are called in the reader's language (`wording.toml`); brands stay as they are."""

from collections.abc import Collection
from functools import cache
from importlib import resources

import msgspec

COMMON = "en"


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language; `language` is its BCP 47 tag, `direction` the value of HTML's `dir`."""

    language: str
    direction: str
    share: str
    copy: str
    native: str
    print: str
    qr: str
    email: str
    sms: str
    reading_time: str
    minutes: str

    def name(self, network_id: str, brand: str) -> str:
        """Return what a link is called: the brand where the network has one."""
        names = {
            "copy": self.copy,
            "native": self.native,
            "print": self.print,
            "qr": self.qr,
            "email": self.email,
            "sms": self.sms,
        }
        return names.get(network_id, brand)


def wording(language: str | None, site_language: str = COMMON) -> Wording:
    """Return the words in that language, else in the site's, else in English."""
    known = _tables()
    return known[spoken(known, language, site_language)]


def spoken(known: Collection[str], *wanted: str | None) -> str:
    """Return the first wanted language that is known, else English; its territory makes no difference."""
    primary = ((tag or "").replace("_", "-").partition("-")[0].casefold() for tag in wanted)
    return next((tag for tag in primary if tag in known), COMMON)


@cache
def _tables() -> dict[str, Wording]:
    text = (resources.files(__package__) / "wording.toml").read_text(encoding="utf-8")
    tables = msgspec.toml.decode(text, type=dict[str, dict[str, str]])
    return {tag: msgspec.convert({**words, "language": tag}, Wording) for tag, words in tables.items()}
