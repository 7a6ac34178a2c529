"""Who wrote it: persons, and the houses they write for."""

import pytest

from syndication.parse.credits import credit, without_by


@pytest.mark.parametrize(
    ("printed", "byline", "authors", "creditline"),
    [
        (["Asha Rao"], "Asha Rao", ["Asha Rao"], None),
        (["By Asha Rao"], "Asha Rao", ["Asha Rao"], None),
        (["Asha Rao and Imran Qazi"], "Asha Rao and Imran Qazi", ["Asha Rao", "Imran Qazi"], None),
        (["Asha Rao", "Asha Rao", "Imran Qazi"], "Asha Rao and Imran Qazi", ["Asha Rao", "Imran Qazi"], None),
        (["Asha Rao, IANS"], "Asha Rao", ["Asha Rao"], "IANS"),
        (["IANS"], None, [], "IANS"),
        (["Indo-Asian News Service"], None, [], "Indo-Asian News Service"),
        (["Agency: PTI"], None, [], "PTI"),
        (["Shore News Desk"], None, [], "Shore News Desk"),
        (["Shore News Desk", "IANS"], None, [], "IANS"),
        (["asha@shore.example (Asha Rao)"], "Asha Rao", ["Asha Rao"], None),
        (["admin", "https://shore.example/author/7"], None, [], None),
        ([None, ""], None, [], None),
    ],
)
def test_persons_are_authors_and_agencies_are_credits(
    printed: list[str | None], byline: str | None, authors: list[str], creditline: str | None
) -> None:
    found = credit(printed)
    assert (found.get("byline"), [a.name for a in found.get("authors", ())], found.get("creditline")) == (
        byline,
        authors,
        creditline,
    )


def test_a_name_that_the_copy_gives_to_a_house_is_a_credit() -> None:
    found = credit(["Asta Kern, Lakewire"], ["LAKEWIRE"])
    assert (found["byline"], found["creditline"]) == ("Asta Kern", "Lakewire")
    assert "authors" not in credit(["Lakewire"], ["Lakewire"])


@pytest.mark.parametrize(
    ("printed", "language", "name"),
    [
        ("Von Asta Kern", "de-CH", "Asta Kern"),
        ("Par Odile Brisson", "fr", "Odile Brisson"),
        ("Von Asta Kern", "en", "Von Asta Kern"),
        ("Von", "de", "Von"),
        ("Vonni Kern", "de", "Vonni Kern"),
        ("Asta Kern", None, "Asta Kern"),
    ],
)
def test_the_word_for_by_is_that_of_the_language(printed: str, language: str | None, name: str) -> None:
    assert without_by(printed, language) == name
