"""The markers of headlines: signals, series tags, slug lines.

A marker is a bracketed word, a word in capitals alone on its line, a capital word followed by a colon, an
ordinal with `Lead`, or Reuters' word-digit-hyphen. `Lead poisoning`, `Repeat offenders` and `Update on Goa
mining: ...` are words of the headline.
"""

import re

import msgspec

from syndication.model.article import Genre
from syndication.on_demand import Expression
from syndication.vocabulary import agencies
from syndication.vocabulary.genres import GENRES

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "1st", "2nd", "3rd", "4th", "5th", "6th")
_WORDS = {
    "lead": "lead", "ld": "lead", "writethru": "lead", "update": "update", "updates": "update",
    "updated": "update", "wrapup": "update", "wrap": "update", "correction": "correction",
    "corrected": "correction", "correcting": "correction", "corrects": "correction", "refile": "correction",
    "repeat": "repeat", "rpt": "repeat", "repeating": "repeat", "repeats": "repeat", "retransmission": "repeat",
    "flash": "flash", "snap": "flash", "newsflash": "flash", "alert": "alert", "urgent": "urgent",
    "breaking": "breaking", "breaking news": "breaking", "bulletin": "bulletin", "kill": "kill",
    "mandatory kill": "kill", "kill notice": "kill", "story kill": "kill", "killed": "kill",
    "withdraw": "withdrawal", "withdrawal": "withdrawal", "withdrawn": "withdrawal",
    "news alert": "alert", "news flash": "flash", "just in": "breaking", "big breaking": "breaking",
    "advisory": "advisory", "contd": "contd", "continued": "contd", "embargoed": "embargoed",
    "लीड": "lead", "अपडेट": "update", "संशोधित": "correction", "ब्रेकिंग": "breaking", "दोहराव": "repeat",
}  # fmt: skip
"""A marker's words in lower case to the signal."""

_COLON = Expression(
    r"(?P<words>[A-Z][A-Za-z0-9]{1,13}(?: [A-Z0-9][A-Za-z0-9]{0,8}){0,2})\s{0,2}:\s{0,3}(?=\S)"
)
_BARRED = Expression(r"(?P<words>[A-Z]{3,12}(?: [A-Z]{2,8})?)\s(?:\||[-–—]{1,2})\s(?=\S)")
_BRACKET_FRONT = Expression(r"[(\[](?P<words>[^()\[\]]{2,40})[)\]]\s{0,3}:?\s{0,3}(?=\S)")
_BRACKET_BEHIND = Expression(r"\s{0,3}[(\[](?P<words>[^()\[\]]{2,60})[)\]]\.?\Z")
_TAG_ALONE = Expression(r"[(\[](?P<words>[^()\[\]]{2,40})[)\]]\Z")
_ORDINAL_FRONT = Expression(
    r"(?P<words>(?:1st|2nd|3rd|[4-9]th|1ST|2ND|3RD|[4-9]TH)\s(?:Lead|Ld|LEAD|LD)|LD\s?\d?)(?:\s{0,2}[-–:,]\s{0,2}|\s)(?=\S)"
)
_REUTERS = Expression(
    r"(?P<word>UPDATE|WRAPUP|RPT|REPEAT|CORRECTED|CORRECTION|REFILE|EXCLUSIVE|FACTBOX|ANALYSIS|INTERVIEW|ADVISORY|"
    r"EXPLAINER|TIMELINE|FLASH|URGENT|BREAKING)(?:(?: ?\d{1,2})?-(?=[^\s\d])|-\d{1,2}[ :-]\s?(?=\S))"
)
_TAKE_FRONT = Expression(
    r"(?:TAKE|Take)\s(?P<number>\d{1,2}|[Tt]wo|TWO|[Tt]hree|THREE)\s{0,2}[-–:,]\s{0,2}(?=\S)"
)
_TAKE_BEHIND = Expression(
    r"\s{0,2}[-–,:]\s{0,2}[Tt]ake[- ](?P<number>\d{1,2})\Z|\sTAKE[- ](?P<number2>\d{1,2})\Z"
)
_TAKE = Expression(r"take[- ](\d{1,2}|one|two|three|four)\Z|(\d{1,2})(?:st|nd|rd|th)? take\Z")
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
_ORDINAL = Expression(
    rf"(?:(?:{'|'.join(_ORDINALS)}|\d{{1,2}})[- ])?(lead|ld)(?:[- ]?(?:\d{{1,2}}|writethru))?\Z"
)
_AP_SLUG = Expression(
    r"(?P<slug>(?:BC|AM|PM|US|AP|HF|BUS|SPT)-[A-Z]{1,4}--?[\w'’.-]{2,60}(?: [\w'’.-]{1,20}){0,3})"
    r"(?P<marks>(?:,\s?[\w /-]{1,40}?){0,4}?)(?:,\s?(?P<words>\d{2,5}))?\Z"
)
_SMALL_SLUG = Expression(r"(?=[^\s]{8,60}\Z)[a-z][a-z0-9]{1,20}(?:[-_][a-z0-9]{1,20}){1,8}\Z")
_LAST_MARK = Expression(r"\A\d(?:st|nd|rd|th)|\d{1,2}\Z")
_SLUG_PARTS = Expression("[ -]+")
_SLUG_WORD = Expression(r"[A-Z0-9][A-Z0-9&/.-]{0,20}\Z")
_SLUG_MARKS = frozenset({"LEAD", "LD", "RPT", "REPEAT", "CORRECTED", "KILL", "URGENT", "FLASH", "UPDATE"})
_MARK = Expression("[a-z]")


