"""Claims about reading copy: stories of 400 words as plain copy, portal pages and HTML pages."""

import hashlib
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

from syndication import parse
from syndication.model import Delivery
from tests.benchmarks.conftest import Measure

RECEIVED = datetime(2026, 11, 24, 12, tzinfo=UTC)
STORIES = 100
_WORDS = [
    "the",
    "council",
    "a",
    "river",
    "of",
    "stone",
    "bridge",
    "was",
    "told",
    "by",
    "its",
    "oldest",
    "keeper",
    "that",
    "lamps",
    "on",
    "old",
    "boats",
    "must",
    "burn",
    "until",
    "morning",
    "and",
    "no",
    "ferry",
    "may",
    "leave",
    "before",
    "eight",
    "farmers",
    "from",
    "three",
    "villages",
    "have",
    "counted",
    "their",
    "goats",
    "twice",
    "in",
    "rain",
    "or",
    "fog",
]


def _paragraphs(number: int) -> list[str]:
    """Return twelve paragraphs of 33 words each, as agency copy has them, other words in each story."""
    chance = random.Random(number)  # words, no secret
    found = []
    for place in range(12):
        words = chance.choices(_WORDS, k=33)
        said = f"{' '.join(words[:20]).capitalize()}, {' '.join(words[20:])}."
        found.append(f'"{said[:-1]}," the keeper told IANS.' if place % 4 == 3 else said)
    return found


def _copy(number: int) -> bytes:
    first, *others = _paragraphs(number)
    text = "\n\n".join((f"Keeper of bridge {number} counts goats", f"Nagpur, Nov 24 (IANS) {first}", *others))
    return f"{text}\n\n--IANS\nnat/sd\n".encode()


def _portal(number: int) -> bytes:
    first, *others = _paragraphs(number)
    head = (
        f"Keeper Of Bridge {number} Counts Goats At Dawn\nKeeper of bridge {number} counts goats\n{first}\n"
        "Key Points:\n• Goats counted twice\n• Lamps burn until morning\n3 min read\n"
        '"No ferry may leave before eight - The keeper"\nNagpur, Nov 24\n'
    )
    tail = (
        "- IANS\nShare this article:\nReader Comments\nR\nRavi K\nWe need this here.\n"
        "We welcome thoughtful discussions from our readers.\nLeave a Comment\nMinimum 50 characters 0/50"
    )
    return "\n".join((head + "\n".join((first, *others)), tail)).encode()


def _page(number: int) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in _paragraphs(number))
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    title = f"Keeper of bridge {number} counts goats"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">'
        f'<meta property="og:type" content="article"></head><body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>'
        f"<p>Nagpur, Nov 24 (IANS)</p>{body}<p>--IANS</p></article><footer>All rights reserved</footer></body></html>"
    ).encode()


def _deliveries(make: Callable[[int], bytes], media_type: str) -> list[Delivery]:
    return [
        Delivery(data=make(n), source="bench", locator=f"{n}", received=RECEIVED, media_type=media_type)
        for n in range(STORIES)
    ]


def _base(deliveries: list[Delivery]) -> list[str]:
    """Do the least that any reading must: decode, part into paragraphs and words, hash."""
    digests = []
    for delivery in deliveries:
        paragraphs = [p.split() for p in delivery.data.decode("utf-8").split("\n") if p.strip()]
        digests.append(hashlib.sha256(" ".join(w for p in paragraphs for w in p).encode()).hexdigest())
    return digests


def _claim(measure: Measure, make: Callable[[int], bytes], media_type: str, goal: tuple[float, int]) -> None:
    """Print the cost of reading over the base, and stories per second of processor time."""
    deliveries = _deliveries(make, media_type)

    def work() -> int:
        return sum(1 for d in deliveries for reading in parse.parse(d) if reading.article.body)

    assert work() == STORIES
    over_base, rate = goal
    measure.compare(work, lambda: _base(deliveries), over_base, "beside touching each word once")
    fastest = min(_processor_seconds(work) for _ in range(7))
    measure.at_least(STORIES / fastest, "stories a second", rate, "on one core")


def _processor_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def bench_plain_copy(measure: Measure) -> None:
    """2,000 stories a second; under 25 times the cost of touching each word once."""
    _claim(measure, _copy, "text/plain", (25, 2000))


def bench_portal_pages(measure: Measure) -> None:
    """1,000 a second: twice the lines, key points and comments."""
    _claim(measure, _portal, "text/plain", (40, 1000))


def bench_html_pages(measure: Measure) -> None:
    """300 a second, the tree included."""
    _claim(measure, _page, "text/html", (120, 300))
