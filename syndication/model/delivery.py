"""One piece of copy on its way in, before anybody has read it."""

from datetime import datetime

import msgspec


class Hints(msgspec.Struct, frozen=True, kw_only=True):
    """What the configuration of a source says about its copy where the copy itself is silent."""

    format: str | None = None
    dialect: str | None = None
    provider: str | None = None
    language: str | None = None
    timezone: str = "UTC"
    desk: str | None = None


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes, where they came from and when.

    `source` is the source's configured name, `locator` the place there (a file name, a URL), `cursor` the
    source's own opaque memory that is stored together with the copy. `refused` is why its source would not
    read it (a file over the size limit): `data` is empty then, and it goes to quarantine. `explained`: whether
    the account of its lines is wanted (`Reading.account`), which costs a tenth of the reading.
    """

    data: bytes
    source: str
    locator: str
    received: datetime
    media_type: str | None = None
    cursor: bytes | None = None
    hints: Hints = Hints()
    refused: str | None = None
    explained: bool = True
