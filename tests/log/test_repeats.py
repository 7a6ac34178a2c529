"""Merging, on a clock of its own."""

import pytest
import structlog

from syndication.log.repeats import Repeats


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


def failing(repeats: Repeats, **values: object) -> dict[str, object] | None:
    try:
        return dict(repeats(None, "error", {"event": "down", "source": "s", **values}))
    except structlog.DropEvent:
        return None


def test_one_line_a_minute_with_the_count() -> None:
    clock = Clock()
    repeats = Repeats(60.0, clock)
    assert failing(repeats) == {"event": "down", "source": "s"}
    for second in (1, 30, 59):
        clock.now = second
        assert failing(repeats) is None
        assert repeats.take() == []
    clock.now = 60
    assert repeats.take() == [("error", {"event": "down", "source": "s", "repeated": 3})]
    clock.now = 100
    assert failing(repeats) is None
    clock.now = 121
    assert failing(repeats) == {"event": "down", "source": "s", "repeated": 2}


def test_quiet_for_a_minute_is_forgotten() -> None:
    clock = Clock()
    repeats = Repeats(60.0, clock)
    failing(repeats)
    clock.now = 61
    assert repeats.take() == []
    assert failing(repeats) == {"event": "down", "source": "s"}


def test_memory_is_bounded_against_hostile_keys() -> None:
    repeats = Repeats(60.0, Clock())
    said = sum(failing(repeats, key=str(number)) is not None for number in range(5000))
    assert said == 1001
    assert sum(int(str(event["repeated"])) for _, event in repeats.take(everything=True)) == 5000 - said


@pytest.mark.parametrize("level", ["debug", "info"])
def test_what_is_no_failure_passes(level: str) -> None:
    repeats = Repeats(60.0, Clock())
    for _ in range(2):
        assert repeats(None, level, {"event": "fine"}) == {"event": "fine"}
