"""How XML and JSON are read: nothing repaired, nothing fetched."""

import pytest

from syndication.validate import json_reader, xml_reader

HEAD = b'<?xml version="1.0" encoding="utf-8"?>'


@pytest.mark.parametrize(
    ("data", "readable", "rules"),
    [
        (HEAD + b"<a/>", True, []),
        (HEAD + "<a>क\U0001f6a2</a>".encode(), True, []),
        (b"<a/>", True, ["B01"]),
        (b"\n" + HEAD + b"<a/>", True, ["B01"]),
        (b"\xef\xbb\xbf" + HEAD + b"<a/>", True, ["B01"]),
        ('<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"), True, ["B01", "B01"]),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe4</a>', True, ["B01"]),
        (HEAD + b"<a>\xe4</a>", False, ["B01"]),
        (HEAD + b"<a>\x03</a>", False, ["B03"]),
        (HEAD + b"<a>&#x3;</a>", False, ["B03"]),
        (HEAD + b"<a>&#9999999999;</a>", False, ["B03"]),
        (HEAD + b"<!DOCTYPE a><a/>", True, ["B02"]),
        (HEAD + b"<!-- <!DOCTYPE a> --><a/>", True, []),
        (HEAD + b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", False, ["B02"]),
        (HEAD + b"<a>&nbsp;</a>", False, []),
        (HEAD + b"<a><media:b/></a>", False, []),
        (HEAD + b"<a media:b='c'/>", False, []),
        (HEAD + b"<a>", False, []),
        (HEAD, False, []),
        (b"", False, []),
    ],
)
def test_xml(data: bytes, readable: bool, rules: list[str]) -> None:
    reading = xml_reader.read(data)
    assert (reading.root is not None, [rule for rule, _ in reading.hygiene]) == (readable, rules)
    assert bool(reading.fatal) is (not readable or data.startswith(b"\n" + HEAD))


@pytest.mark.parametrize(
    ("data", "readable", "rules"),
    [
        (b'{"a": [1, "\\ud83d\\udea2"]}', True, []),
        (b'\xef\xbb\xbf{"a": 1}', True, ["B01"]),
        (b'{"a": ["\\ud83d"]}', True, ["B03"]),
        (b'{"a": "\xe4"}', False, ["B01"]),
        (b'{"a": 1, "a": 2}', False, []),
        (b'{"a": NaN}', False, []),
        (b'{"a": "\n"}', False, []),
        (b'{"a": 1} x', False, []),
        (b"[" * 101 + b"]" * 101, False, []),
        (b'"' + b"[" * 101 + b'"', True, []),
        (b'{"a": ' + b"9" * 5000 + b"}", False, []),
        (b"", False, []),
    ],
)
def test_json(data: bytes, readable: bool, rules: list[str]) -> None:
    reading = json_reader.read(data)
    assert (not reading.fatal, [rule for rule, _ in reading.hygiene]) == (readable, rules)


def test_a_pointer_leads_to_what_it_names() -> None:
    value = {"a/b": [{"c~d": 1}]}
    assert list(json_reader.strings({"a/b": ["x"]})) == [("/a~1b/0", "x")]
    assert json_reader.at(value, "/a~1b/0/c~0d") == 1
    assert json_reader.at(value, "/a~1b/7") is None
