"""Who wrote it: persons, and the houses they write for."""

import pytest

from syndication.parse.credits import credit


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
