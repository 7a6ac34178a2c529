"""What stands on stderr."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from syndication import log


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    log.configure("info", stream)
    yield stream
    log.configure()


def events(out: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_line_an_event_in_json(out: io.StringIO) -> None:
    log.get(source="inbox").info("stored", guid="tag:x", version=2)
    (event,) = events(out)
    assert event.pop("time")
    assert event == {"level": "info", "event": "stored", "source": "inbox", "guid": "tag:x", "version": 2}


def test_a_terminal_gets_text() -> None:
    out = Terminal()
    log.configure("info", out)
    log.get().info("stored", guid="tag:x")
    log.configure()
    assert "stored" in out.getvalue()
    assert not out.getvalue().startswith("{")


def test_below_the_level_is_silent(out: io.StringIO) -> None:
    log.get().debug("detail")
    assert events(out) == []


def test_a_hostile_name_stays_on_its_line_and_sends_nothing_to_the_terminal() -> None:
    for out in (io.StringIO(), Terminal()):
        log.configure("info", out)
        log.get().info("stored", locator='a\n{"event":"forged"}\x1b]0;title\x07\x9b31m\u202e\u2028\udc80')
        log.configure()
        text = out.getvalue()
        assert text.count("\n") == 1
        assert "\x07" not in text
        assert not {"\x9b", "\u202e", "\u2028", "\udc80"} & set(text)
        assert r"\x1b]0;title" in text.replace("\\\\", "\\")


def test_other_scripts_stay_readable(out: io.StringIO) -> None:
    log.get().info("stored", headline="समाचार")
    assert "समाचार" in out.getvalue()


@pytest.mark.parametrize(
    "values",
    [
        {"password": "s3cret-value"},
        {"api_key": "s3cret-value"},
        {"Authorization": "Bearer s3cret-value"},
        {"url": "https://user:s3cret-value@example.com/x"},
        {"url": "https://s3cret-value@example.com/x"},
        {"url": "https://example.com/x?a=1&access_token=s3cret-value&b=2"},
        {"url": "https://example.com/x?key=s3cret-value"},
        {"error": ValueError("cannot open ftp://u:s3cret-value@host/")},
    ],
)
def test_secrets_are_masked(out: io.StringIO, values: dict[str, object]) -> None:
    log.get().info("polled", **values)
    assert "***" in out.getvalue()
    assert "s3cret-value" not in out.getvalue()


def test_a_secret_that_was_named_is_masked_anywhere(out: io.StringIO) -> None:
    log.hide("open sesame")
    log.get().info("said", text="the words are open sesame today")
    assert events(out)[0]["text"] == "the words are *** today"


def test_endless_values_are_cut(out: io.StringIO) -> None:
    log.get().info("read", text="x" * 1_000_000)
    assert len(out.getvalue()) < 3000


def test_100_000_failures_of_a_kind_are_one_line_and_a_count(out: io.StringIO) -> None:
    logger = log.get(source="inbox")
    for number in range(2000):
        logger.warning("unreadable", locator=f"{number}.txt")
    assert len(events(out)) == 1
    log.flush()
    first, count = events(out)
    assert first["locator"] == "0.txt"
    assert (count["locator"], count["repeated"], count["level"]) == ("1999.txt", 1999, "warning")


def test_other_sources_events_and_keys_are_told_apart(out: io.StringIO) -> None:
    for _ in range(2):
        log.get(source="one").warning("unreadable")
        log.get(source="two").warning("unreadable")
        log.get(source="one").warning("missing")
        log.get(source="one").warning("left", key="a")
        log.get(source="one").warning("left", key="b")
    assert [(e["source"], e["event"]) for e in events(out)] == [
        ("one", "unreadable"),
        ("two", "unreadable"),
        ("one", "missing"),
        ("one", "left"),
        ("one", "left"),
    ]
    assert "key" not in events(out)[-1]


def test_successes_are_never_merged(out: io.StringIO) -> None:
    for _ in range(3):
        log.get(source="inbox").info("stored")
    assert len(events(out)) == 3


def test_libraries_go_the_same_way(out: io.StringIO) -> None:
    logging.getLogger("some.library").warning("lost %s", "x\ny")
    logging.getLogger("some.library").info("chatter")
    (event,) = events(out)
    assert (event["event"], event["library"], event["message"]) == ("library", "some.library", r"lost x\ny")


def test_an_exception_is_one_line(out: io.StringIO) -> None:
    try:
        int("broken")
    except ValueError:
        log.get().exception("failed")
    (event,) = events(out)
    assert "ValueError: invalid literal" in str(event["exception"])
    assert out.getvalue().count("\n") == 1


def test_importing_the_log_does_not_import_structlog() -> None:
    code = "import syndication.log, sys; sys.exit('structlog' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