class Marks(msgspec.Struct, frozen=True):
    """A headline without its markers, and what they said."""

    text: str
    signals: tuple[str, ...] = ()
    genres: tuple[Genre, ...] = ()


class Slug(msgspec.Struct, frozen=True):
    """A slug line: the slug, its signals, the number of words that it announces."""

    text: str
    signals: tuple[str, ...] = ()
    word_count: int | None = None


def read(headline: str) -> Marks:
    """Return the headline without the markers in front and behind; markers alone leave it empty."""
    alone = signals_alone(headline)
    if alone:
        return Marks("", alone)
    text = headline.strip()
    tag = _TAG_ALONE.match(text) if text[:1] in {"(", "["} else None
    genre = _genre(tag["words"]) if tag else None
    if genre:
        return Marks("", (), (genre,))
    signals: list[str] = []
    genres: list[Genre] = []
    for _ in range(4):  # `(Second Lead) UPDATE 1-... (IANS Interview)`
        rest = _front(text, signals, genres)
        rest = _behind(rest, signals, genres)
        if rest == text:
            break
        text = rest
    return Marks(text, tuple(dict.fromkeys(signals)), tuple(dict.fromkeys(genres)))


def signals_alone(line: str) -> tuple[str, ...]:
    """Return the signals of a line that holds nothing but markers, in capitals or brackets."""
    words = line.strip(" *-–—:.!#=_")
    if not 2 <= len(words) <= 40:
        return ()
    if words[0] in "([" and words[-1] in ")]":
        return _signals(words[1:-1], loose=True)
    if _MARK.search(words.replace("Take ", "").replace("1st", "").replace("2nd", "").replace("3rd", "")):
        return ()
    return _signals(words)


def slugline(line: str) -> Slug | None:
    """Return a slug line of AP (`BC-AS--India-Rain, 2nd Ld-Writethru,410`) or PTI (`LEAD RAIN 2`)."""
    if len(line) > 120 or len(line) < 4:
        return None
    if not line[:2].isupper():
        return _small_slug(line)
    found = _AP_SLUG.match(line)
    if found:
        marks = _signals_within(found["marks"])
        return Slug(found["slug"].strip(), marks, int(found["words"]) if found["words"] else None)
    words = _SLUG_PARTS.split(line)
    if not 2 <= len(words) <= 5 or not all(map(_SLUG_WORD.match, words)):
        return None
    first = words[1] if words[0][:1].isdigit() else words[0]
    last = words[-2] if words[-1].isdigit() else words[-1]
    marks = tuple(dict.fromkeys(_WORDS[w.lower()] for w in (first, last) if w in _SLUG_MARKS))
    if not marks or (len(words) > 4 and not words[-1].isdigit()):
        return None
    return Slug(line, marks)


def _small_slug(line: str) -> Slug | None:
    """Return a slug line in small letters: `bihar-flood-relief-3rdld`."""
    if not _SMALL_SLUG.match(line):
        return None
    words = (_LAST_MARK.sub("", part) for part in re.split("[-_]", line)[1:])
    return Slug(line, tuple(dict.fromkeys(_WORDS[word] for word in words if word in _WORDS)))


