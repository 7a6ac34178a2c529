"""A mail with copy in it (RFC 5322, MIME): its text is a story, each text attachment one of its own.

A picture that came as an attachment has no address at which a reader could fetch it, so it is no media
item: it is an issue that says what came.
"""

import html
import re
from collections.abc import Callable, Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from functools import partial
from typing import NamedTuple

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Line, Reading
from syndication.model.article import AltId, Issue
from syndication.parse import (
    atom,
    html_page,
    html_tree,
    ians_json,
    mail_header,
    message_text,
    news_search,
    records,
    rss,
)
from syndication.parse import text as plain_copy
from syndication.parse.decoding import decode
from syndication.parse.html_story import Story, from_house, read_html
from syndication.parse.instants import instant
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, Known, read_text
from syndication.vocabulary import agencies

NAME = "mail"
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\r?\n[ \t]|\r?\Z|\r?\n)")
_NEEDED = frozenset({b"date", b"message-id", b"mime-version", b"received"})
_MOST_PARTS = 100
_DEEPEST = 5
_HEAD = 4096
_TAG = re.compile(rb"<[^<>]*>")
_NESTING = re.compile(rb"^content-type:\s*(?:multipart/|message/rfc822)", re.IGNORECASE | re.MULTILINE)
_FORMATS = (
    ians_json.FORMAT,
    news_search.FORMAT,
    rss.FORMAT,
    atom.FORMAT,
    html_page.FORMAT,
    plain_copy.FORMAT,
)


class _Mail(NamedTuple):
    """What a message holds, its parts sorted by what becomes of them."""

    texts: tuple[Message, ...]
    attached: tuple[Message, ...]
    forwarded: tuple[Message, ...]
    dropped: tuple[Message, ...]
    same: tuple[Message, ...]


def sniff(head: bytes) -> bool:
    """Tell a mail by its header: `From` and one of Date, Message-ID, MIME-Version, Received, and no other line."""
    lines = head.lstrip(b"\r\n").split(b"\n")
    names = set()
    for number, line in enumerate(lines):
        if not line.strip() or (number and number == len(lines) - 1):
            break
        if line[:1] in b" \t" and number:
            continue
        if number == 0 and line.startswith(b"From "):
            continue  # the separator of a mailbox file
        found = _HEADER.match(line)
        if not found:
            return False
        names.add(found[1].lower())
    return b"from" in names and bool(names & _NEEDED)


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the stories of the mail, its own text first; raise UnreadableCopy for one without any.

    The readable stories come first, then the error names the attachments that are not.
    """
    if len(_NESTING.findall(delivery.data)) > _MOST_PARTS:
        raise UnreadableCopy("a mail of too many nested parts", delivery.locator)
    try:
        message = BytesParser(policy=compat32).parsebytes(delivery.data)
    except RecursionError as error:
        raise UnreadableCopy("a mail nested too deeply", delivery.locator) from error
    yield from _message(message, delivery, _DEEPEST)


def _message(message: Message, delivery: Delivery, depth: int) -> Iterator[Reading]:
    if depth <= 0:
        raise UnreadableCopy("mails forwarded inside each other too deeply", delivery.locator)
    mail = _sorted(message)
    lost = tuple(
        Issue(
            "attachment-dropped",
            f"{_name(part)} ({part.get_content_type()}) came with the mail and is not kept",
        )
        for part in mail.dropped
    )
    works: list[Callable[[], Iterator[Reading]]] = []
    if mail.texts:
        works.append(partial(_own, message, mail, delivery))
    works += [partial(_attachment, part, delivery) for part in mail.attached]
    works += [partial(_message, part, delivery, depth - 1) for part in mail.forwarded]
    if not works:
        raise UnreadableCopy("a mail without text", delivery.locator)
    readings = records.each(works, lambda work: work(), delivery.locator)
    for number, reading in enumerate(readings):
        yield _noticed(reading, lost) if lost and not number else reading


def _sorted(message: Message) -> _Mail:
    texts: list[Message] = []
    attached: list[Message] = []
    forwarded: list[Message] = []
    dropped: list[Message] = []
    same: list[Message] = []
    stack = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        held = part.get_payload()
        if kind == "message/rfc822" and isinstance(held, list):
            forwarded += [inner for inner in held if isinstance(inner, Message)]
        elif part.is_multipart() and isinstance(held, list):
            parts = [inner for inner in held if isinstance(inner, Message)]
            chosen = _alternative(parts) if kind == "multipart/alternative" else parts
            left = [leaf for p in parts if p not in chosen for leaf in p.walk()]
            same += [leaf for leaf in left if leaf.get_content_maintype() == "text" and leaf not in chosen]
            stack += reversed(chosen)
        elif kind in {
            "application/pgp-signature",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
        }:
            continue
        elif part.get_filename() or part.get_content_disposition() == "attachment":
            readable = kind.startswith("text/") or kind.endswith(("/json", "/xml", "+xml", "+json"))
            (attached if readable else dropped).append(part)
        elif kind in {"text/plain", "text/html"}:
            if _bytes(part).strip():
                texts.append(part)
        else:
            dropped.append(part)
    return _Mail(tuple(texts), tuple(attached), tuple(forwarded), tuple(dropped), tuple(same))


def _alternative(parts: list[Message]) -> list[Message]:
    """Return the plain text of alternatives, as the wire wrote it; HTML where the plain text is only a hint of it."""
    plain = next((p for p in parts if p.get_content_type() == "text/plain"), None)
    rich = next((p for p in parts if p.get_content_type() != "text/plain"), None)
    if plain is None or rich is None:
        return parts[-1:]
    if rich.get_content_type() == "text/html":
        rest = [p for p in parts if p is not plain and p is not rich]
        full = len(_TAG.sub(b"", _bytes(rich)).split())
        return [plain if len(_bytes(plain).split()) * 3 >= full else rich, *rest]
    return [plain, *(p for p in _inner(rich) if not p.get_content_type().startswith("text/"))]


def _inner(part: Message) -> list[Message]:
    held = part.get_payload()
    return [p for p in held if isinstance(p, Message)] if isinstance(held, list) else [part]


def _own(message: Message, mail: _Mail, delivery: Delivery) -> Iterator[Reading]:
    """Yield the stories of the mail's own text; its subject is a headline only where the text has none."""
    known = Known()
    used: set[str] = set()
    identifier = mail_header.field(message, "message-id").strip("<> ")
    if identifier:
        known["alt_ids"] = (AltId("message-id", identifier),)
        used.add("alt_ids")
    copy, issues = _copy(mail.texts, delivery)
    context = Context.of(delivery, NAME)
    sender = mail_header.field(message, "from").partition("<")[0].strip(" \"'")
    house = agencies.named(sender) or agencies.named(sender.partition(" ")[0])
    if house:
        context = from_house(context, house)
        used.add("provider")
    readings = list(_read(copy, Story(context, known, issues)))
    if len(readings) == 1:
        created = instant(mail_header.field(message, "date"), delivery.hints.timezone)
        known["created"], issues = created.at, (*created.issues, *issues)
        used.add("created")
        subject = mail_header.subject(message)
        if readings[0].article.headline is None and subject:
            known["headline"] = subject
            used.add("headline")
        readings = list(_read(copy, Story(context, known, issues)))
    account = (*mail_header.account(message, frozenset(used)), *_same(mail.same, delivery))
    for reading in readings:
        yield Reading(reading.article, (*account, *reading.account))
        account = ()


