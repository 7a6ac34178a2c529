"""One file in its place: whole or not at all, with its twin, and a time that always rises."""

import gzip
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from syndication.editions import Publication
from syndication.errors import CannotPublish
from tests.desk import at

ROOT = Path(__file__).parents[2]


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Publication]:
    """A directory that is being written."""
    made = Publication(tmp_path / "public")
    with made.round():
        yield made


def names(public: Publication) -> list[str]:
    """Return what lies in the directory."""
    return sorted(path.name for path in public.directory.iterdir())


def identity(path: Path) -> tuple[int, ...]:
    """Return what changes when a file is written or replaced."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def test_a_file_has_its_twin_and_the_time_of_its_content(public: Publication) -> None:
    assert public.put("a.rss", b"<rss/>", at(1))
    path, twin = public.directory / "a.rss", public.directory / "a.rss.gz"
    assert gzip.decompress(twin.read_bytes()) == path.read_bytes() == b"<rss/>"
    assert path.stat().st_mtime == twin.stat().st_mtime == at(1).timestamp()
    assert names(public) == ["a.rss", "a.rss.gz"]


def test_the_twin_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    twins = []
    for number in range(2):
        public = Publication(tmp_path / str(number))
        with public.round():
            public.put("a.rss", b"<rss/>" * 1000, at(number))
        twins.append((public.directory / "a.rss.gz").read_bytes())
    assert twins[0] == twins[1]


def test_the_same_bytes_again_touch_nothing(public: Publication) -> None:
    public.put("a.rss", b"1", at(1))
    before = [identity(public.directory / n) for n in ("a.rss", "a.rss.gz")]
    assert not public.put("a.rss", b"1", at(9))
    assert [identity(public.directory / n) for n in ("a.rss", "a.rss.gz")] == before


def test_other_bytes_always_have_a_later_second(public: Publication) -> None:
    times = []
    for number, minutes in enumerate((1, 1, 1, 0, 5)):
        public.put("a.rss", b"%d" % number, at(minutes))
        times.append(int((public.directory / "a.rss").stat().st_mtime - at(0).timestamp()))
        assert (public.directory / "a.rss.gz").stat().st_mtime == (public.directory / "a.rss").stat().st_mtime
    assert times == [60, 61, 62, 63, 300]


@pytest.mark.parametrize("twin", [None, b"", b"no gzip", gzip.compress(b"other", mtime=0)])
def test_a_twin_that_is_not_one_is_made_again(public: Publication, twin: bytes | None) -> None:
    public.put("a.rss", b"1", at(1))
    before = identity(public.directory / "a.rss")
    place = public.directory / "a.rss.gz"
    place.unlink()
    if twin is not None:
        place.write_bytes(twin)
    assert public.put("a.rss", b"1", at(7))
    assert gzip.decompress(place.read_bytes()) == b"1"
    assert identity(public.directory / "a.rss") == before
    assert place.stat().st_mtime == at(1).timestamp()


def test_a_reader_never_sees_a_torn_or_absent_file(public: Publication) -> None:
    public.put("a.rss", b"0" * 300_000, at(0))
    faults: list[str] = []
    stop = threading.Event()
    looks = 0

    def read() -> None:
        nonlocal looks
        while not stop.is_set():
            for name, unpack in (("a.rss", bytes), ("a.rss.gz", gzip.decompress)):
                try:
                    data = unpack((public.directory / name).read_bytes())
                except (OSError, EOFError) as error:
                    faults.append(str(error))
                    continue
                if len(data) != 300_000 or len(set(data)) != 1:
                    faults.append(f"{name} is torn")
            looks += 1

    thread = threading.Thread(target=read)
    thread.start()
    number = 0
    while looks < 40 or number < 40:
        number += 1
        public.put("a.rss", b"%d" % (number % 10) * 300_000, at(number))
    stop.set()
    thread.join()
    assert faults == []


def test_a_directory_that_is_a_file_cannot_be_published_into(tmp_path: Path) -> None:
    (tmp_path / "public").touch()

    def publish() -> None:
        with Publication(tmp_path / "public").round():
            pass

    with pytest.raises(CannotPublish, match="File exists"):
        publish()


def test_a_directory_in_the_place_of_a_file_is_named(public: Publication) -> None:
    (public.directory / "a.rss").mkdir()
    with pytest.raises(CannotPublish, match=r"a\.rss"):
        public.put("a.rss", b"1", at(1))
    assert names(public) == ["a.rss"]


def test_a_directory_nobody_may_write_keeps_what_is_in_it(public: Publication) -> None:
    public.put("a.rss", b"old", at(1))
    code = (
        "import os, sys; from pathlib import Path; from tests.desk import at\n"
        "from syndication.editions import Publication; from syndication.errors import CannotPublish\n"
        "os.getuid() or os.setresuid(65534, 65534, 65534)\n"
        "try: Publication(Path(sys.argv[1])).put('a.rss', b'new', at(2))\n"
        "except CannotPublish as error: print(error)\n"
    )
    public.directory.chmod(0o555)
    for parent in public.directory.parents[:-2]:
        parent.chmod(parent.stat().st_mode | 0o005)
    ran = subprocess.run(
        [sys.executable, "-c", code, public.directory], cwd=ROOT, capture_output=True, text=True, check=False
    )
    public.directory.chmod(0o755)
    assert "a.rss: [Errno 13] Permission denied" in ran.stdout, ran.stderr
    assert (public.directory / "a.rss").read_bytes() == b"old"


def test_a_full_disk_keeps_the_old_file_and_leaves_no_litter(public: Publication) -> None:
    public.put("a.rss", b"old", at(1))
    before = names(public)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(CannotPublish, match="File too large"):
            public.put("a.rss", b"new" * 100_000, at(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(public) == before
    assert (public.directory / "a.rss").read_bytes() == b"old"
    assert public.put("a.rss", b"new" * 100_000, at(2))


def test_two_rounds_wait_for_each_other(tmp_path: Path) -> None:
    public, order = Publication(tmp_path), []

    def other() -> None:
        with public.round():
            order.append("second")

    with public.round():
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(0.05)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