def _front(text: str, signals: list[str], genres: list[Genre]) -> str:  # noqa: PLR0911  # one return for each shape of line
    first = text[:1]
    if first in "([":
        found = _BRACKET_FRONT.match(text)
        if found and _take_words(found["words"], signals, genres):
            return text[found.end() :]
        return text
    if not (first.isupper() or first.isdigit()):
        return text
    reuters = _REUTERS.match(text) if text[1:2].isupper() else None
    if reuters:
        _take_words(reuters["word"], signals, genres)
        return text[reuters.end() :]
    take = _TAKE_FRONT.match(text) if first == "T" else None
    if take:
        signals.append(f"take:{_NUMBERS.get(take['number'].lower(), take['number'])}")
        return text[take.end() :]
    ordinal = _ORDINAL_FRONT.match(text) if first == "L" or first.isdigit() else None
    if ordinal:
        signals.append("lead")
        return text[ordinal.end() :]
    barred = _BARRED.match(text) if text[1:2].isupper() else None
    if barred and _signals(barred["words"]):
        signals.extend(_signals(barred["words"]))
        return text[barred.end() :]
    found = _COLON.match(text) if ":" in text else None
    if found:
        # `Lead: the grey metal` goes on with the sentence: what a marker marks begins with a capital.
        goes_on = not found["words"].isupper() and text[found.end()].islower()
        said = () if goes_on else _signals(found["words"])
        # A genre in front of a colon is a label of ours only in capitals: `Interview: ...` is a headline, which
        # says what kind of writing it is all the same.
        ours = found["words"].isupper() or agencies.agency(found["words"].split(maxsplit=1)[0])
        genre = None if goes_on else _genre(found["words"])
        if said or (ours and genre):
            _take_words(found["words"], signals, genres)
            return text[found.end() :]
        if genre:
            genres.append(genre)
    return text


def _behind(text: str, signals: list[str], genres: list[Genre]) -> str:
    if text[-1:] in {")", "]", "."}:
        found = _BRACKET_BEHIND.search(text, max(0, len(text) - 66))
        if found and found.start() and _take_words(found["words"], signals, genres):
            return text[: found.start()]
    take = _TAKE_BEHIND.search(text, max(0, len(text) - 14)) if text[-1:].isdecimal() else None
    if take and take.start():
        signals.append(f"take:{take['number'] or take['number2']}")
        return text[: take.start()]
    return text


def _take_words(words: str, signals: list[str], genres: list[Genre]) -> bool:
    said = _signals(words, loose=True)
    genre = None if said else _genre(words)
    signals.extend(said)
    if genre:
        genres.append(genre)
    return bool(said or genre)


def _signals(words: str, *, loose: bool = False) -> tuple[str, ...]:
    """Return the signals when every part of `words` is one, else nothing.

    `loose`: words may follow the first behind a comma (`(Lead, correcting name)`).
    """
    found: list[str] = []
    for part in re.split(r"[,;/&]|(?<=\w)-(?=[A-Z])", words):
        signal = _signal(part)
        if not signal and loose and found and part.split():
            signal = _WORDS.get(part.split()[0].lower(), found[0])
        if not signal:
            return ()
        found.append(signal)
    return tuple(dict.fromkeys(found))


def _signals_within(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for part in re.split("[,-]", words) if (s := _signal(part))))


def _signal(part: str) -> str | None:
    words = part.strip(" .:*!").lower().split()
    key = " ".join(words if len(set(words)) > 1 else words[:1])  # `KILL KILL KILL` says it once
    if key in _WORDS:
        return _WORDS[key]
    if _ORDINAL.match(key):
        return "lead"
    take = _TAKE.match(key)
    if take:
        number = take[1] or take[2]
        return f"take:{_NUMBERS.get(number, number)}"
    stem, _, number = key.rpartition(" ")
    return _WORDS.get(stem) if number.isdigit() and len(number) < 3 else None


def _genre(words: str) -> Genre | None:
    """Return the genre of a series tag: `IANS Interview`, `IANS Review; Rating: ***`, `Roundup`."""
    tag = re.split("[;:]", words, maxsplit=1)[0].strip()
    first, _, rest = tag.partition(" ")
    if rest and agencies.agency(first):
        tag = rest
    found = GENRES.get(tag.strip().lower())
    return Genre(*found) if found else None
