"""Claims about rendering: 500 stories of about 3.4 KB each, as an agency's day brings them."""

from hashlib import blake2b

from isal import isal_zlib

from syndication.model import Article
from syndication.model.article import Author, Subject
from syndication.model.blocks import Paragraph
from syndication.render import FORMATS, FeedFormat, atom, rss
from tests.benchmarks.conftest import Measure
from tests.render.feedgen_reference import atom_document, rss_document
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
    )


STORIES = [_story(number) for number in range(500)]
KEPT = {name: [made.entry(a, PROFILE) for a in STORIES] for name, made in FORMATS.items()}


def whole_rss() -> bytes:
    """Return the document as feedgen makes it from nothing."""
    return rss_document(STORIES, PROFILE)


def _whole_atom() -> bytes:
    return atom_document(STORIES, PROFILE)


def bench_joining_kept_rss_items(measure: Measure) -> None:
    """Under 2 % of rendering the feed whole: cost follows the change, not the archive."""
    assert rss.document(FEED, PROFILE, UPDATED, KEPT["rss"]) == whole_rss()
    joined = measure(lambda: rss.document(FEED, PROFILE, UPDATED, KEPT["rss"]))
    measure.ratio(joined, measure(whole_rss, 3), 0.02)


def bench_joining_kept_atom_entries(measure: Measure) -> None:
    """Under 2 % of rendering the feed whole."""
    assert atom.document(FEED, PROFILE, UPDATED, KEPT["atom"]) == _whole_atom()
    joined = measure(lambda: atom.document(FEED, PROFILE, UPDATED, KEPT["atom"]))
    measure.ratio(joined, measure(_whole_atom, 3), 0.02)


def bench_one_arrival_among_500(measure: Measure) -> None:
    """One new story in every format under a hundredth of rendering all 500 anew."""

    def arrival() -> int:
        return sum(
            len(made.document(FEED, PROFILE, UPDATED, [made.entry(STORIES[0], PROFILE), *KEPT[name][1:]]))
            for name, made in FORMATS.items()
        )

    def anew() -> int:
        return sum(
            len(made.document(FEED, PROFILE, UPDATED, [made.entry(a, PROFILE) for a in STORIES]))
            for made in FORMATS.values()
        )

    assert arrival() == anew()
    measure.ratio(measure(arrival), measure(anew, 3), 0.01)


def bench_a_lone_rss_item(measure: Measure) -> None:
    """500 lone items within a fifth more than one feed of 500: no generator is built per story."""
    alone = measure(lambda: [rss.entry(a, PROFILE) for a in STORIES], 3)
    measure.ratio(alone, measure(whole_rss, 3), 1.2)


def bench_a_newsml_g2_item(measure: Measure) -> None:
    """An item costs at most twice an RSS item, though its body is parsed into XHTML."""
    items = measure(lambda: [FORMATS["newsml-g2"].entry(a, PROFILE) for a in STORIES], 3)
    measure.ratio(items, measure(lambda: [rss.entry(a, PROFILE) for a in STORIES], 3), 2)


def bench_a_lone_atom_entry(measure: Measure) -> None:
    """500 lone entries within a fifth more than one feed of 500."""
    alone = measure(lambda: [atom.entry(a, PROFILE) for a in STORIES], 3)
    measure.ratio(alone, measure(_whole_atom, 3), 1.2)


def bench_a_document_of_each_format(measure: Measure) -> None:
    """A document around kept entries within 1.5 times of joining, packing and hashing the same bytes."""
    for name, made in FORMATS.items():
        whole = made.document(FEED, PROFILE, UPDATED, KEPT[name])

        def published(data: bytes) -> int:
            return len(isal_zlib.compress(data, 2, 31)) + len(blake2b(data, digest_size=16).digest())

        def document(name: str = name, made: FeedFormat = made) -> int:
            return published(made.document(FEED, PROFILE, UPDATED, KEPT[name]))

        def joined(name: str = name, size: int = len(whole)) -> int:
            data = b"".join(KEPT[name])
            return published(data) + (len(data) > size)

        measure.ratio(measure(document), measure(joined), 1.5)
