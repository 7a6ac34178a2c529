"""The dateline that stands in a record's summary where its body has none (IANS in Hindi)."""

import msgspec

from syndication.prose import dateline
from syndication.prose.draft import Draft


def take(draft: Draft) -> None:
    """Take the dateline that stands in a record's summary where its body has none (IANS in Hindi)."""
    summary = draft.fields.get("summary")
    if not summary or draft.fields.get("dateline"):
        return
    found = dateline.read(summary, draft.context.received)
    if found and found.start == 0 and found.dateline.date:
        draft.fields["dateline"] = found.dateline
        draft.fields["summary"] = summary[found.text :].strip() or None
        draft.fields["summaries"] = tuple(
            msgspec.structs.replace(s, text=s.text[found.text :].strip() or s.text)
            if s.text == summary
            else s
            for s in draft.fields.get("summaries", ())
        )
