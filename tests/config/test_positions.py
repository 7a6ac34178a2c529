"""Lines of keys, where a text search would be fooled."""

import tomllib

from syndication.config.positions import lines

TEXT = '''\
top = 1

[a]
text = """
[b]
fake = 1
"""
literal = \'\'\'
x = "
\'\'\'
list = [
  1, # ]
  { y = 2 },
]
"quoted key" . 'two' = 'a # b' # c
[[items]]
name = "one"
[items.deep]
z = 1
[[items]]
[[items.more]]
name = "two \\" = "
[a.b.c]
last = true'''


def test_finds_keys_and_no_look_alikes() -> None:
    tomllib.loads(TEXT)
    assert lines(TEXT) == {
        ("top",): 1,
        ("a",): 3,
        ("a", "text"): 4,
        ("a", "literal"): 8,
        ("a", "list"): 11,
        ("a", "quoted key"): 15,
        ("a", "quoted key", "two"): 15,
        ("items",): 16,
        ("items", 0): 16,
        ("items", 0, "name"): 17,
        ("items", 0, "deep"): 18,
        ("items", 0, "deep", "z"): 19,
        ("items", 1): 20,
        ("items", 1, "more"): 21,
        ("items", 1, "more", 0): 21,
        ("items", 1, "more", 0, "name"): 22,
        ("a", "b", "c"): 23,
        ("a", "b", "c", "last"): 24,
    }


def test_windows_line_ends_count_the_same() -> None:
    assert lines(TEXT.replace("\n", "\r\n")) == lines(TEXT)
