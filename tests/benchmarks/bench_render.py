"""Claims about rendering: 500 stories of about 3.4 KB each, as an agency's day brings them."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b

from isal import isal_zlib

from syndication.model import Article
from syndication.model.article import Author, Subject
from syndication.model.blocks import Paragraph
from syndication.render import FORMATS, SINGLES, FeedFormat, SingleFormat, atom, rss
from tests.benchmarks import feedgen_alone
from tests.benchmarks.conftest import Measure
from tests.render.stories import FEED, PROFILE, UPDATED, make, picture, prose


def _story(number: int) -> Article:
    return make(
        f"bench-{number}",
        summary=prose(20),
        authors=(Author("Ada Ferro"),),
        body=tuple(Paragraph(prose(60 + number % 7)) for _ in range(7)),
        subjects=(Subject("medtop:20000593", "local government"),),
        keywords=("canal", "vote"),
        media=(picture(number),),
        created=UPDATED - timedelta(minutes=number),
    )


STORIES = [_story(number) for number in range(500)]
KEPT = {name: [made.entry(a, PROFILE) for a in STORIES] for name, made in FORMATS.items()}
READY = [feedgen_alone.ready(a, PROFILE) for a in STORIES]


def _cold(made: FeedFormat) -> bytes:
    return made.document(FEED, PROFILE, UPDATED, [made.entry(a, PROFILE) for a in STORIES])


def rss_from_feedgen() -> bytes:
    """Return the same stories as feedgen alone makes them from ready words."""
    return feedgen_alone.rss(READY, UPDATED)


def atom_from_feedgen() -> bytes:
    """Return the same stories as feedgen alone makes them from ready words."""
    return feedgen_alone.atom(READY, UPDATED)


def bench_a_cold_render_of_500_in_rss(measure: Measure) -> None:
    """From Articles to bytes within 1.05 of feedgen alone, which is given every word ready."""
    assert len(_cold(rss.FORMAT)) > len(rss_from_feedgen())
    measure.compare(lambda: _cold(rss.FORMAT), rss_from_feedgen, 1.05)


def bench_a_cold_render_of_500_in_atom(measure: Measure) -> None:
    """From Articles to bytes within 1.05 of feedgen alone."""
    assert len(_cold(atom.FORMAT)) > len(atom_from_feedgen())
    measure.compare(lambda: _cold(atom.FORMAT), atom_from_feedgen, 1.05)


def bench_joining_kept_entries(measure: Measure) -> None:
    """Under 2 % of feedgen's render of the feed: cost follows the change, not the archive."""
    for made, whole in ((rss, rss_from_feedgen), (atom, atom_from_feedgen)):
        name = made.FORMAT.name
        measure.compare(lambda m=made, n=name: m.document(FEED, PROFILE, UPDATED, KEPT[n]), whole, 0.02, name)


def bench_one_arrival_among_500(measure: Measure) -> None:
    """One new story in every format under a hundredth of rendering all 500 anew."""

    def arrival() -> int:
        return sum(
            len(made.document(FEED, PROFILE, UPDATED, [made.entry(STORIES[0], PROFILE), *KEPT[name][1:]]))
            for name, made in FORMATS.items()
        )

    def anew() -> int:
        return sum(len(_cold(made)) for made in FORMATS.values())

    assert arrival() == anew()
    measure.compare(arrival, anew, 0.01, runs=3)


def bench_a_document_of_each_format_after_one_arrival(measure: Measure) -> None:
    """Its entry and document, packed and hashed, within 1.5 times of joining, packing and hashing the bytes."""
    for name, made in FORMATS.items():
        whole = made.document(FEED, PROFILE, UPDATED, KEPT[name])
        size = max(1, len(whole) // max(1, len(KEPT[name])))
        pieces = [whole[start : start + size] for start in range(0, len(whole), size)]

        def arrival(name: str = name, made: FeedFormat = made) -> int:
            entries = [made.entry(STORIES[0], PROFILE), *KEPT[name][1:]]
            return _published(made.document(FEED, PROFILE, UPDATED, entries))

        measure.compare(arrival, lambda p=pieces: _joined(p), 1.5, name)


def bench_a_document_of_each_single_format(measure: Measure) -> None:
    """A story by itself, packed and hashed, within 1.5 times of feedgen's feed of that one story."""

    def feeds() -> int:
        return sum(_published(feedgen_alone.rss([ready], UPDATED)) for ready in READY[:100])

    for name, made in SINGLES.items():

        def singles(made: SingleFormat = made) -> int:
            return sum(_published(made.single(a, PROFILE)) for a in STORIES[:100])

        measure.compare(singles, feeds, 1.5, name)


def bench_a_cold_render_of_500_in_newsml_g2(measure: Measure) -> None:
    """At most three times feedgen's RSS, though each body is parsed into XHTML."""
    measure.compare(lambda: _cold(FORMATS["newsml-g2"]), rss_from_feedgen, 3, runs=5)


def _published(data: bytes) -> int:
    """Pack and hash as a published file is."""
    return len(isal_zlib.compress(data, 2, 31)) + len(blake2b(data, digest_size=16).digest())


def _joined(pieces: Sequence[bytes]) -> int:
    return _published(b"".join(pieces))
