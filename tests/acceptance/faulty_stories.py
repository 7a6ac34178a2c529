"""Stories each of which breaks one rule, and what becomes of it under each profile: `data/acceptance`."""

import json
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from syndication.model.identity import short_id

CASES = Path(__file__).parents[1] / "data" / "acceptance" / "faulty-stories.json"
_WORDS = re.compile(r"\$words(?: \* (\d+))?")
_SEEN = [
    "heron",
    "buoy",
    "oar",
    "kite",
    "seal",
    "raft",
    "net",
    "gull",
    "kelp",
    "mast",
    "fog",
    "rain",
    "lamp",
    "pier",
    "crane",
    "rope",
]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story at fault: what differs from a sound one, and what becomes of it.

    `fields` stand in place of those of the Article, null takes one away; `picture` in place of what its picture is;
    `kind` is that of its file; `minutes` dates it so long after now. In texts `$words * 3` are three times as many
    words of its own, `$number` its number, `$port` that of the site. `left_out` names the rule that it breaks, by
    profile; `not_for` the profiles whose feeds are not for such stories at all.
    """

    fields: dict[str, Any] = {}
    picture: dict[str, Any] = {}
    kind: str = "picture"
    minutes: dict[str, int] = {}
    left_out: dict[str, str] = {}
    not_for: tuple[str, ...] = ()


class Written(msgspec.Struct, frozen=True):
    """A story as it is sent, and how it is known again in a feed."""

    name: str
    case: Case
    story: dict[str, Any]

    @property
    def guid(self) -> str:
        """Return its guid."""
        guid: str = self.story["guid"]
        return guid

    @property
    def mends(self) -> bool:
        """Say whether a sound version helps: the date and the address of the first publication stay."""
        return self.case != Case() and not self.case.minutes and "url" not in self.case.fields

    def sent(self) -> bytes:
        """Return the copy."""
        return json.dumps(self.story).encode()

    def is_in(self, names: list[str]) -> bool:
        """Say whether it is one of those with these guids and addresses."""
        place = f"/articles/{short_id(self.guid)}/"
        return any(n in (self.guid, self.story.get("url")) or place in n for n in names)


def written(port: int, now: datetime, sound: int = 5) -> list[Written]:
    """Return all stories at fault, and some sound ones that are newer than all of them."""
    cases = msgspec.json.decode(CASES.read_bytes(), type=dict[str, Case])
    cases |= {f"sound {n}": Case(minutes={"created": -n}) for n in range(1, sound + 1)}
    return [Written(name, case, _story(n, case, port, now)) for n, (name, case) in enumerate(cases.items())]


def mended(faulty: Written, now: datetime) -> Written:
    """Return the story's next version, which is sound."""
    whole = _story(int(faulty.guid.rpartition(":")[2]), Case(), 0, now)
    return Written(faulty.name, Case(), whole | {"version": 2, "created": now.isoformat()})


def _story(number: int, case: Case, port: int, now: datetime) -> dict[str, Any]:
    file = {
        "href": f"https://pictures.example/{number}.jpg",
        "role": "web",
        "media_type": "image/jpeg",
        "width": 1600,
        "height": 900,
        "length": 200_000,
    }
    story: dict[str, Any] = {
        "guid": f"urn:newsml:harbour.example:20261125:{number}",
        "headline": f"The ferries of the bay met a {_SEEN[number % len(_SEEN)]} on trip {number}",
        "summary": "$words * 10",
        "byline": "Meenal Karvande",
        "provider": "Harbour Wire",
        "language": "en",
        "keywords": ["ferry"],
        "body": [
            {"type": "paragraph", "text": "$words * 10"},
            {"type": "paragraph", "text": "And $words * 10"},
        ],
        "media": [
            {
                "guid": f"urn:picture:{number}",
                "kind": case.kind,
                "caption": "A ferry",
                "credit": "A. Rao",
                "renditions": [_known(file | case.picture)],
            }
        ],
        "created": (now - timedelta(minutes=60 + number)).isoformat(),
        "source": {
            "name": "inbox",
            "locator": str(number),
            "format": "article-json",
            "received": now.isoformat(),
        },
    }
    dates = {name: (now + timedelta(minutes=m)).isoformat() for name, m in case.minutes.items()}
    filled: dict[str, Any] = _filled(_known(story | case.fields | dates), number, port)
    return filled


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _filled(value: Any, number: int, port: int) -> Any:
    """Return a value with its words in place."""
    if isinstance(value, dict):
        return {name: _filled(v, number, port) for name, v in value.items()}
    if isinstance(value, list):
        return [_filled(v, number, port) for v in value]
    if not isinstance(value, str):
        return value
    chance = random.Random(number)

    def words(found: re.Match[str]) -> str:
        return " ".join(f"{chance.choice(_SEEN)}{number}" for _ in range(6 * int(found[1] or 1)))

    return _WORDS.sub(words, value.replace("$number", str(number)).replace("$port", str(port)))


def today() -> datetime:
    """Return this instant in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
