"""What a wire tells readers of a correction, in a line of its own: it may be published as it stands.

`(Corrects the number of boats in paragraph 2)` and `This story has been corrected to ...` speak of the story to
whoever reads it. `Eds: correcting ...` and `(Correcting the name in para 3)` speak to the desk that takes it.
"""

import re

from syndication.on_demand import Expression

_WAS = r"(?:has been|was) (?:\w+ )?(?:corrected|(?:updated|refiled|reissued|amended|changed) to (?:correct|fix))\b"
_BY_ITSELF = Expression(
    rf"this story corrects\b|this (?:story|article|copy) {_WAS}"
    r"|correct(?:s|ed)\b.{3,200}\b(?:para(?:graph)?s?|headline|dateline|byline|spelling)\b"
    r"|(?-i:Correction|Corrected):\s(?=(?:\S+\s+){5,}).{20,500}[.।۔]\Z",
    re.IGNORECASE,
)
_ENCLOSED = Expression(
    r"correct(?:s|ed(?!\s(?:version|copy|story|report|repeat|lead)\b))\b(?:\W+\w+){2}|correction:\s(?:\W*\w+){3}"
    r"|(?:an|the) (?:earlier|previous|original) (?:version|report)\b"
    rf"|(?:this|the) (?:story|report|article|copy|version|item) (?:corrects\b|{_WAS})",
    re.IGNORECASE,
)
_LABELLED = Expression(r"(?:editor['’]?s|ed(?:itorial|itor)?\.?) note\s?[:—–-]\s?", re.IGNORECASE)
_TO_THE_DESK = Expression(r"\b(?:eds?|editors|please|pls|kindly|attn|attention|desks?)\b", re.IGNORECASE)
_SAID = ("correct", "fix", "version", "report")  # one of these is in every form
_LONGEST = 600


def read(text: str, *, enclosed: bool) -> str | None:
    """Return what the line tells readers, None where it is no correction or speaks to editors.

    `text` is without its brackets; `enclosed` tells that it had some: then less is needed to know it.
    """
    lower = text.lower()
    if len(text) > _LONGEST or not any(word in lower for word in _SAID):
        return None
    label = _LABELLED.match(text)
    said = text[label.end() :] if label else text
    form = _ENCLOSED if enclosed or label else _BY_ITSELF
    return said if form.match(said) and not _TO_THE_DESK.search(said) else None
