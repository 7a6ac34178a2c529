import pytest

from syndication.web.writing_direction import direction


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "ltr"),
        ("hi", "ltr"),
        ("ur", "rtl"),
        ("UR-pk", "rtl"),
        ("ur-Latn", "ltr"),
        ("ur-Latn-IN", "ltr"),
        ("pa", "ltr"),
        ("pa-Arab-PK", "rtl"),
        ("ks-Deva", "ltr"),
        ("he", "rtl"),
        ("", "ltr"),
        (None, "ltr"),
    ],
)
def test_the_script_decides_before_the_language(language: str | None, expected: str) -> None:
    assert direction(language) == expected
