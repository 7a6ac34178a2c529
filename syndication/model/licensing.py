"""What machines may do with the stories: RSL 1.0 and the TDM Reservation Protocol. Off unless configured."""

from typing import Literal

import msgspec


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """How a licence is paid (RSL 1.0, "payment"); `amount` is a decimal number, `currency` ISO 4217."""

    type: Literal[
        "purchase", "subscription", "training", "crawl", "use", "contribution", "attribution", "free"
    ]
    amount: str | None = None
    currency: str = "USD"
    standard: str | None = None
    custom: str | None = None


class Rsl(msgspec.Struct, frozen=True, kw_only=True):
    """Terms for machines (RSL 1.0): uses such as `search`, `ai-train`, `ai-input`, `ai-index`, `all`.

    `server` is the address of a licence server; `terms` that of a page with the terms in words.
    """

    permits: tuple[str, ...] = ()
    prohibits: tuple[str, ...] = ()
    payment: Payment | None = None
    server: str | None = None
    terms: str | None = None


class Tdm(msgspec.Struct, frozen=True, kw_only=True):
    """Whether text and data mining is reserved, and the address of the policy (TDMRep §2)."""

    reservation: bool
    policy: str | None = None


class Licensing(msgspec.Struct, frozen=True, kw_only=True):
    """The site's terms for machines, each None where the site says nothing."""

    rsl: Rsl | None = None
    tdm: Tdm | None = None
