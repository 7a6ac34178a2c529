"""Campaign parameters: which network a reader came from, in the words that web analytics group by."""

from syndication.model import Sharing
from syndication.share.clean_text import clean
from syndication.share.network import Network


def pairs(network: Network, sharing: Sharing) -> tuple[tuple[str, str], ...]:
    """Return source, medium and campaign in this order, lower case; () where the site wants none."""
    if not sharing.campaign:
        return ()
    name = clean(sharing.campaign_name).lower() or "share"
    return (("utm_source", network.id), ("utm_medium", network.medium), ("utm_campaign", name))
