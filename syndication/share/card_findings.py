"""What networks will find wanting in a story's card, so that an editor can mend it before readers share it."""

from syndication.model import Profile
from syndication.share.head import head_html
from syndication.share.shareable import Shareable
from syndication.validate import Finding, validate

PROFILE = "share-card"
_PAGE = '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n{}</head>\n<body></body>\n</html>\n'


def card_findings(story: Shareable) -> tuple[Finding, ...]:
    """Return what `syndication validate --profile share-card` says of the head of the story's page, the worst first."""
    page = _PAGE.format(head_html(story)).encode("utf-8", "replace")
    profile = Profile(name=PROFILE, rules=PROFILE, site=story.site)
    found = validate(page, profile, story.article.modified, "page")
    # What the rules of cards say in their own words is not said again in those of the standard, and nothing twice.
    said = {
        (f.rule, f.text): f for f in reversed(found) if f.level == "error" or not f.rule.startswith("page:")
    }
    return tuple(reversed(said.values()))
