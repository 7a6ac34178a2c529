"""What was understood, written down as plain copy and read again, is understood the same."""

from collections.abc import Iterator

import pytest

from syndication import parse
from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery
from syndication.model.article import Dateline, Signoff
from syndication.model.blocks import Paragraph, Subhead, plain
from tests.copy_corpus import Case, cases

OWN_FORM = {
    "PTI": "PTI {}",
    "UNI": "UNI {}",
    "Bhasha": "भाषा {}",
    "dpa": "dpa {}",
    "HS": "हिन्दुस्थान समाचार / {}",
    "Univarta": "{}\nवार्ता",
}
"""How an agency prints its name and initials, where it has a form of its own."""


def written(article: Article) -> str | None:
    """Return a story of paragraphs in the wire form, None for one that holds more, or is a notice of a kill."""
    if not article.headline or not article.body or article.pub_status != "usable":
        return None
    paragraphs = [plain(b.text) for b in article.body if isinstance(b, Paragraph | Subhead)]
    if len(paragraphs) < len(article.body):
        return None
    if article.dateline:
        paragraphs[0] = dated(article.dateline, paragraphs[0])
    head = [article.headline, *([f"By {article.byline}"] if article.byline else [])]
    return "\n\n".join(["\n".join(head), *paragraphs, *signed(article.signoff)]) + "\n"


def dated(dateline: Dateline, words: str) -> str:
    if dateline.text.endswith(")"):
        return f"{dateline.text} {words}"
    if dateline.agency:
        return f"{dateline.text} - {words}"
    return f"{dateline.text}\n\n{words}" if dateline.date else f"{dateline.text}: {words}"


def signed(signoff: Signoff | None) -> Iterator[str]:
    if signoff is None:
        return
    initials = "/".join(part for part in (signoff.desk, signoff.initials) if part)
    if initials and signoff.agency == "UNI" and not initials.isascii():
        yield f"یو این آئی۔ {initials}"
    elif signoff.agency in OWN_FORM:
        yield OWN_FORM[signoff.agency].format(initials).strip("/ \n")
    elif signoff.agency:
        yield f"--{signoff.agency}\n{initials}".strip()
    else:
        yield initials


def stories(case: Case) -> list[Article]:
    try:
        return [reading.article for reading in parse.parse(case.delivery())]
    except UnreadableCopy:
        return []


@pytest.mark.parametrize("case", cases(), ids=str)
def test_reads_its_own_plain_rendering_as_the_same_story(case: Case) -> None:
    for article in stories(case):
        text = written(article)
        if text is None:
            continue
        copy = Delivery(data=text.encode(), source="own", locator="own.txt", received=article.source.received)
        (again,) = [reading.article for reading in parse.parse(copy)]
        for field in ("headline", "byline", "dateline", "signoff"):
            assert getattr(again, field) == getattr(article, field), f"{field}\n{text}"
        assert [plain(b.text) for b in again.body if isinstance(b, Paragraph | Subhead)] == [
            plain(b.text) for b in article.body if isinstance(b, Paragraph | Subhead)
        ], text
