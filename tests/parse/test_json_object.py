"""What is asked of an object of JSON is given in its kind; what nobody asked for is named."""

import pytest

from syndication.parse.json_object import JsonObject


def test_names_have_no_case_and_empty_values_are_not_there() -> None:
    item = JsonObject({"versionCreated": "x", "EDNOTE": "", "a": None, "b": [], "c": {}})
    assert item.names == {"versioncreated"}
    assert item.text("versioncreated") == "x"
    assert "ednote" not in item


@pytest.mark.parametrize(
    ("value", "text", "number", "whole"),
    [
        ("7", "7", 7.0, 7), (7, "7", 7.0, 7), (2.5, "2.5", 2.5, None), (0, "0", 0.0, None), (-3, "-3", -3.0, None),
        ("x", "x", None, None), (True, None, None, None), ([4], None, None, None), ("1e999", "1e999", None, None),
        ("nan", "nan", None, None), (10**30, str(10**30), None, None),
    ],
)  # fmt: skip
def test_a_value_is_read_as_what_it_is(
    value: object, text: str | None, number: float | None, whole: int | None
) -> None:
    item = JsonObject({"a": value})
    assert (item.text("a"), item.number("a"), item.whole("a")) == (text, number, whole)


def test_objects_come_as_a_list_a_map_one_alone_or_a_text() -> None:
    def names(value: object) -> list[str | None]:
        return [one.text("name") for one in JsonObject({"a": value}).objects("a")]

    assert names([{"name": "x"}, "y", 4, None]) == ["x", "y"]
    assert names({"k": {"href": "h"}, "m": {"name": "own"}}) == ["k", "own"]
    assert names({"k": {"href": "h"}, "m": None}) == ["k"]
    assert names({"k": None}) == []
    assert names({"name": "alone", "code": "c"}) == ["alone"]
    assert names("text") == ["text"]
    assert names(7) == []


def test_what_nobody_asked_for_is_the_loss() -> None:
    item = JsonObject({"a": "x", "b": {"name": "y", "code": "z"}, "c": 4, "d": [1], "e": "x"})
    item.text("a")
    (part,) = item.objects("b")
    part.text("name")
    item.text("d")
    item.ignore("e")
    assert item.unread() == ["c", "d", "b.code"]
    (issue,) = item.loss()
    assert issue.message == "no field holds c, d, b.code"
    assert JsonObject({}).loss() == ()


def test_the_same_part_is_told_once_however_often_it_is_asked_for() -> None:
    item = JsonObject({"b": [{"x": 1}]})
    assert item.objects("b")[0] is item.objects("b")[0]
    assert item.unread() == ["b.x"]


def test_a_long_loss_is_cut() -> None:
    (issue,) = JsonObject({f"n{n}": 1 for n in range(50)}).loss()
    assert issue.message.endswith("and 30 more")
