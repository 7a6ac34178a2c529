"""Share links on a page."""

from collections.abc import Callable

from lxml import html

from syndication.share import Shareable, buttons, links

EVIL = "Rain \"returns\" & 'stays' <b>"


def test_links_and_buttons_carry_exact_values(story: Callable[..., Shareable]) -> None:
    shared = story(headline=EVIL, summary=EVIL)
    made = links(shared, ["whatsapp", "email", "viber", "copy", "print", "native", "lemmy"])
    root = html.fragment_fromstring(buttons(made))
    assert root.tag == "ul"
    anchors = root.findall("li/a")
    assert [a.get("href") for a in anchors] == [made[0].href, made[1].href, made[2].href]
    assert [a.get("target") for a in anchors] == ["_blank", None, None]
    assert {a.get("rel") for a in anchors} == {"noopener nofollow"}
    copy, page, native = root.findall("li/button")
    assert (copy.get("data-share"), copy.get("data-url")) == ("copy", made[3].url)
    assert dict(page.attrib) == {"type": "button", "data-share": "print"}
    assert (native.get("data-title"), native.get("data-text")) == (EVIL, EVIL)
    assert "Lemmy" not in buttons(made)


def test_an_ampersand_is_escaped_once(story: Callable[..., Shareable]) -> None:
    text = buttons(links(story(), ["x"]))
    assert "&amp;url=" in text
    assert "&amp;amp;" not in text


def test_a_qr_code_is_drawn_in_place(story: Callable[..., Shareable]) -> None:
    root = html.fragment_fromstring(buttons(links(story(), ["wechat"])))
    assert root.findtext("li/details/summary") == "WeChat"
    assert root.find("li/details/svg") is not None


def test_no_link_no_list(story: Callable[..., Shareable]) -> None:
    assert buttons(links(story(url="javascript:alert(1)"))) == ""
