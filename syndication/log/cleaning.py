"""What no line of the log may hold: secrets, control characters, endless values."""

import re
from collections.abc import MutableMapping
from typing import Any

from syndication.on_demand import Expression

_LONGEST = 2000
_SHORTEST_SECRET = 6
_MASK = "***"
_NAME = Expression(r"passw|secret|token|authorization|cookie|credential|api_?key", re.IGNORECASE)
_USER = Expression(r"(?<=://)[^/\s@]+(?=@)")
_QUERY = Expression(
    r"(?<=[?&])((?:[\w.-]*(?:token|secret|passw|signature|api_?key)[\w.-]*|key|sig)=)[^&\s#]+", re.IGNORECASE
)
_hidden: set[str] = set()


def hide(value: str) -> None:
    """Mask this value wherever it would be logged; a secret read from the environment is.

    Values under six characters are too common to be found again in a text.
    """
    if len(value) >= _SHORTEST_SECRET:
        _hidden.add(value)


def cleaned(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Return the event as it may be written, what and when first (a structlog processor)."""
    first = {name: event.pop(name) for name in ("time", "level", "event") if name in event}
    event = {**first, **event}
    for name, value in event.items():
        if _NAME.search(name):
            event[name] = _MASK
        elif not isinstance(value, (int, float, bool, type(None))):
            event[name] = clean(value if isinstance(value, str) else str(value))
    return event


def clean(text: str) -> str:
    """Return the text without secrets, its unprintable characters escaped, at most 2,000 long."""
    for secret in _hidden:
        text = text.replace(secret, _MASK)
    text = _USER.sub(_MASK, text)
    text = _QUERY.sub(rf"\1{_MASK}", text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
