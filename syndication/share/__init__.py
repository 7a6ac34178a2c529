"""What is said about one story elsewhere: share links, social metadata, oEmbed.

`admit` is the only door: it gives a `Shareable` for a story that the public may see at that instant, None
for any other (`refusal` says why). All else takes the Shareable, so nothing can be said about a story that
is withheld, killed, expired or under embargo.

    story = admit(article, site, sharing, now)
    if story is None:
        print(refusal(article, now))              # and the page's head is HIDDEN
    else:
        links(story)                              # the site's networks in its order
        links(story, ["mastodon"])                # these; UnknownNetwork for a retired or unknown id
        buttons(links(story))                     # the same as HTML
        head_html(story, alternates)              # title, meta, link, JSON-LD for the top of <head>
        head_elements(story), news_article(story)  # the same as data
        cards(story), card_findings(story)        # how five networks show it; what `validate` finds wanting
    sheet(story)                              # all of it as one record for JSON
        qr_svg(url), qr_png(url)

The endpoint `GET /oembed` is `oembed_answer(method, parameters, site, find)`, where `find` gives the
Shareable of a short id. `ordered(sharing)` raises UnknownNetwork for a configuration that names a network
which has no link.
"""

from syndication.model.sharing import AuthorPage, Sharing, SitePicture
from syndication.share.button_list import buttons
from syndication.share.card import Card, cards
from syndication.share.card_findings import card_findings
from syndication.share.element import Element
from syndication.share.head import HIDDEN, Alternate, head_elements, head_html
from syndication.share.json_ld import news_article, script
from syndication.share.networks import NETWORKS, by_id, ordered
from syndication.share.oembed_body import as_json, as_xml, oembed
from syndication.share.oembed_endpoint import Answer, oembed_answer, oembed_question
from syndication.share.qr import qr_png, qr_svg
from syndication.share.retired import RETIRED
from syndication.share.share_link import NativeData, ShareLink, link, links
from syndication.share.share_sheet import Sheet, sheet
from syndication.share.shareable import Shareable, admit, refusal

__all__ = [
    "HIDDEN",
    "NETWORKS",
    "RETIRED",
    "Alternate",
    "Answer",
    "AuthorPage",
    "Card",
    "Element",
    "NativeData",
    "ShareLink",
    "Shareable",
    "Sharing",
    "Sheet",
    "SitePicture",
    "admit",
    "as_json",
    "as_xml",
    "buttons",
    "by_id",
    "card_findings",
    "cards",
    "head_elements",
    "head_html",
    "link",
    "links",
    "news_article",
    "oembed",
    "oembed_answer",
    "oembed_question",
    "ordered",
    "qr_png",
    "qr_svg",
    "refusal",
    "script",
    "sheet",
]
