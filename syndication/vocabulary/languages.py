"""Which language a text is in, as far as its script and commonest words prove it (BCP 47)."""

from collections import Counter

from syndication.on_demand import Expression

# First and last code point of the letters of a script, and the language that is written in no other
# way by the wires; None: several languages share it.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0400, 0x052F, "Cyrl"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "Arab"), (0x0370, 0x03FF, "el"),
    (0x0750, 0x077F, "Arab"), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"), (0x0B00, 0x0B7F, "or"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"),
    (0x0F00, 0x0FFF, "bo"), (0x1000, 0x109F, "my"), (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "ko"),
)  # fmt: skip
_SHARED = {"Cyrl": ("ru", "uk", "bg"), "Arab": ("ur", "ar", "fa", "ps", "sd"), "Deva": ("hi", "mr", "ne", "sa"),
           "Hani": ("zh", "ja")}  # fmt: skip
_URDU = frozenset("ٹڈڑںےھہ")
_ARABIC = frozenset("ةىيكإأ")
_WORD = Expression(r"[^\W\d_]+")
_COMMON: dict[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "the of and to in for on is was said with that by at from has have after will",
        "fr": "le la les des et du un une dans est pour que qui sur avec au aux",
        "es": "el los las del y un una en es por para que con se su al",
        "de": "der die das und den dem ein eine ist mit von im auf für sich",
        "it": "il gli della di e un una che per con del nel sono è alla",
        "pt": "o os da do dos e um uma em que para com não no na",
    }.items()
}
_SAMPLE = 400


def language(text: str, hint: str | None = None) -> str | None:
    """Return the language of `text`, None where nothing proves it.

    A script that one language has decides. Where several share a script, `hint` chooses among them, else
    the language that agency copy in that script is in (Hindi, Urdu by its own letters). Latin text needs
    its commonest words; where they are silent, `hint`.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii():
        found = _by_script(sample, hint)
        if found != "Latn":
            return found
    words = _WORD.findall(sample.lower())
    english = sum(map(_COMMON["en"].__contains__, words))
    if english * 6 >= len(words) > 11:  # nothing else has so many of them
        return hint if hint and hint.startswith("en") else "en"
    scores = {tag: sum(map(common.__contains__, words)) for tag, common in _COMMON.items()}
    best = max(scores, key=scores.__getitem__)
    if scores[best] and list(scores.values()).count(scores[best]) == 1 and scores[best] * 20 >= len(words):
        return hint if hint and hint.split("-")[0] == best else best
    return hint


def _by_script(sample: str, hint: str | None) -> str | None:  # noqa: PLR0911  # one return for each script
    counts: dict[str, int] = {}
    for letter, times in Counter(sample).items():
        code = ord(letter)
        if code < 0x250:
            name = "Latn" if letter.isalpha() else ""
        else:
            name = next((tag for first, last, tag in _SCRIPTS if first <= code <= last), "")
        if name:
            counts[name] = counts.get(name, 0) + times
    if not counts:
        return hint
    script = max(counts, key=counts.__getitem__)
    if script == "Hani" and counts.get("ja"):
        return "ja"
    if script not in _SHARED:
        return script
    base = hint.split("-")[0] if hint else ""
    if base in _SHARED[script]:
        return hint
    if script == "Arab":
        if not _URDU.isdisjoint(sample):
            return "ur"
        return "ar" if not _ARABIC.isdisjoint(sample) else None
    return {"Deva": "hi", "Hani": "zh"}.get(script)
