"""Networks that are gone or do harm: their ids are refused with the reason, never linked to in silence."""

from typing import NamedTuple


class Retired(NamedTuple):
    """What became of a network, with the date, and which ids serve its readers now."""

    what: str
    instead: tuple[str, ...] = ()


_OWN_SHEET = ("native",)
_BOOKMARKS = ("raindrop", "pinboard")
_READ_LATER = ("instapaper", "raindrop")

# One row is one line, however long.
# fmt: off
RETIRED: dict[str, Retired] = {
    "twitter": Retired("renamed X in July 2023", ("x",)),
    "googleplus": Retired("closed on 2 April 2019"),
    "googlebookmarks": Retired("closed on 30 September 2021", _BOOKMARKS),
    "pocket": Retired("shut down on 8 July 2025", _READ_LATER),
    "koo": Retired("ended in July 2024", ("x", "threads")),
    "digg": Retired("ended its submit links in 2020; the site that came back on 14 January 2026 was reset on 13 March 2026 and has none", ("reddit",)),
    "stumbleupon": Retired("closed on 30 June 2018", ("flipboard",)),
    "mix": Retired("its link to add a page has failed since 2019", ("flipboard",)),
    "delicious": Retired("read-only since June 2017, its links dead since 2018", _BOOKMARKS),
    "yummly": Retired("closed in December 2024", ("pinterest",)),
    "skype": Retired("closed on 5 May 2025", ("teams",)),
    "workplace": Retired("read-only since 1 September 2025, gone since 1 June 2026", ("teams",)),
    "tencentweibo": Retired("closed on 28 September 2020", ("weibo", "qzone")),
    "baidu": Retired("its bookmarks have been dead since 2018", _BOOKMARKS),
    "renren": Retired("sold in 2018, its share page is dead", ("weibo",)),
    "surfingbird": Retired("gone or without submit links since between 2012 and 2020"),
    "friendfeed": Retired("gone or without submit links since between 2012 and 2020"),
    "newsvine": Retired("gone or without submit links since between 2012 and 2020"),
    "myspace": Retired("gone or without submit links since between 2012 and 2020"),
    "aim": Retired("gone or without submit links since between 2012 and 2020"),
    "pingfm": Retired("gone or without submit links since between 2012 and 2020"),
    "slashdot": Retired("gone or without submit links since between 2012 and 2020", ("hackernews",)),
    "mashable": Retired("gone or without submit links since between 2012 and 2020"),
    "flattr": Retired("its submit links have been dead since 2020"),
    "addthis": Retired("the service ended on 31 May 2023", _OWN_SHEET),
    "hike": Retired("ended in 2021", ("whatsapp", "telegram")),
    "parler": Retired("ended in 2023"),
    "omnivore": Retired("ended in 2024", _READ_LATER),
    "post.news": Retired("ended in 2024"),
    "cohost": Retired("ended in 2024", ("tumblr",)),
    "evernote": Retired("harmful: its link saves without asking and so changes the reader's account", _READ_LATER),
    "mailru": Retired("harmful: blocked by common content blockers after leaks", ("vk", "ok")),
    "echojs": Retired("harmful or behind a login wall", ("hackernews", "lobsters")),
    "scoopit": Retired("harmful or behind a login wall", ("flipboard",)),
    "fb-messenger": Retired("its app link has been unreliable since 2018", ("messenger", "native")),
}
# fmt: on

WITHOUT_LINK = {
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "discord": "Discord",
    "slack": "Slack",
    "signal": "Signal",
    "kakaotalk": "KakaoTalk",
    "zalo": "Zalo",
    "sharechat": "ShareChat",
    "moj": "Moj",
    "arattai": "Arattai",
}
"""Networks that live, but that no link opens: the phone's own share sheet serves them."""
