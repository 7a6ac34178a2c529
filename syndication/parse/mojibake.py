"""UTF-8 that somebody read as windows-1252 or latin-1: put right where that can be proven.

The proof is a round trip: a run of characters whose windows-1252 bytes are valid UTF-8. The package ftfy
does more, by guessing, for 90 ms and 10 MB at import; here what is not proven stays as it came.
"""

import re

import msgspec

from syndication.model.article import Issue
from syndication.on_demand import Expression

# Bytes 80 to FF as windows-1252 prints them; the five that it leaves undefined print as themselves.
_HIGH = tuple(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0x100))
_CONTINUATION = "".join(_HIGH[:0x40]) + "".join(map(chr, range(0x80, 0xA0)))
_RUN = Expression(f"(?:[Â-ß][{_CONTINUATION}]|[à-ï][{_CONTINUATION}]{{2}}|[ð-ô][{_CONTINUATION}]{{3}})+")
_BYTES = {ord(c): b for b, c in enumerate(_HIGH, 0x80)} | {c: c for c in range(0x80, 0xA0)}
# What may close a word in good text: after a capital letter it is no proof (`AMANHÃ…`, `CLICHÉ”`).
_CLOSERS = frozenset("…‘’“”–—™")
_ROUNDS = 3
LEAD = b"\xc3"
"""The byte of UTF-8 with which every run begins: it is a letter from U+00C0 on."""


class Repair(msgspec.Struct, frozen=True):
    """The text with its proven faults put right, how many runs there were, and the line of the first."""

    text: str
    runs: int = 0
    line: int | None = None


def repair(text: str) -> Repair:
    """Return `text` with every provable run replaced; `line` counts from 1. Twice spoilt text is followed."""
    count, line = 0, None
    for _ in range(_ROUNDS):
        if text.isascii() or LEAD not in text.encode("utf-8", "surrogatepass") or not _RUN.search(text):
            break
        rights = [(run, _right(run, text)) for run in _RUN.finditer(text)]
        scripts = {_script(c) for _, right in rights if right and len(right) > 1 for c in right}
        pieces: list[str] = []
        end = changed = 0
        for run, right in rights:
            if right is None or not (len(right) > 1 or _shown(run, right, scripts)):
                continue
            line = line or text.count("\n", 0, run.start()) + 1
            pieces += (text[end : run.start()], right)
            end = run.end()
            changed += 1
        if not changed:
            break
        text = "".join(pieces) + text[end:]
        count = max(count, changed)
    return Repair(text, count, line)


def repaired(repair: Repair) -> tuple[Issue, ...]:
    """Return the issue that tells of a repair, none where nothing was changed."""
    if not repair.runs:
        return ()
    message = f"{repair.runs} runs of UTF-8 that was read as windows-1252 were put right"
    return (Issue("mojibake-repaired", message, repair.line),)


def _right(run: re.Match[str], text: str) -> str | None:
    said = run.group()
    try:
        right = bytes(_BYTES[ord(c)] for c in said).decode("utf-8")
    except UnicodeDecodeError:
        return None
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if len(said) == 2 and said[1] in _CLOSERS and before.isupper() and not after.isalpha():
        return None
    return right


def _shown(run: re.Match[str], letter: str, scripts: set[int]) -> bool:
    """Tell whether one character alone is proof: a foreign letter may be a letter and two marks (`fiancé”—`)."""
    return _western(letter) or _script(letter) in scripts or any("\x80" <= c <= "\x9f" for c in run.group())


def _script(character: str) -> int:
    return ord(character) >> 7


def _western(character: str) -> bool:
    """Tell Latin letters, punctuation, currency, letter-like signs, arrows, marks and emoji."""
    code = ord(character)
    return code < 0x180 or 0x2000 <= code < 0x2C00 or 0xFE00 <= code < 0xFE10 or code >= 0x1F000
