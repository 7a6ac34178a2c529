"""Simple types of the modules of feeds and of OPML, by name: places, playing times, lists of lines."""

import re
from collections.abc import Callable, Mapping

_PLAY_TIME = re.compile(r"[0-9]{1,7}(?:\.[0-9]+)?|(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-5]?[0-9](?:\.[0-9]+)?")
_COORDINATE = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


def _numbers(text: str) -> list[float]:
    """Return the numbers that a text lists with spaces between them, none where something else is among them."""
    words = text.split()
    return [float(word) for word in words] if all(map(_COORDINATE.fullmatch, words)) else []


def _places(least: int, most: int | None = None) -> Callable[[str], bool]:
    """Return the check that a text lists so many pairs of latitude and longitude (GeoRSS Simple)."""

    def check(text: str) -> bool:
        found = _numbers(text)
        pairs, odd = divmod(len(found), 2)
        fits = not odd and least <= pairs <= (most or pairs)
        return fits and all(-90 <= latitude <= 90 for latitude in found[::2])

    return check


CHECKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "lines": (
        lambda text: re.fullmatch(r"(?:[0-9]{1,9}(?:\s*,\s*[0-9]{1,9})*)?", text) is not None,
        "numbers of lines such as 1, 3, 17",
    ),
    "play-time": (
        lambda text: _PLAY_TIME.fullmatch(text) is not None,
        "seconds such as 3723, or a time such as 1:02:03",
    ),
    "places-1": (_places(1, 1), "a latitude and a longitude such as 9.97 76.24, with a space between them"),
    "places-2": (_places(2), "pairs of latitude and longitude with spaces between them, two at least"),
    "places-4": (_places(4), "pairs of latitude and longitude with spaces between them, four at least"),
    "numbers-3": (
        lambda text: len(_numbers(text)) == 3,
        "latitude, longitude and metres with spaces between them",
    ),
}
"""Each with what a value should have been."""
