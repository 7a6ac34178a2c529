"""Instants as SQLite keeps them: microseconds since 1970 UTC, so that order is the order of time."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(instant: datetime) -> int:
    """Return an aware instant as microseconds since the epoch."""
    return (instant - _EPOCH) // _MICROSECOND


def instant(value: int) -> datetime:
    """Return the aware UTC instant of `micros`."""
    return _EPOCH + timedelta(microseconds=value)


def maybe_micros(value: datetime | None) -> int | None:
    """Return `micros`, None for None."""
    return None if value is None else micros(value)


def maybe_instant(value: int | None) -> datetime | None:
    """Return `instant`, None for None."""
    return None if value is None else instant(value)
