"""Every network that stories can be shared on, one line each, and how an id is looked up.

The values: `url` the share address, `title` the headline, `text` both with a line break between, `summary`,
`image`, `tags` hashtags with commas, `tag` one with its #, `topic` a keyword as it is, `via` an X handle,
`app` the Facebook app id, `instance` a host of the site's choice, `host` that of the story, `mail` the body
of a mail.
"""

import difflib

from syndication.errors import UnknownNetwork
from syndication.model.graphemes import length
from syndication.model.sharing import Sharing
from syndication.share import counting
from syndication.share.network import Limit, Network
from syndication.share.retired import RETIRED, WITHOUT_LINK

CHARACTERS = counting.code_points

# One row is one line, however long.
# fmt: off
NETWORKS = (
    Network("x", "X", "https://x.com/intent/tweet?text={title}&url={url}[&hashtags={tags}][&via={via}]", Limit(280, counting.x, "composed"), "parameter"),
    Network("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}[&hashtag={tag}]", None, "parameter"),
    Network("messenger", "Messenger", "https://www.facebook.com/dialog/send?app_id={app}&link={url}&redirect_uri={url}", None),
    Network("whatsapp", "WhatsApp", "https://api.whatsapp.com/send?text={text}", tagging="text"),
    Network("telegram", "Telegram", "https://t.me/share/url?url={url}&text={title}", Limit(4096, CHARACTERS), "text"),
    Network("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", None),
    Network("reddit", "Reddit", "https://www.reddit.com/submit?url={url}&title={title}", Limit(300, CHARACTERS)),
    Network("threads", "Threads", "https://www.threads.com/intent/post?text={title}&url={url}[&tag={topic}]", Limit(500, counting.threads), "parameter"),
    Network("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={text}", Limit(300, length, "post"), "text"),
    Network("mastodon", "Mastodon", "https://share.joinmastodon.org/#text={text}", Limit(500, counting.mastodon, "post"), "text", at_instance="https://{instance}/share?text={text}"),
    Network("misskey", "Misskey", "https://misskey-hub.net/share/?text={title}&url={url}", Limit(3000, CHARACTERS), "text", at_instance="https://{instance}/share?text={title}&url={url}", confirmed=False),
    Network("lemmy", "Lemmy", "https://{instance}/create_post?url={url}&title={title}", Limit(200, CHARACTERS)),
    Network("diaspora", "diaspora*", "https://share.diasporafoundation.org/?title={title}&url={url}", tagging="text"),
    Network("pinterest", "Pinterest", "https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={title}", Limit(500, CHARACTERS), "text"),
    Network("tumblr", "Tumblr", "https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl={url}&title={title}[&caption={summary}][&tags={tags}]", tagging="parameter"),
    Network("hackernews", "Hacker News", "https://news.ycombinator.com/submitlink?u={url}&t={title}", Limit(80, CHARACTERS)),
    Network("lobsters", "Lobsters", "https://lobste.rs/stories/new?url={url}&title={title}"),
    Network("meneame", "Menéame", "https://www.meneame.net/submit?url={url}", None, confirmed=False),
    Network("flipboard", "Flipboard", "https://share.flipboard.com/bookmarklet/popout?v=2&title={title}&url={url}"),
    Network("line", "LINE", "https://social-plugins.line.me/lineit/share?url={url}&text={title}"),
    Network("kakaostory", "KakaoStory", "https://story.kakao.com/share?url={url}", None, confirmed=False),
    Network("naver", "Naver", "https://share.naver.com/web/shareView?url={url}&title={title}", confirmed=False),
    Network("band", "BAND", "https://www.band.us/plugin/share?body={text}&route={host}", tagging="text", confirmed=False),
    Network("hatena", "Hatena Bookmark", "https://b.hatena.ne.jp/add?mode=confirm&url={url}&title={title}"),
    Network("weibo", "Weibo", "https://service.weibo.com/share/share.php?url={url}&title={title}[&pic={image}]", Limit(280, counting.weibo), "weibo"),
    Network("qzone", "QZone", "https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?url={url}&title={title}[&summary={summary}][&pics={image}]"),
    Network("qq", "QQ", "https://connect.qq.com/widget/shareqq/index.html?url={url}&title={title}[&summary={summary}][&pics={image}]", confirmed=False),
    Network("douban", "Douban", "https://www.douban.com/share/service?href={url}&name={title}[&text={summary}][&image={image}]"),
    Network("wechat", "WeChat", kind="qr", medium="referral"),
    Network("vk", "VK", "https://vk.com/share.php?url={url}&title={title}[&image={image}]"),
    Network("ok", "OK.ru", "https://connect.ok.ru/offer?url={url}&title={title}[&imageUrl={image}]"),
    Network("livejournal", "LiveJournal", "https://www.livejournal.com/update.bml?subject={title}&event={url}", Limit(255, CHARACTERS)),
    Network("viber", "Viber", "viber://forward?text={text}", Limit(1000, CHARACTERS, "post"), "text", "app", longest=None),
    Network("threema", "Threema", "threema://compose?text={text}", Limit(3500, counting.octets, "post"), "text", "app", longest=None),
    Network("teams", "Microsoft Teams", "https://teams.microsoft.com/share?href={url}&msgText={title}"),
    Network("xing", "XING", "https://www.xing.com/spi/shares/new?url={url}", None),
    Network("nextdoor", "Nextdoor", "https://nextdoor.com/sharekit/?source={host}&body={text}", tagging="text"),
    Network("snapchat", "Snapchat", "https://www.snapchat.com/share?link={url}", None, confirmed=False),
    Network("gab", "Gab", "https://gab.com/compose?url={url}&text={title}", Limit(3000, CHARACTERS), "text"),
    Network("truthsocial", "Truth Social", "https://truthsocial.com/share?text={title}&url={url}", Limit(1000, CHARACTERS), "text", confirmed=False),
    Network("instapaper", "Instapaper", "https://www.instapaper.com/hello2?url={url}&title={title}[&description={summary}]"),
    Network("raindrop", "Raindrop", "https://app.raindrop.io/add?link={url}&title={title}"),
    Network("pinboard", "Pinboard", "https://pinboard.in/add?url={url}&title={title}", Limit(255, CHARACTERS)),
    Network("buffer", "Buffer", "https://publish.buffer.com/compose?url={url}&text={title}", tagging="text"),
    Network("trello", "Trello", "https://trello.com/add-card?mode=popup&url={url}&name={title}[&desc={summary}]"),
    Network("classroom", "Google Classroom", "https://classroom.google.com/share?url={url}&title={title}"),
    Network("gmail", "Gmail", "https://mail.google.com/mail/?view=cm&fs=1&su={title}&body={mail}", medium="email"),
    Network("outlook", "Outlook.com", "https://outlook.live.com/mail/0/deeplink/compose?subject={title}&body={mail}", medium="email", confirmed=False),
    Network("yahoomail", "Yahoo Mail", "https://compose.mail.yahoo.com/?subject={title}&body={mail}", medium="email"),
    # Windows cuts what it hands to a mail program near 2048 characters (RFC 6068 sets no limit).
    Network("email", "Email", "mailto:?subject={title}&body={mail}", None, medium="email", longest=2000),
    # RFC 5724 wants a recipient; `?&` is read by phones of both kinds.
    Network("sms", "SMS", "sms:?&body={text}", None, medium="sms", longest=None),
    Network("copy", "Copy link", kind="copy", medium="referral"),
    Network("qr", "QR code", kind="qr", medium="referral"),
    Network("print", "Print", kind="print", medium="referral"),
    Network("native", "Share…", kind="native", medium="referral"),
)
# fmt: on

