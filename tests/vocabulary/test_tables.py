"""The tables say only what is certain."""

import pytest

from syndication.vocabulary import agencies, languages, places
from syndication.vocabulary.desks import DESKS
from syndication.vocabulary.months import MONTHS, WEEKDAYS
from syndication.vocabulary.zones import ZONES


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("The minister said on Friday that the river was high", None, "en"),
        ("The minister said on Friday that the river was high", "en-IN", "en-IN"),
        ("The minister said on Friday that the river was high", "hi", "en"),
        ("Le ministre a dit que la pluie est pour les champs", None, "fr"),
        ("El ministro dijo que la lluvia es para los campos", None, "es"),
        ("मंत्री ने कहा कि नदी ऊँची है", None, "hi"),
        ("मंत्री म्हणाले की नदी भरली आहे", "mr", "mr"),
        ("وزیر نے کہا کہ دریا میں پانی ہے", None, "ur"),
        ("قال الوزير إن النهر في المدينة", None, "ar"),
        ("அமைச்சர் கூறினார்", "en", "ta"),
        ("মন্ত্রী বললেন", None, "bn"),
        ("xyz abc", None, None),
        ("", "en", "en"),
    ],
)
def test_script_and_commonest_words_tell_the_language(
    text: str, hint: str | None, language: str | None
) -> None:
    assert languages.language(text, hint) == language


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kochi", "IN"), ("SEOUL", "KR"), ("Bihar", "IN"), ("Texas", "US"), ("Georgia", None), ("Springfield", None),
     ("Hyderabad", None), ("United Nations", None), ("नई दिल्ली", "IN"), ("Syria", "SY")],
)  # fmt: skip
def test_a_country_only_where_it_is_certain(name: str, country: str | None) -> None:
    assert places.country(name) == country


def test_capitals_become_the_name_that_is_written_otherwise() -> None:
    assert [places.cased(n) for n in ("NEW DELHI", "ST. JOHN'S", "PORT-AU-PRINCE", "UK", "Kochi")] == [
        "New Delhi", "St. John's", "Port-au-Prince", "UK", "Kochi",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [("IANS", "IANS"), ("ians", "IANS"), ("आईएएनएस", "IANS"), ("یو این آئی", "UNI"), ("Uni", None), ("Ani", None),
     ("REUTERS", "Reuters"), ("Port Times", None)],
)  # fmt: skip
def test_an_agencys_code_in_its_own_letters(words: str, code: str | None) -> None:
    assert agencies.agency(words) == code


def test_an_agencys_full_name() -> None:
    assert agencies.named("The Associated Press") == "AP"
    assert agencies.named("Indo-Asian News Service") == "IANS"
    assert agencies.named("") is None


def test_tables_are_whole() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))
    assert {"int", "nat", "biz", "spo"} <= DESKS.keys()
    assert str(ZONES["ist"].utcoffset(None)) == "5:30:00"
