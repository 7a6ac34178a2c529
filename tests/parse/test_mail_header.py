"""Headers of mails: encoded words, raw bytes, and what cannot be read of them."""

from email.parser import BytesParser
from email.policy import compat32

import pytest

from syndication.parse import mail_header


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"Pier sinks", "Pier sinks"),
        (b"=?utf-8?Q?Caf=C3=A9?= =?utf-8?Q?_opens?=", "Café opens"),
        (b"=?utf-8?B?4KSo4KS+4KS1?=", "नाव"),
        (b"=?iso-8859-1?Q?=93Caf=E9=94?= opens", "“Café” opens"),
        (b"=?utf-8?Q?Caf=E9?=", "Café"),
        ("Café opens".encode(), "Café opens"),
        ("Café opens".encode("cp1252"), "Café opens"),
        (b"=?utf-8?B?!!!?=", "=?utf-8?B?!!!?="),
        (b"=?nope?Q?pier?=", "pier"),
        (b"folded\r\n over", "folded over"),
        (b"nul\0 here", "nul here"),
        (b"=?utf-8?Q?=00=01=02=03=04=05=06?= pier", "pier"),
        (b"=?utf-8?B?/9j/4AAQSkY=?= pier", "\ufffd\ufffd\ufffd\ufffdJF pier"),
        (b"Fwd: [wire] RE: FW: Pier sinks", "Pier sinks"),
        (b"Fwd:", ""),
        (b"[wire]", ""),
        (b"Repeat: Pier sinks", "Repeat: Pier sinks"),
        (b"=?utf-8?Q?=00?=", "=?utf-8?Q?=00?="),
        (b"", ""),
    ],
)
def test_a_subject_is_its_words(raw: bytes, words: str) -> None:
    message = BytesParser(policy=compat32).parsebytes(b"Subject: " + raw + b"\n\ncopy")
    assert mail_header.subject(message) == words


def test_only_headers_that_filled_a_field_are_fields() -> None:
    message = BytesParser(policy=compat32).parsebytes(b"Subject: a\nDate: b\nX-Y: c\n\ncopy")
    told = [
        (line.number, line.text, line.field) for line in mail_header.account(message, frozenset({"created"}))
    ]
    assert told == [(1, "Subject: a", None), (2, "Date: b", "created"), (3, "X-Y: c", None)]
