"""What a reader would doubt in the text: a weekday that is another, an end that is none."""

from syndication.model.article import Dateline
from syndication.model.blocks import Paragraph, Quote
from syndication.prose import dates
from syndication.prose.draft import Draft
from syndication.prose.lines import Row

_ENDS = ".!?\"”’')]।۔|:…*"


def note(draft: Draft, kept: list[Row]) -> None:
    """Note a weekday that contradicts the dateline, and text that ends inside a sentence."""
    line: Dateline | None = draft.fields.get("dateline")
    if line and line.date:
        word = dates.contradicts(line.date, kept[0].text)
        if word:
            draft.issue("weekday-mismatch", f"{word!r}, but {line.date.isoformat()} is another day", kept[0])
    last = draft.fields.get("body", ())[-1:]
    text = kept[-1].text
    if any(issue.code == "cut-off" for issue in draft.issues) or not last:
        return
    if not isinstance(last[0], Paragraph | Quote):
        return
    signed = draft.fields.get("signoff") is not None
    dots = text.endswith(("…", "..."))
    if (dots and not signed) or (
        not signed and len(text.split(maxsplit=11)) >= 12 and text[-1] not in _ENDS and not text[-1].isdigit()
    ):
        draft.issue("cut-off", "the text ends inside a sentence", kept[-1])
