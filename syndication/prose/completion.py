"""Known fields become a whole Article: who it is, whose it is, what follows from its body."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from itertools import chain

from syndication.model import Article, identity
from syndication.model.article import AltId, Dateline, Issue, Signoff, Source, Subject, utc
from syndication.model.blocks import Block, Paragraph, body_text, texts
from syndication.on_demand import Expression
from syndication.printable import word_count
from syndication.prose.context import Context, Known
from syndication.vocabulary import agencies, languages

CONTENT_KEY = "content-key"
"""The scheme of the `alt_ids` entry that holds the content key: equal for one story under many heads."""

_WORDS_A_MINUTE = 200
# An address of ianslive.in ends in the time of issue, in Indian time.
_ISSUED = Expression(r"-(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/?\Z")
_IST = timezone(timedelta(hours=5, minutes=30))


def complete(
    known: Known, context: Context, issues: Iterable[Issue] = (), dialect: str | None = None
) -> Article:
    """Return the Article of `known`: every derived field filled where it is silent.

    The guid follows from `wire_id`, else from provider, day and content key (model.identity). Word count
    and reading minutes (200 words a minute, rounded up) are the printed ones where there are any. The
    provider is the sign-off's agency, the dateline's, the credit's, then the source's configured one.
    """
    fields = known.copy()
    body = fields.get("body", ())
    provider = fields["provider"] = fields.get("provider") or _provider(fields, context)
    desk = context.hints.desk
    signoff = fields.get("signoff")
    if signoff and signoff.desk:
        desk = signoff.desk
    subjects = fields.get("subjects", ())
    if desk and not any(s.type == "desk" for s in subjects):
        fields["subjects"] = (*subjects, Subject(name=desk, type="desk", scheme=provider))
    if body:
        words = sum(map(word_count, chain.from_iterable(map(texts, body))))
        fields["word_count"] = fields.get("word_count") or words
        fields["reading_minutes"] = fields.get("reading_minutes") or max(1, -(-words // _WORDS_A_MINUTE))
    if not fields.get("language"):
        notes = [note.text for note in fields.get("ed_notes", ())]
        said = body_text(body) or " ".join(
            filter(None, (fields.get("headline"), fields.get("summary"), *notes))
        )
        fields["language"] = languages.language(said, context.hints.language)
    if not fields.get("created") and fields.get("url"):
        fields["created"] = _issued(fields["url"] or "")
    key = identity.content_key(body or _stand_in(fields))
    ids = fields.get("alt_ids", ())
    wire_id = fields.get("wire_id")
    if wire_id and not any(i.value == wire_id for i in ids):
        ids = (*ids, AltId("wire", wire_id))
    fields["alt_ids"] = (*ids, AltId(CONTENT_KEY, key)) if body else ids
    dateline, created = fields.get("dateline"), fields.get("created")
    day = (dateline and dateline.date) or (created.date() if created else None) or fields.get("day")
    source = Source(
        context.source,
        context.locator,
        context.format,
        utc(context.received),
        dialect or context.hints.dialect,
    )
    fields.pop("wire_id", None)
    fields.pop("day", None)
    return Article(
        guid=identity.guid(wire_id, provider, day, key),
        source=source,
        issues=tuple(dict.fromkeys(issues)),
        **fields,  # type: ignore[misc]  # what is left has the Article's names
    )


def _provider(fields: Known, context: Context) -> str | None:
    signoff: Signoff | None = fields.get("signoff")
    dateline: Dateline | None = fields.get("dateline")
    for words in (
        signoff.agency if signoff else None,
        dateline.agency if dateline else None,
        fields.get("creditline"),
    ):
        found = agencies.named(words.removeprefix("Source:").strip()) if words else None
        if found:
            return found
    return context.hints.provider or (signoff.agency if signoff else None)


def _stand_in(fields: Known) -> tuple[Block, ...]:
    """Return what identifies copy that has no body: its notes, else its headline and summary."""
    notes = [note.text for note in fields.get("ed_notes", ())]
    said = [fields.get("headline"), fields.get("slugline"), fields.get("summary"), *notes]
    return tuple(Paragraph(text) for text in said if text)


def _issued(url: str) -> datetime | None:
    found = _ISSUED.search(url) if "ianslive.in/" in url else None
    if not found:
        return None
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        return utc(datetime(year, month, day, hour, minute, second, tzinfo=_IST))
    except ValueError:
        return None
