"""The instants that social metadata name: RFC 3339 in UTC, from the Article alone."""

from datetime import UTC, datetime

from syndication.model import Article


def stamp(instant: datetime | None) -> str | None:
    """Return `2026-11-25T08:49:00Z`, None for None (RFC 3339 §5.6)."""
    if instant is None:
        return None
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def published(article: Article) -> datetime | None:
    """Return when the story became public: created, or the end of its embargo; None where it names no time.

    The time of receipt, which feeds fall back to, is ours and not said here.
    """
    return article.published if article.created else article.embargoed


def modified(article: Article) -> datetime | None:
    """Return when it was last changed, never before it was published; None where the wire is silent."""
    if article.updated is None:
        return None
    first = published(article)
    return max(first, article.updated) if first else article.updated