def _copy(parts: tuple[Message, ...], delivery: Delivery) -> tuple[list[tuple[str, str]], tuple[Issue, ...]]:
    """Return the text of each part with its media type, and what was noticed on the way."""
    copy: list[tuple[str, str]] = []
    issues: tuple[Issue, ...] = ()
    for part in parts:
        decoded = decode(_bytes(part), part.get_content_charset(), delivery.locator)
        issues += decoded.issues
        copy.append((part.get_content_type(), _unflowed(part, decoded.text)))
    return copy, issues


def _same(parts: tuple[Message, ...], delivery: Delivery) -> Iterator[Line]:
    """Yield the account of alternatives that were not read: the same words in another form."""
    for part in parts:
        try:
            ((kind, text),) = _copy((part,), delivery)[0]
            said = html_tree.all_words(html_tree.tree(text, "")) if kind == "text/html" else text
        except UnreadableCopy:
            continue  # the form that was read is whole; a broken twin of it says nothing more
        yield Line(1, " ".join(said.split()), "furniture", "mail: the same in another form")


def _read(copy: list[tuple[str, str]], story: Story) -> Iterator[Reading]:
    """Yield the stories of the parts: what is plain among them loses what mail programs add."""
    rich = any(kind == "text/html" for kind, _ in copy)
    if not rich:
        copy = [("text/plain", "\n\n".join(text for _, text in copy))]
    account, parts = story.account, []
    for kind, text in copy:
        if kind == "text/html":
            parts.append(text)
        else:
            stripped = message_text.strip(text)
            account += stripped.dropped
            parts.append(f"<pre>{html.escape(stripped.text)}</pre>" if rich else stripped.text)
    if rich:
        yield from read_html("".join(parts), msgspec.structs.replace(story, account=account))
        return
    for reading in read_text(parts[0], story.context, story.known, story.issues):
        yield Reading(reading.article, (*account, *reading.account))
        account = ()


def _unflowed(part: Message, text: str) -> str:
    if part.get_content_type() != "text/plain" or str(part.get_param("format", "")).lower() != "flowed":
        return text
    return message_text.unflow(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")


def _attachment(part: Message, delivery: Delivery) -> Iterator[Reading]:
    inside = msgspec.structs.replace(
        delivery,
        data=_bytes(part),
        locator=f"{delivery.locator}#{_name(part)}",
        media_type=f"{part.get_content_type()}; charset={part.get_content_charset() or ''}".removesuffix(
            "; charset="
        ),
    )
    head = inside.data[:_HEAD]
    found = next((form for form in _FORMATS if form.sniff(head)), plain_copy.FORMAT)
    return found.parse(inside)


def _bytes(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _name(part: Message) -> str:
    """Return the base name that an attachment gives itself, never a path."""
    name = mail_header.decoded(part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    return "".join(c for c in name if c.isprintable())[:100] or "attachment"


def _noticed(reading: Reading, issues: tuple[Issue, ...]) -> Reading:
    article = msgspec.structs.replace(reading.article, issues=(*reading.article.issues, *issues))
    return Reading(article, reading.account)


FORMAT = WireFormat(NAME, ("message/rfc822",), sniff, parse)
