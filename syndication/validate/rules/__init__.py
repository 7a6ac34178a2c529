"""What each aggregator demands, one module per profile, each with its table of rules."""

from collections.abc import Mapping

from syndication.validate.rule import Rule
from syndication.validate.rules import (
    apple_news,
    baseline,
    discover_page,
    dzen,
    feedly,
    flipboard,
    fulltext_partner,
    google_feed,
    google_news_sitemap,
    line,
    msn,
    newsbreak,
    share_card,
    smartnews,
    strict,
)

TABLES: Mapping[str, tuple[Rule, ...]] = {
    "baseline": (),
    "google-feed": google_feed.RULES,
    "google-news-sitemap": google_news_sitemap.RULES,
    "discover-page": discover_page.RULES,
    "share-card": share_card.RULES,
    "msn": msn.RULES,
    "flipboard": flipboard.RULES,
    "smartnews": smartnews.RULES,
    "newsbreak": newsbreak.RULES,
    "line": line.RULES,
    "gunosy": line.GUNOSY_RULES,
    "dzen": dzen.RULES,
    "apple-news": apple_news.RULES,
    "fulltext-partner": fulltext_partner.RULES,
    "feedly": feedly.RULES,
    "strict": strict.RULES,
}


def rules_of(profile: str) -> tuple[Rule, ...]:
    """Return the rules of a built-in profile: the baseline's, then its own."""
    return (*baseline.RULES, *TABLES.get(profile, ()))
