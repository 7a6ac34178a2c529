"""How fast a folder tells of its files, and what many of them cost."""

import resource
import statistics
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from syndication.sources import Folder
from syndication.sources.folder import FolderSource
from tests.benchmarks.conftest import Measure


def now() -> datetime:
    """Return the present."""
    return datetime.now(UTC)


def bench_a_file_moved_in_wakes_us_within_two_milliseconds(measure: Measure, tmp_path: Path) -> None:
    """Median of 200. Between the editor's rename and the reader's feed this is the one wait that is ours."""
    source = FolderSource(Folder(name="inbox", path=tmp_path / "inbox"), now)
    woken = threading.Event()
    at = 0.0

    def wake() -> None:
        nonlocal at
        at = time.perf_counter()
        woken.set()

    watch = source.watch(wake)
    waits = []
    for number in range(200):
        path = tmp_path / f"{number}.txt"
        path.write_text("copy")
        woken.clear()
        started = time.perf_counter()
        path.rename(tmp_path / "inbox" / path.name)
        assert woken.wait(5)
        waits.append(at - started)
        for piece in source.deliveries():
            source.acknowledge(piece)  # moves it away: these events must not delay the next
        time.sleep(0.005)
    watch.stop()
    measure.at_most(statistics.median(waits) * 1e3, "ms", 2)


def bench_fifty_thousand_files_cost_no_memory(measure: Measure, tmp_path: Path) -> None:
    """Under 20 MB more than the process had: the folder is read as it is emptied."""
    inbox = tmp_path / "inbox"
    source = FolderSource(Folder(name="inbox", path=inbox), now)
    for number in range(50_000):
        (inbox / f"{number}.txt").touch()
    time.sleep(1.1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    count = 0
    for piece in source.deliveries():
        source.acknowledge(piece)
        count += 1
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert count == 50_000
    measure.at_least(count / (time.perf_counter() - started), "files a second", 2_000)
    measure.at_most(grown, "MB", 20)