_BY_ID = {network.id: network for network in NETWORKS}


def by_id(network_id: str) -> Network:
    """Return the network; raise UnknownNetwork, which for a retired one says when it ended and what is left."""
    if found := _BY_ID.get(network_id):
        return found
    asked = network_id.lower()
    if gone := RETIRED.get(asked):
        instead = f"; use {' or '.join(gone.instead)}" if gone.instead else ""
        raise UnknownNetwork(f"{gone.what}{instead}", network_id)
    if name := WITHOUT_LINK.get(asked):
        raise UnknownNetwork(
            f"{name} has no address to link to; use native, the phone's own sheet", network_id
        )
    close = difflib.get_close_matches(asked, _BY_ID, 1)
    meant = f"; did you mean {close[0]}" if close else ""
    raise UnknownNetwork(f"no such share network{meant}", network_id)


def ordered(sharing: Sharing) -> tuple[Network, ...]:
    """Return the site's networks in its order, each once; raise UnknownNetwork for an id that has none."""
    for unwanted in sharing.without:
        by_id(unwanted)
    wanted = dict.fromkeys(sharing.order)
    return tuple(found for found in map(by_id, wanted) if is_on(found, sharing))


def is_on(network: Network, sharing: Sharing) -> bool:
    """Say whether the site lets stories be shared there."""
    return network.id not in sharing.without and (network.confirmed or sharing.unconfirmed)
