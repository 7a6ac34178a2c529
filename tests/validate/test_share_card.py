"""What a document beside the test would be too large to show."""

from syndication.model import Profile
from syndication.validate import validate
from tests.validate.cases import DATA, NOW

CARD = Profile(name="share-card", rules="share-card")
PAGE = (DATA / "share-card" / "SC13-pass.html").read_bytes()


def said(size: int) -> list[str]:
    """Return what is said of the length of a page of so many bytes."""
    page = PAGE.replace(b"</body>", b"<p>" + b"x" * (size - len(PAGE) - 3) + b"</body>")
    assert len(page) == size
    return [finding.text for finding in validate(page, CARD, NOW, "page") if finding.rule == "SC13"]


def test_a_page_ends_before_previewers_stop_reading() -> None:
    assert said(300_000) == []
    assert said(300_001) == ["the page has 300001 bytes; WhatsApp reads the first 300000"]
