"""One daemon per state, however many ask whether it runs."""

import fcntl
import os
import stat
import threading
from pathlib import Path

import pytest

from syndication.daemon.lock import exclusive, holder
from syndication.errors import AlreadyRunning


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Where the lock lies, as a daemon left it that is gone."""
    path = tmp_path / "newsroom.db.lock"
    path.write_text("99\n")
    return path


def test_who_holds_it_is_named_and_shuts_others_out(lock: Path) -> None:
    assert holder(lock) is None
    with exclusive(lock):
        assert holder(lock) == os.getpid()
        with (
            pytest.raises(AlreadyRunning, match=f"process {os.getpid()} works on this state"),
            exclusive(lock),
        ):
            pass
    assert holder(lock) is None


def test_who_asks_does_not_shut_out_a_daemon_that_starts(lock: Path) -> None:
    """A monitor asks every few seconds; a start in that instant has to wait and not to fail."""
    asking = os.open(lock, os.O_RDONLY)
    fcntl.flock(asking, fcntl.LOCK_SH)
    ends = threading.Timer(0.05, os.close, (asking,))
    ends.start()
    with exclusive(lock):
        assert holder(lock) == os.getpid()
    ends.join()


def test_who_asks_is_not_taken_for_the_daemon(lock: Path) -> None:
    asking = os.open(lock, os.O_RDONLY)
    fcntl.flock(asking, fcntl.LOCK_SH)
    assert holder(lock) is None
    os.close(asking)


def test_the_umask_says_who_may_take_it(tmp_path: Path) -> None:
    before = os.umask(0o007)
    try:
        with exclusive(tmp_path / "new.lock"):
            assert stat.S_IMODE((tmp_path / "new.lock").stat().st_mode) == 0o660
    finally:
        os.umask(before)
