"""Leases: whether anybody writes, without harm to whoever does."""

import os
import threading
from pathlib import Path

import pytest

from syndication.errors import UnsafeFile
from syndication.sources.regular_file import content, opened, writers


def test_tells_a_writer_from_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("w"), opened(path) as descriptor:
        assert writers(descriptor) == "some"
    with opened(path) as descriptor:
        assert writers(descriptor) == "none"
        with path.open("rb"):
            assert writers(descriptor) == "none", "a reader is no writer"


def test_a_file_of_another_user_is_unknown(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    path = tmp_path / "a.txt"
    path.write_text("copy")
    with opened(path) as descriptor:
        os.seteuid(65534)
        try:
            assert writers(descriptor) == "unknown"
        finally:
            os.seteuid(0)


def test_a_writer_that_comes_meanwhile_ends_nobody(tmp_path: Path) -> None:
    """The kernel signals the holder of a lease when a writer comes; the default signal would end us."""
    path = tmp_path / "a.txt"
    path.write_text("copy")
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with path.open("a"):
                pass

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3000):
            with opened(path) as descriptor:
                assert writers(descriptor) in {"some", "none"}
    finally:
        stop.set()
        writer.join()


def test_reads_no_more_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 3_000_000)
    with opened(tmp_path / "a.txt") as descriptor:
        assert len(content(descriptor, 2_500_000)) == 2_500_000


def test_never_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnsafeFile, match="a pipe"), opened(tmp_path / "pipe"):
        pass


def test_reads_no_device() -> None:
    with pytest.raises(UnsafeFile, match="a device"), opened(Path("/dev/zero")):
        pass
