"""The characters of copy: one form for line ends and blanks, references decoded, what XML forbids removed.

Nothing here guesses: dropped characters stay dropped, a replacement character stays and is an issue.
"""

import html
import re

import msgspec

from syndication.model.article import Issue
from syndication.on_demand import Expression

_LINE_ENDS = Expression("\r\n?|[\u0085\u2028\u2029\v\f]")
# XML 1.0 §2.2: what Char does not allow. Lone surrogates come from JSON; noncharacters are kept apart.
_FORBIDDEN = Expression("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANKS = Expression("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks without width or words. ZWNJ and ZWJ are dealt with apart: between letters they carry meaning.
_INVISIBLE = Expression("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SIGNS = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"  # a joiner between these makes one picture of them
_JOINER = Expression(
    f"(?<![^\\W\\d_])(?<![\u0900-\u0dff\u0600-\u06ff{_SIGNS}])[\u200c\u200d]|[\u200c\u200d](?![\\w{_SIGNS}])"
)
_REFERENCE = Expression(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAKS = Expression(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_PARAGRAPHS = Expression(r"[ \t]*</?p>[ \t]*", re.IGNORECASE)
_WRITTEN_ENDS = Expression(r"(?:\\r)?\\n")


class Cleaned(msgspec.Struct, frozen=True):
    """Text in one form, and what was noticed on the way."""

    text: str
    issues: tuple[Issue, ...]


def decode_references(text: str) -> str:
    """Return `text` with character references decoded until stable, at most twice."""
    for _ in range(2):
        if "&" not in text:
            break
        decoded = _REFERENCE.sub(lambda m: html.unescape(m[0]), text)
        if decoded == text:
            break
        text = decoded
    return text


def twice_escaped(text: str) -> str:
    """Return words of markup, decoded once, without the references that a second escaping left in them.

    `&lt;` and `&gt;` stay: who prints those speaks of markup.
    """
    return _REFERENCE.sub(_decoded, text) if "&" in text else text


def _decoded(reference: re.Match[str]) -> str:
    sign = html.unescape(reference[0])
    return reference[0] if sign in {"<", ">"} else sign


def clean(text: str) -> Cleaned:
    r"""Return `text` with `\n` line ends and plain blanks, without what XML 1.0 §2.2 forbids.

    Issues: `control-characters` with their count, `replacement-character` with theirs and its first line.
    """
    issues: list[Issue] = []
    if "&" in text:
        text = decode_references(text)
    if not text.isprintable():  # a quick test that plain one-line texts pass
        text = _LINE_ENDS.sub("\n", text)
    if "\\n" in text and "\n" not in text.strip("\n"):
        text = _WRITTEN_ENDS.sub("\n", text)  # a database dump that wrote its line ends as letters
    if not text.isascii():
        text = _BLANKS.sub(" ", text)
        text = _INVISIBLE.sub("", text)
        if "\u200c" in text or "\u200d" in text:
            text = _JOINER.sub("", text)
        if "\ufffd" in text:
            count = text.count("\ufffd")
            line = text.count("\n", 0, text.index("\ufffd")) + 1
            issues.append(
                Issue("replacement-character", f"{count} character(s) were lost before the copy came", line)
            )
    text, removed = _FORBIDDEN.subn("", text)
    if removed:
        issues.insert(0, Issue("control-characters", f"{removed} character(s) that XML forbids removed"))
    if "<" in text:
        text = _PARAGRAPHS.sub("\n\n", _BREAKS.sub("\n", text))
    return Cleaned(text, tuple(issues))
