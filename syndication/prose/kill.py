"""Kill notices and withdrawals: what must go, and that nothing of it may be published."""

import re

from syndication.model.article import Link
from syndication.on_demand import Expression
from syndication.prose.draft import Draft
from syndication.prose.lines import Row

SIGNALS = frozenset({"kill", "withdrawal"})
_REQUEST = Expression(
    r"\b(?:please|kindly|editors?,?|must|should|to)\s+(?:\w+\s+){0,3}?(?P<verb>kill|withdraw|cancel|disregard|ignore|spike|not use|remove)\b"
    r".{0,80}?\b(?:story|stories|copy|item|report|headlined|slugged|alert|flash)\b"
    r"|\b(?:story|copy|item|report)\b.{0,200}?\b(?:is|has been|have been|stands|stand|are|was)\s+(?:hereby\s+)?(?:being\s+)?(?P<state>killed|withdrawn|retracted|cancelled|canceled)\b"
    r"|\b(?:has|have)\s+(?:\w+\s+)?(?P<done>killed|withdrawn|retracted)\s+(?:its|the|our|this|a)\s+(?:story|copy|item|report)\b",
    re.IGNORECASE,
)
_QUOTED = Expression(r"[\"“‘']{1,2}(?P<title>[^\"“”\n]{8,200}?)[\"”’']{1,2}(?=[\s.,;:)]|\Z)")
_TITLED = Expression(
    r"\b(?:headlined|titled|entitled|headline|slugged|slugline|slug)\s?:?\s{1,2}[\"“‘']?(?P<title>[^\"“”\n.;,]{3,160}?)[\"”’']?(?=[.;,]|\s(?:and|which|that|filed|sent|issued|moved|datelined|released|of|from|on)\b|\Z)",
    re.IGNORECASE,
)
_SLUG = Expression(
    r"\b(?:slugged|slugline|slug)\s?:?\s{1,2}[\"“‘']?(?P<slug>[A-Z0-9][A-Z0-9&]{1,20}(?: [A-Z0-9][A-Z0-9&]{1,20}){1,4}\b|[A-Z0-9][\w&-]{2,40}(?: ?[/-] ?[\w&-]{1,40}){0,3})[\"”’']?"
)
_LONGEST_NOTICE = 1600
_ADDRESSES = (
    "please", "kindly", "editors", "attn", "kill", "attention", "withdraw", "the story", "our story", "the following",
    "this story",
)  # fmt: skip
_ADDRESSED = ("please", "kindly", "editors", "attn", "attention", "mandatory kill", "subscribers")


def is_notice(texts: list[str], notes: list[str], *, placed: bool = False) -> str | None:
    """Return the signal of copy that asks for a story to be taken away, without being marked so.

    `notes` are addressed to editors anyhow; `texts` are the paragraphs. Copy with a dateline (`placed`) is a
    story unless its first words are addressed to editors.
    """
    if placed and not (texts and texts[0][:40].lower().startswith(_ADDRESSED)):
        texts = []
    if sum(map(len, texts)) > _LONGEST_NOTICE:
        return None
    for text, noted in (*((note, True) for note in notes), *((words, False) for words in texts[:4])):
        lower = text[:600].lower()
        if not any(
            noun in lower for noun in ("story", "stories", "copy", "item", "report", "slug", "headlined")
        ):
            continue
        found = _REQUEST.search(text[:600])
        if found and (noted or lower.startswith(_ADDRESSES) or "please" in lower or "kindly" in lower):
            said = (found["verb"] or found["state"] or found["done"]).lower()
            return "withdrawal" if said.startswith(("withdr", "retract")) else "kill"
    return None


def apply(draft: Draft, body: list[Row], *, placed: bool) -> None:
    """Cancel the story; name what must go in `links` and, in words, in `ed_notes`.

    Copy with a dateline is the story itself, marked; without one it is a notice and all of it is a note.
    """
    draft.fields["pub_status"] = "canceled"
    named: list[str] = []
    if not placed:
        for row in body:
            draft.note(row.text, "kill")
            draft.put(row, "ed_notes", "kill-notice")
        body.clear()
    for note in draft.fields.get("ed_notes", ()):
        named += titles(note.text)
    for own in (draft.fields.get("headline"), draft.fields.get("slugline")):
        if own:
            named.append(own)
    links = draft.fields.get("links", ())
    draft.fields["links"] = (*links, *(Link("previous", title=title) for title in dict.fromkeys(named)))


def titles(text: str) -> list[str]:
    """Return the headlines and slugs that a notice names."""
    found = [m["title"].strip() for m in _QUOTED.finditer(text)]
    found += [m["slug"].strip() for m in _SLUG.finditer(text)]
    if not found:
        found = [m["title"].strip() for m in _TITLED.finditer(text)]
    return found
