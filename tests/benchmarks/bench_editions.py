"""What one arrival costs a feed of 500 stories on its way to the disk."""

from isal import isal_zlib

from syndication.editions.publication import digest
from syndication.render import rss
from tests.benchmarks.bench_render import KEPT, STORIES, rss_from_feedgen
from tests.benchmarks.conftest import Measure
from tests.render.stories import FEED, PROFILE, UPDATED


def _arrival() -> bytes:
    return rss.document(FEED, PROFILE, UPDATED, [rss.entry(STORIES[0], PROFILE), *KEPT["rss"][1:]])


def bench_a_document_after_one_arrival(measure: Measure) -> None:
    """Under 2 % of feedgen's whole render of the same 500 stories."""
    measure.compare(_arrival, rss_from_feedgen, 0.02)


def bench_a_document_after_one_arrival_with_gzip_and_hash(measure: Measure) -> None:
    """Under 15 %: the twin costs more than the feed, so it is made by ISA-L, and the hash is one pass."""

    def publish() -> tuple[str, bytes]:
        document = _arrival()
        return digest(document), isal_zlib.compress(document, 2, 31)

    measure.compare(publish, rss_from_feedgen, 0.15)
