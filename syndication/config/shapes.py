"""What a value with a pattern looks like, in words instead of the pattern."""

from typing import Any, get_args

from syndication.model import sharing

_SHAPES = (
    (sharing.XHandle, "a handle of X, such as @example"),
    (sharing.FediverseHandle, "a handle of the fediverse, such as @desk@social.example"),
    (sharing.HttpsAddress, "an address that starts with https://"),
    (sharing.Instance, "a host alone, such as social.example"),
    (sharing.Digits, "digits alone, in quotes"),
)


def in_words(message: str) -> str:
    """Return msgspec's message with each pattern of the model replaced by an example."""
    for kind, words in _SHAPES:
        message = message.replace(f"expected text matching regex {_pattern(kind)!r}", f"expected {words}")
    return message


def _pattern(kind: Any) -> str:
    pattern: str = get_args(kind)[1].pattern
    return pattern
