"""Replacing a file under its name while it is read and put aside loses neither."""

import threading
from pathlib import Path

from .conftest import Desk


def test_every_content_put_under_one_name_is_delivered(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "inbox")
    desk.ahead = 60
    count = 400
    done = threading.Event()

    def agency() -> None:
        for number in range(count):
            while (desk.path / "story.txt").exists() and number % 3:
                if done.wait(0.0005):
                    return
            (tmp_path / "new").write_text(str(number))
            (tmp_path / "new").rename(desk.path / "story.txt")
        done.set()

    seen: set[str] = set()
    writer = threading.Thread(target=agency)
    writer.start()
    while writer.is_alive() or list(desk.path.glob("*.txt")):
        for piece in desk.source.deliveries():
            seen.add(piece.data.decode())
            desk.source.acknowledge(piece)
    writer.join()
    put_aside = [p.read_text() for p in desk.path.glob("done/*/*")]
    assert set(put_aside) <= seen, "a file was put aside that nobody had read"
    assert str(count - 1) in seen
    assert len(put_aside) == len(set(put_aside))
