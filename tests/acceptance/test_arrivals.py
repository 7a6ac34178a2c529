"""What happens to files as newsrooms drop them: whole ones, slow ones, bad ones."""

import gzip
import json
import os
import time

from lxml import etree

from tests.acceptance.newsroom import Newsroom, guids, story


def test_a_dropped_story_is_in_every_format(newsroom: Newsroom) -> None:
    """A file moved into the inbox is served plain and gzipped, and its feeds alone change."""
    newsroom.start()
    newsroom.drop("first.txt", story("home", desk="nat"))
    newsroom.wait(lambda: b"Ferry home" in newsroom.get("/feeds/all.rss")[2])
    world = newsroom.get("/feeds/world.rss")[1]["etag"]
    newsroom.drop("second.txt", story("away", desk="int"))
    newsroom.wait(lambda: b"Ferry away" in newsroom.get("/feeds/world.rss")[2])
    assert newsroom.get("/feeds/world.rss")[1]["etag"] != world
    newsroom.wait(newsroom.settled)
    for name in ("all.rss", "all.atom", "all.newsml-g2.xml", "all.json"):
        _, headers, packed = newsroom.get(f"/feeds/{name}", **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed) == newsroom.get(f"/feeds/{name}")[2]
        assert b"Ferry away" in gzip.decompress(packed)
    assert b"Ferry home" not in newsroom.get("/feeds/world.rss")[2]
    page = newsroom.get(
        json.loads(newsroom.get("/feeds/world.json")[2])["items"][0]["url"].split(str(newsroom.port))[1]
    )
    assert page[0] == 200
    assert "Ferry away returns to the bay" in page[2].decode()


def test_a_file_written_slowly_in_place_is_never_read_half(newsroom: Newsroom) -> None:
    """Held open by its writer, or closed and opened again for each piece: read once, whole."""
    newsroom.start()
    held, again = story("held"), story("again")
    with (newsroom.inbox / "held.txt").open("w") as file:
        for start in range(0, len(held), 60):
            file.write(held[start : start + 60])
            file.flush()
            with (newsroom.inbox / "again.txt").open("a") as other:
                other.write(again[start : start + 60])
            time.sleep(0.4)
        with (newsroom.inbox / "again.txt").open("a") as other:
            other.write(again[len(held) // 60 * 60 + 60 :])
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 2)
    for mark in ("held", "again"):
        (found,) = [
            i
            for i in json.loads(newsroom.get("/feeds/all.json")[2])["items"]
            if f"Ferry {mark} " in i["title"]
        ]
        assert "whatever the wind." in found["content_html"]
        versions = json.loads(newsroom.command("story", found["id"], "--json"))["versions"]
        assert [v["decision"] for v in versions] == ["new"]


def test_the_same_copy_again_changes_nothing(newsroom: Newsroom) -> None:
    """Other name, other line ends: one story, one version, the same bytes."""
    newsroom.start()
    newsroom.drop("one.txt", story("once"))
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 1)
    newsroom.wait(newsroom.settled)
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in newsroom.public.iterdir()}
    newsroom.drop("two.txt", story("once"))
    newsroom.drop("three.txt", story("once").replace("\n", "\r\n"))
    newsroom.wait(newsroom.settled)
    assert before == {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in newsroom.public.iterdir()}


def test_bad_files_do_no_harm(newsroom: Newsroom) -> None:
    """Each is a clear line, in quarantine or left where it is; the good ones beside them are published."""
    inbox = newsroom.inbox
    newsroom.drop("good1.txt", story("good1"))
    newsroom.drop("empty.txt", b"")
    newsroom.drop("huge.txt", b"word " * 4_000_000)
    newsroom.drop("binary.txt", bytes(range(256)) * 40)
    newsroom.drop("latin.txt", story("latin").replace("lamps", "lámps").encode("latin-1"))
    newsroom.drop("nul.txt", story("nul").replace("wind", "wi\0nd"))
    newsroom.drop("new\nline\x1b[31m.txt", story("newline"))
    (inbox / "folder").mkdir()
    (inbox / "loop").symlink_to("loop")
    (inbox / "zero").symlink_to("/dev/zero")
    os.mkfifo(inbox / "pipe")
    newsroom.drop("good2.txt", story("good2"))
    newsroom.start()
    newsroom.wait(lambda: not [n for n in newsroom.waiting() if n not in {"loop", "zero", "pipe"}], 30)
    newsroom.wait(lambda: b"Ferry good2" in newsroom.get("/feeds/all.rss")[2])
    feed = newsroom.get("/feeds/all.rss")[2]
    etree.fromstring(feed)
    for mark in (b"good1", b"good2", b"newline", b"latin"):
        assert b"Ferry " + mark in feed
    held = [json.loads(line) for line in newsroom.command("quarantine", "list", "--json").splitlines()]
    by_name = {entry["locator"]: entry["reason"] for entry in held}
    assert {"empty.txt", "huge.txt", "binary.txt"} <= by_name.keys()
    assert all("\n" not in reason and len(reason) < 300 for reason in by_name.values())
    for left in ("folder", "loop", "zero", "pipe"):
        assert os.path.lexists(inbox / left)
        assert len([line for line in newsroom.log().splitlines() if f'"{left}"' in line]) == 1
    assert [p.stat().st_size for p in (inbox / "rejected").rglob("huge.txt")] == [20_000_000]
    number = next(str(entry["number"]) for entry in held if entry["locator"] == "binary.txt")
    shown = newsroom.command_bytes("quarantine", "show", number)
    assert shown == bytes(range(256)) * 40
    assert all(json.loads(line) for line in newsroom.log().splitlines()), "one event a line"
