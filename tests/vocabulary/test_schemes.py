"""The schemes of IPTC, by alias and by address."""

import pytest

from syndication.vocabulary.schemes import SCHEMES, alias, qcode, word


@pytest.mark.parametrize("name", SCHEMES)
def test_an_address_and_its_alias_name_one_scheme(name: str) -> None:
    assert qcode(f"{SCHEMES[name]}x-1") == f"{name}:x-1"
    assert qcode(f"{SCHEMES[name]}x-1".replace("http:", "https:")) == f"{name}:x-1"
    assert alias(SCHEMES[name]) == alias(name) == name


@pytest.mark.parametrize(
    "other",
    [
        "",
        "medtop",
        "http://cv.iptc.org/newscodes/mediatopic/",
        "http://cv.example/newscodes/mediatopic/1",
        "http://cv.iptc.org/newscodes/mediatopic/a/b",
    ],
)
def test_what_is_no_concept_of_iptc_has_no_code(other: str) -> None:
    assert qcode(other) is None


def test_a_scheme_that_is_not_known_has_no_alias() -> None:
    assert alias(None) is None
    assert alias("desk") is None
    assert alias("https://desk.example/cv/") is None


@pytest.mark.parametrize(
    ("code", "last"),
    [
        (None, ""), ("", ""), ("usable", "usable"), ("stat:usable", "usable"), (" stat:usable ", "usable"),
        ("http://cv.iptc.org/newscodes/signal/update/", "update"), ("https://a.example/x/b:c", "c"),
    ],
)  # fmt: skip
def test_the_word_of_a_code_is_its_last(code: str | None, last: str) -> None:
    assert word(code) == last
