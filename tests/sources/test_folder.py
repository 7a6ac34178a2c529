"""The folder source, on a real file system."""

import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syndication.model import Hints

from .conftest import Desk

Said = Callable[[], list[dict[str, object]]]


def test_yields_the_bytes_the_place_and_the_hints(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox", hints=Hints(provider="IANS", timezone="Asia/Kolkata"))
    desk.ahead = 60
    (desk.path / "a.txt").write_bytes(b"copy\xff")
    (piece,) = desk.look()
    assert (piece.data, piece.source, piece.locator) == (b"copy\xff", "inbox", "a.txt")
    assert piece.hints.provider == "IANS"
    assert piece.received.tzinfo is UTC


def test_makes_the_folder(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "var" / "inbox")
    assert desk.path.is_dir()
    assert desk.look() == []


def test_comes_again_until_it_is_acknowledged(desk: Desk) -> None:
    (desk.path / "a.txt").write_text("copy")
    assert desk.names() == ["a.txt"]
    (piece,) = desk.look()
    desk.source.acknowledge(piece)
    assert desk.look() == []


def test_goes_to_the_utc_day_of_acknowledgement(desk: Desk) -> None:
    (desk.path / "a.txt").write_text("copy")
    (piece,) = desk.look()
    desk.fixed = datetime.fromisoformat("2026-03-15T01:30:00+05:30")
    desk.source.acknowledge(piece)
    assert (desk.path / "done" / "2026-03-14" / "a.txt").read_text() == "copy"


def test_keeps_files_of_one_name_apart(desk: Desk) -> None:
    desk.fixed = datetime(2099, 1, 2, tzinfo=UTC)
    for text in ("one", "two", "three"):
        (desk.path / "a.b.txt").write_text(text)
        assert desk.read_all() == ["a.b.txt"]
    day = desk.path / "done" / "2099-01-02"
    assert {p.name: p.read_text() for p in day.iterdir()} == {
        "a.b.txt": "one",
        "a.b.1.txt": "two",
        "a.b.2.txt": "three",
    }


@pytest.mark.parametrize(
    "name", [".hidden", "a.txt.part", "a.TMP", "a.tmp", "a.txt~", "~a.txt", "a.filepart", ".a.txt.Xy12"]
)
def test_leaves_unfinished_names_until_they_are_renamed(desk: Desk, name: str) -> None:
    (desk.path / name).write_text("copy")
    assert desk.look() == []
    (desk.path / name).rename(desk.path / "a.txt")
    assert desk.names() == ["a.txt"]


def test_waits_until_a_file_stood_still(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox", settle=5.0)
    (desk.path / "a.txt").write_text("copy")
    assert desk.look() == []
    assert desk.source.settling
    desk.ahead = 4.5
    assert desk.look() == []
    desk.ahead = 5.5
    assert desk.names() == ["a.txt"]
    assert not desk.source.settling


def test_an_old_time_stamp_does_not_make_a_file_finished(tmp_path: Path) -> None:
    """A transfer program may set the time of the original: only the kernel's own time counts."""
    desk = Desk(tmp_path / "inbox", settle=5.0)
    (desk.path / "a.txt").write_text("copy")
    os.utime(desk.path / "a.txt", (0, 0))
    assert desk.look() == []


def test_leaves_a_file_that_somebody_writes(desk: Desk) -> None:
    with (desk.path / "a.txt").open("w") as writer:
        writer.write("first half")
        writer.flush()
        assert desk.look() == []
    assert desk.names() == ["a.txt"]


def test_a_file_from_the_future_is_read_after_it_stood_still(tmp_path: Path) -> None:
    """The clock was set back: the age is negative, so two looks decide."""
    desk = Desk(tmp_path / "inbox", settle=0.05)
    desk.ahead = -3600
    (desk.path / "a.txt").write_text("copy")
    assert desk.look() == []
    deadline = datetime.now(UTC).timestamp() + 5
    while not (names := desk.names()):
        assert datetime.now(UTC).timestamp() < deadline
    assert names == ["a.txt"]


def test_older_copy_goes_first(desk: Desk) -> None:
    for number, name in enumerate(["c", "a", "b"]):
        (desk.path / name).write_text("copy")
        os.utime(desk.path / name, (1000 + number, 1000 + number))
    assert desk.names() == ["c", "a", "b"]


def test_leaves_what_is_no_regular_file_and_says_so_once(desk: Desk, events: Said, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("not ours")
    (desk.path / "directory").mkdir()
    (desk.path / "link").symlink_to(tmp_path / "outside.txt")
    (desk.path / "dangling").symlink_to(tmp_path / "nowhere")
    (desk.path / "loop").symlink_to(desk.path / "loop")
    (desk.path / "zero").symlink_to("/dev/zero")
    os.mkfifo(desk.path / "pipe")
    (desk.path / "good.txt").write_text("copy")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(desk.path, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
        assert desk.names() == ["good.txt"]
        assert desk.names() == ["good.txt"]
    left = {str(e["locator"]): e["reason"] for e in events() if e["event"] == "left_alone"}
    assert left == {
        "directory": "a directory",
        "link": "a symbolic link",
        "dangling": "a symbolic link",
        "loop": "a symbolic link",
        "zero": "a symbolic link",
        "pipe": "a pipe",
        "socket": "a socket",
    }


def test_says_each_thing_left_alone_once_only(desk: Desk, events: Said) -> None:
    (desk.path / "directory").mkdir()
    desk.look()
    assert len(events()) == 1
    desk.look()
    (desk.path / "another").mkdir()
    desk.look()
    assert [e["locator"] for e in events()] == ["another"]


def test_refuses_what_is_too_large_and_sets_it_aside(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox", max_bytes=10)
    desk.fixed = datetime(2099, 1, 2, tzinfo=UTC)
    (desk.path / "fits.txt").write_text("0123456789")
    (desk.path / "large.txt").write_text("0123456789a")
    pieces = {piece.locator: piece for piece in desk.look()}
    large = pieces["large.txt"]
    assert (large.refused, large.data) == ("11 bytes; at most 10 are read", b"")
    assert (pieces["fits.txt"].refused, pieces["fits.txt"].data) == (None, b"0123456789")
    desk.source.acknowledge(large)
    assert (desk.path / "rejected" / "2099-01-02" / "large.txt").exists()
    assert desk.names() == ["fits.txt"]


@pytest.mark.parametrize(
    ("name", "locator"),
    [
        (b"two\nlines", r"two\nlines"),
        (b"red\x1b[31m", r"red\x1b[31m"),
        (b"latin-\xe9", r"latin-\xe9"),
        ("c1-\u0085".encode(), r"c1-\u0085"),
        (b"back\\slash", r"back\\slash"),
        ("\u202etxt.exe".encode(), r"\u202etxt.exe"),
        (b"'; DROP TABLE article; --", "'; DROP TABLE article; --"),
        ("समाचार".encode(), "समाचार"),
    ],
)
def test_shows_any_name_and_finds_it_again(desk: Desk, name: bytes, locator: str) -> None:
    (desk.path / os.fsdecode(name)).write_text("copy")
    (piece,) = desk.look()
    assert piece.locator == locator
    desk.source.acknowledge(piece)
    moved = [n for _, _, names in os.walk(os.fsencode(desk.path / "done")) for n in names]
    assert moved == [name]


def test_a_newer_file_of_the_same_name_is_not_lost(desk: Desk) -> None:
    (desk.path / "a.txt").write_text("first")
    (piece,) = desk.look()
    (desk.path / "new").write_text("second")
    (desk.path / "new").rename(desk.path / "a.txt")
    desk.source.acknowledge(piece)
    (again,) = desk.look()
    assert again.data == b"second"


def test_a_file_taken_away_meanwhile_is_no_error(desk: Desk) -> None:
    (desk.path / "a.txt").write_text("copy")
    (piece,) = desk.look()
    (desk.path / "a.txt").unlink()
    desk.source.acknowledge(piece)
    assert desk.look() == []


def test_goes_on_when_the_folder_is_gone_and_back(desk: Desk, events: Said) -> None:
    desk.path.rename(desk.path.with_name("elsewhere"))
    assert desk.look() == []
    assert desk.look() == []
    assert [e["event"] for e in events()] == ["folder_not_readable"]
    desk.path.mkdir()
    (desk.path / "a.txt").write_text("copy")
    assert desk.names() == ["a.txt"]
    assert [e["event"] for e in events()] == ["folder_back"]


def test_a_file_that_cannot_be_moved_is_said_and_not_read_again(desk: Desk, events: Said) -> None:
    (desk.path / "done").write_text("in the way")
    (desk.path / "a.txt").write_text("copy")
    assert desk.read_all() == ["a.txt"]
    assert desk.look() == []
    assert desk.look() == []
    said = events()
    assert [(e["event"], e["locator"]) for e in said] == [("not_put_aside", "a.txt")]
    (desk.path / "done").unlink()
    assert desk.look() == []
    assert [p.name for p in desk.path.glob("done/*/*")] == ["a.txt"]


def test_a_link_in_the_place_of_done_leads_nowhere(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (desk.path / "done").symlink_to(tmp_path / "outside")
    (desk.path / "a.txt").write_text("copy")
    desk.read_all()
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without permission")
def test_no_permission_on_one_file_holds_up_no_other(desk: Desk, events: Said) -> None:
    (desk.path / "secret.txt").write_text("copy")
    (desk.path / "secret.txt").chmod(0)
    (desk.path / "open.txt").write_text("copy")
    for parent in (desk.path, *desk.path.parents):
        if "pytest" in str(parent):  # pytest's own directories are closed to others
            parent.chmod(0o755)
    os.seteuid(65534)
    try:
        desk.look()
        names = [*desk.names(), *desk.names()]
    finally:
        os.seteuid(0)
    assert "secret.txt" not in names
    left = [e for e in events() if e["event"] == "left_alone"]
    assert [(e["locator"], e["reason"]) for e in left] == [("secret.txt", "Permission denied")]


def test_old_days_of_done_go_what_was_rejected_stays(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox", keep_done_days=30)
    desk.fixed = datetime(2099, 3, 31, tzinfo=UTC)
    for room, day in [
        ("done", "2099-02-28"),
        ("done", "2099-03-01"),
        ("rejected", "2099-01-01"),
        ("done", "mine"),
    ]:
        (desk.path / room / day).mkdir(parents=True)
        (desk.path / room / day / "a.txt").write_text("copy")
    desk.look()
    kept = {str(p.relative_to(desk.path)) for p in desk.path.glob("*/*")}
    assert kept == {"done/2099-03-01", "done/mine", "rejected/2099-01-01"}


def test_more_files_than_a_batch_are_all_read_once(desk: Desk) -> None:
    for number in range(2500):
        (desk.path / f"{number}.txt").touch()
    names = desk.read_all()
    assert len(names) == 2500
    assert len(set(names)) == 2500
    assert desk.look() == []


def test_a_file_moved_in_needs_no_settling_and_goes_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox", settle=50.0)
    desk.ahead = 60
    (desk.path / "old.txt").write_text("copy")
    os.utime(desk.path / "old.txt", (1000, 1000))
    (desk.path / "hot.txt").write_text("copy")
    desk.ahead = 0
    desk.source.moved_in("hot.txt")
    assert desk.names() == ["hot.txt"]
    desk.ahead = 60
    desk.source.moved_in("hot.txt")
    assert desk.names() == ["hot.txt", "old.txt"]


def test_a_file_called_like_a_room_is_no_copy(desk: Desk) -> None:
    (desk.path / "done").write_text("copy")
    desk.source.moved_in("done")
    assert desk.look() == []
