"""What mail programs and lists add to copy."""

import pytest

from syndication.parse.message_text import strip, unflow


@pytest.mark.parametrize(
    ("text", "unflowed"),
    [
        ("A pier \nsank.\n", "A pier sank.\n"),
        ("One.\nTwo.\n", "One.\nTwo.\n"),
        (" From the pier\n", "From the pier\n"),
        ("A pier \r\nsank.", "A pier sank."),
        ("Last \n-- \nDesk", "Last\n-- \nDesk"),
        ("", ""),
    ],
)
def test_puts_flowed_lines_together(text: str, unflowed: str) -> None:
    assert unflow(text) == unflowed


def test_deletes_the_blank_where_the_mail_says_so() -> None:
    assert unflow("港の \n猫", delete_space=True) == "港の猫"


@pytest.mark.parametrize(
    ("text", "kept", "rules"),
    [
        pytest.param("Copy.\n-- \nDesk\n", "Copy.", ["signature", "signature"], id="signature"),
        pytest.param("Copy.\n-- \nIANS\nab/\n", "Copy.\n-- \nIANS\nab/", [], id="a sign-off that was split"),
        pytest.param("Copy.\n--\nIANS\n", "Copy.\n--\nIANS", [], id="two dashes are no signature"),
        pytest.param("Copy -- and more\n", "Copy -- and more", [], id="dashes in a sentence"),
        pytest.param(
            "Copy.\n__________\nWire mailing list\nhttps://x.example\n", "Copy.", ["list footer"] * 3, id="list footer"
        ),
        pytest.param("Copy.\n__________\nMore copy.\n", "Copy.\n__________\nMore copy.", [], id="a rule in copy"),
        pytest.param(
            "Copy.\nTo unsubscribe from this group, send a mail.\n", "Copy.", ["list footer"], id="group's footer"
        ),
        pytest.param("Copy.\nSent from my iPhone\n", "Copy.", ["mail program"], id="telephone"),
        pytest.param("They sent from my village a boat.\n", "They sent from my village a boat.", [], id="a sentence"),
        pytest.param(
            "---------- Forwarded message ---------\nFrom: a\nSubject: b\n\nCopy.\n", "Copy.", ["forwarded head"] * 3,
            id="forwarded",
        ),
        pytest.param("From: the pier\nCopy.\n", "From: the pier\nCopy.", [], id="no forwarded head"),
        pytest.param("> Copy.\n>\n> More.\n", "Copy.\n\nMore.", [], id="forwarded as a quotation"),
        pytest.param("Copy.\n> quoted\n", "Copy.\n> quoted", [], id="a quotation in copy"),
    ],
)  # fmt: skip
def test_takes_out_what_is_not_copy_and_says_so(text: str, kept: str, rules: list[str]) -> None:
    found = strip(text)
    assert found.text.strip() == kept
    assert [line.rule for line in found.dropped] == [f"mail: {rule}" for rule in rules]


def test_lines_keep_their_numbers() -> None:
    found = strip("---------- Forwarded message ---------\nFrom: a\n\nCopy.\n-- \nDesk")
    assert found.text.split("\n").index("Copy.") == 3
    assert [line.number for line in found.dropped] == [1, 2, 5, 6]
