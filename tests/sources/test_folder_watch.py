"""The watch, with real inotify."""

import contextlib
import os
import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import Desk

SETTLE = 0.1
SOON = 10.0  # a limit for waiting, not a claim about speed


class Bell:
    """Counts the calls of `wake`."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._rung = threading.Condition()

    def __call__(self) -> None:
        """Be rung."""
        with self._rung:
            self.times.append(time.monotonic())
            self._rung.notify_all()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until a ring makes it true."""
        with self._rung:
            assert self._rung.wait_for(until, SOON), "nobody woke us"


@contextmanager
def watched(desk: Desk, bell: Bell) -> Iterator[None]:
    watch = desk.source.watch(bell)
    try:
        yield
    finally:
        watch.stop()


@pytest.fixture
def box(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "inbox", settle=SETTLE)


def test_a_file_moved_in_is_ready_at_once(tmp_path: Path) -> None:
    """From outside, as FTP servers and `mv` do; its settle time would be an hour."""
    box, bell = Desk(tmp_path / "inbox", settle=3600.0), Bell()
    with watched(box, bell):
        (tmp_path / "a.txt").write_text("copy")
        (tmp_path / "a.txt").rename(box.path / "a.txt")
        bell.wait(lambda: len(bell.times) >= 2)
        assert box.names() == ["a.txt"]


def test_a_file_renamed_within_the_folder_is_ready_at_once(tmp_path: Path) -> None:
    box, bell = Desk(tmp_path / "inbox", settle=3600.0), Bell()
    with watched(box, bell):
        (box.path / "a.txt.part").write_text("copy")
        (box.path / "a.txt.part").rename(box.path / "a.txt")
        bell.wait(lambda: len(bell.times) >= 2)
        assert box.names() == ["a.txt"]


def test_a_file_written_in_place_is_ready_after_it_settled(box: Desk) -> None:
    bell = Bell()
    with watched(box, bell):
        started = time.monotonic()
        (box.path / "a.txt").write_text("copy")
        bell.wait(lambda: bell.times[-1] >= started + SETTLE)
        assert box.names() == ["a.txt"]


def test_a_file_written_slowly_is_never_read_in_part(box: Desk) -> None:
    bell, seen = Bell(), []
    with watched(box, bell):
        for part in ("one ", "two ", "three"):  # opened and closed each time: a writer without a lock
            with (box.path / "a.txt").open("a") as writer:
                writer.write(part)
            time.sleep(SETTLE / 4)
            seen += [piece.data for piece in box.look()]
        assert seen == []
        bell.wait(lambda: bool(box.names()))
        assert [piece.data for piece in box.look()] == [b"one two three"]


def test_a_look_that_finds_a_fresh_file_asks_for_another(box: Desk) -> None:
    """The file came before the watch: no event tells of it."""
    bell = Bell()
    (box.path / "a.txt").write_text("copy")
    with watched(box, bell):
        if not box.names():
            seen = len(bell.times)
            bell.wait(lambda: len(bell.times) > seen)
            bell.wait(lambda: bool(box.names()))


def test_unfinished_names_and_directories_wake_nobody(box: Desk, tmp_path: Path) -> None:
    bell = Bell()
    with watched(box, bell):
        (tmp_path / "x").write_text("copy")
        (tmp_path / "x").rename(box.path / "x.part")
        (tmp_path / "directory").mkdir()
        (tmp_path / "directory").rename(box.path / "directory")
        (box.path / ".hidden").write_text("copy")
        (tmp_path / "last.txt").write_text("copy")
        (tmp_path / "last.txt").rename(box.path / "last.txt")
        bell.wait(lambda: len(bell.times) >= 2)
        time.sleep(2 * SETTLE)
        assert len(bell.times) == 2, "once for the start, once for the last file"


@pytest.mark.parametrize("away", ["removed", "moved"])
def test_follows_a_folder_that_was_replaced(box: Desk, away: str, tmp_path: Path) -> None:
    bell = Bell()
    with watched(box, bell):
        if away == "removed":
            box.path.rmdir()
        else:
            box.path.rename(tmp_path / "old")
        time.sleep(0.05)
        before = len(bell.times)
        box.path.mkdir()
        bell.wait(lambda: len(bell.times) > before)
        (tmp_path / "a.txt").write_text("copy")
        (tmp_path / "a.txt").rename(box.path / "a.txt")
        bell.wait(lambda: len(bell.times) > before + 1)
        assert box.names() == ["a.txt"]


def test_follows_a_folder_whose_parent_was_replaced(tmp_path: Path) -> None:
    """No event tells of this one: the path is compared every second."""
    box, bell = Desk(tmp_path / "share" / "inbox", settle=SETTLE), Bell()
    with watched(box, bell):
        (tmp_path / "share").rename(tmp_path / "old")
        box.path.mkdir(parents=True)
        bell.wait(lambda: len(bell.times) >= 2)
        (tmp_path / "a.txt").write_text("copy")
        (tmp_path / "a.txt").rename(box.path / "a.txt")
        bell.wait(lambda: box.names() == ["a.txt"])


def test_says_once_that_the_folder_is_gone(box: Desk, events: Callable[[], list[dict[str, object]]]) -> None:
    bell = Bell()
    with watched(box, bell):
        box.path.rmdir()
        time.sleep(1.5)
        box.path.mkdir()
        before = len(bell.times)
        bell.wait(lambda: len(bell.times) > before)
    assert [e["event"] for e in events()] == ["folder_not_watched", "folder_watched_again"]


def test_stop_gives_everything_back(box: Desk) -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - counted, not walked
    for _ in range(3):
        with watched(box, Bell()):
            pass
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - as above
    assert not [t for t in threading.enumerate() if t.name.startswith("watch ")]


@contextmanager
def descriptors_left(number: int) -> Iterator[None]:
    """Leave the process so many file descriptors."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = [os.open("/dev/null", os.O_RDONLY) for _ in range(40)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(held) + 1, hard))
    try:
        with contextlib.suppress(OSError):
            while True:
                held.append(os.dup(held[0]))
        for _ in range(number):
            os.close(held.pop())
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for descriptor in held:
            os.close(descriptor)


def test_without_file_events_it_wakes_every_second(
    box: Desk, events: Callable[[], list[dict[str, object]]]
) -> None:
    bell = Bell()
    with descriptors_left(2):  # enough for the pipe that stops the thread, not for inotify
        watch = box.source.watch(bell)
    try:
        (box.path / "a.txt").write_text("copy")
        bell.wait(lambda: bool(box.names()))
    finally:
        watch.stop()
    assert [e["event"] for e in events()] == ["no_file_events"]


def test_moved_in_names_do_not_pile_up_when_nobody_looks(box: Desk) -> None:
    """They are hints: what does not fit is found by the look."""
    for number in range(10_050):
        box.source.moved_in(f"{number}.txt")
    (box.path / "a.txt").write_text("copy")
    box.ahead = 60
    assert box.names() == ["a.txt"]
