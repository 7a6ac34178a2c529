"""Bytes to text: what is proven, what is guessed and said, what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.errors import UnreadableCopy
from syndication.parse.decoding import decode

ENGLISH = "The minister’s “plan” for the pier — 18 crore — fell through at Murud café.\n"
HINDI = "रायगढ़, 14 अक्टूबर। नाविकों ने शनिवार को जाल सुखाए।\n"
RUPEES = "The pier costs ₹18 crore.\n"
URDU = "لکھنؤ میں کشتیاں واپس آ گئیں۔\n"
RUSSIAN = "Кабинет министров принял решение о пристани"


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding"),
    [
        pytest.param(HINDI.encode(), None, HINDI, "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + HINDI.encode(), None, HINDI, "utf-8", id="utf-8 with mark"),
        pytest.param(RUPEES.encode(), "iso-8859-1", RUPEES, "utf-8", id="label lies, bytes are utf-8"),
        pytest.param(RUPEES.encode(), "utf-16", RUPEES, "utf-8", id="label says utf-16, bytes are utf-8"),
        pytest.param(RUPEES.encode(), "rot13", RUPEES, "utf-8", id="label is no charset"),
        pytest.param(ENGLISH.encode("cp1252"), "windows-1252", ENGLISH, "cp1252", id="cp1252 as declared"),
        pytest.param(ENGLISH.encode("cp1252"), "ISO-8859-1", ENGLISH, "cp1252", id="latin-1 means cp1252"),
        pytest.param(ENGLISH.encode("cp1252"), '"us-ascii"', ENGLISH, "cp1252", id="ascii means cp1252"),
        pytest.param(RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN, "cp1251", id="cp1251 as declared"),
        pytest.param(
            "新聞".encode("shift_jis"), "x-sjis", "新聞", "shift_jis", id="shift_jis by its other name"
        ),
        pytest.param(
            "新聞".encode("iso-2022-jp"), "iso-2022-jp", "新聞", "iso2022_jp", id="seven-bit charset"
        ),
        pytest.param(RUPEES.encode("utf-16"), None, RUPEES, "utf-16-le", id="utf-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + HINDI.encode("utf-16-be"), None, HINDI, "utf-16-be", id="big end"),
        pytest.param(RUPEES.encode("utf-32"), None, RUPEES, "utf-32-le", id="utf-32 with mark"),
        pytest.param(RUPEES.encode("utf-16-le"), None, RUPEES, "utf-16-le", id="utf-16 proven"),
        pytest.param(HINDI.encode("utf-16-be"), None, HINDI, "utf-16-be", id="hindi in utf-16 proven"),
        pytest.param(URDU.encode("utf-16-le"), None, URDU, "utf-16-le", id="urdu in utf-16 proven"),
        pytest.param(HINDI.encode("utf-32-be"), None, HINDI, "utf-32-be", id="utf-32 proven"),
    ],
)
def test_reads_what_is_proven_without_a_word(
    data: bytes, declared: str | None, text: str, encoding: str
) -> None:
    decoded = decode(data, declared)
    assert (decoded.text, decoded.encoding, decoded.issues) == (text, encoding, ())


@pytest.mark.parametrize(
    ("data", "declared", "text", "codes"),
    [
        pytest.param(ENGLISH.encode("cp1252"), None, ENGLISH, ["encoding-guessed"], id="cp1252, not declared"),
        pytest.param(ENGLISH.encode("cp1252"), "utf-8", ENGLISH, ["encoding-guessed"], id="cp1252 called utf-8"),
        pytest.param(
            HINDI.encode() + b"caf\xe9 \x93open\x94", None, HINDI + "café “open”", ["encoding-guessed"],
            id="stray bytes in utf-8",
        ),
        pytest.param(
            HINDI.encode() + b"\xe0\xa4 x", None, HINDI + "\ufffd x", ["encoding-guessed", "replacement-character"],
            id="half a letter in utf-8",
        ),
        pytest.param(HINDI.strip().encode()[:-1], None, HINDI.strip()[:-1], ["cut-off"], id="ends inside a letter"),
        pytest.param(b"a\x00b \x07c", None, "ab c", ["control-characters"], id="control characters"),
        pytest.param(b"one\x0btwo\x0cthree", None, "one\ntwo\nthree", ["control-characters"], id="parted words"),
        pytest.param("a\ufffe\uffffb".encode(), None, "ab", ["control-characters"], id="noncharacters"),
        pytest.param("it\ufffds".encode(), None, "it\ufffds", ["replacement-character"], id="lost upstream"),
        pytest.param("it’s".encode().decode("cp1252").encode(), None, "it’s", ["mojibake-repaired"], id="mojibake"),
        pytest.param(
            codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c", None, "ab\ufffd", ["replacement-character"],
            id="half a unit of utf-16",
        ),
    ],
)  # fmt: skip
def test_says_what_it_guessed_removed_or_put_right(
    data: bytes, declared: str | None, text: str, codes: list[str]
) -> None:
    decoded = decode(data, declared)
    assert (decoded.text, [issue.code for issue in decoded.issues]) == (text, codes)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x07\x07 ", "empty"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"{\\rtf1\\ansi Pier}", "an RTF document"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\0\0\0\x18ftypmp42", "a video or a HEIF picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"ID3\x04\0\0", "an MP3 recording"),
        (bytes(range(256)) * 8, "too many control characters"),
        (RUSSIAN.encode("cp1251"), "name its charset"),
    ],
)
def test_refuses_what_is_no_copy(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableCopy, match=reason):
        decode(data, where="pier.txt")


@pytest.mark.parametrize("text", ["ID3 tags explained\n", "BZh", "GIF", "%PD", "PK reaches Pune by noon\n"])
def test_words_that_only_open_like_a_file_are_words(text: str) -> None:
    assert decode(text.encode()).text == text


def test_keeps_joiners_that_spell_words() -> None:
    word = "क्\u200dष र्\u200dय می\u200cخواهم"
    assert decode(word.encode()).text == word


def test_names_the_line_of_the_first_lost_character() -> None:
    assert decode("one\ntwo\ufffd\n\ufffd".encode()).issues[0].line == 2


LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], max_codepoint=0x2FFF), min_size=1
)


@given(LETTERS.filter(str.strip), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_always_right(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text.removeprefix("\ufeff") or "mojibake-repaired" in {
        i.code for i in decoded.issues
    }


@given(st.binary(), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "gbk", "idna", "undefined", "\0"]))
def test_any_bytes_are_text_or_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared).text
    except UnreadableCopy:
        return
    assert text.strip()
    text.encode("utf-8")
