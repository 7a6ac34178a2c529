"""The pages in a real browser: they fit, nothing fails, every word can be read, a keyboard is enough."""

from base64 import b64decode

import pytest

from syndication.model import Article
from tests.web.chromium import CHROMIUM, DESK, PHONE, opened
from tests.web.newsroom import Client, story

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


def addresses(client: Client) -> dict[str, str]:
    """Return the pages that are looked at."""
    base = f"http://127.0.0.1:{client.port}"

    def path(article: Article) -> str:
        return base + client.newsroom.settings.site.path(article)

    stories = {name: path(story(name)) for name in ("ferry", "urdu", "hindi", "hostile", "regatta")}
    stories["preview"] = path(story("regatta")).rpartition("/")[0] + "/share"
    return {"index": f"{base}/", "feed": f"{base}/feeds/coast", "notice": f"{base}/nothing", **stories}


@pytest.mark.parametrize(
    "name", ["index", "feed", "ferry", "urdu", "hostile", "regatta", "preview", "notice"]
)
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_fits_the_screen_and_raises_no_error(
    browser: int, client: Client, name: str, screen: dict[str, object]
) -> None:
    address = addresses(client)[name]
    tab = opened(browser, address, screen)
    try:
        assert tab.value("document.documentElement.scrollWidth") <= int(str(screen["width"]))
        assert tab.value("getComputedStyle(document.body).maxWidth") != "none"  # the style sheet was let in
        assert tab.value("document.querySelectorAll('main, header, footer').length") >= 3
        if name == "ferry":
            assert "one very loud ship's horn" in tab.value("document.body.innerText")
        picture = b64decode(tab.call("Page.captureScreenshot", format="png")["data"])
        assert picture.startswith(b"\x89PNG")
        assert len(picture) > 5000
        entries = [e["params"]["entry"] for e in tab.events if e.get("method") == "Log.entryAdded"]
        # The notice is a 404, and the pictures' hosts do not exist; nothing else may be said.
        said = [e for e in entries if e["level"] == "error" and e.get("url") != address]
        assert [e for e in said if not str(e.get("url", "")).startswith("https://img.example/")] == []
        assert [e for e in tab.events if e.get("method") == "Runtime.exceptionThrown"] == []
        asked = [
            e["params"]["request"]["url"]
            for e in tab.events
            if e.get("method") == "Network.requestWillBeSent"
        ]
        others = [url for url in asked if not url.startswith(f"http://127.0.0.1:{client.port}/")]
        # Pictures that the stories themselves show, the browser's own icons for a player, and nothing else.
        assert [url for url in others if not url.startswith(("https://img.example/", "data:"))] == []
    finally:
        tab.close()


NARROW = {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True}
SPACED = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  return document.documentElement.scrollWidth;
})()"""
# A link inside a line of text is as high as the line; all else is a target of its own.
SMALL = """[...document.querySelectorAll('a, button, summary')].filter(e => {
  const box = e.getBoundingClientRect();
  return getComputedStyle(e).display !== 'inline' && box.width && (box.width < 24 || box.height < 24);
}).map(e => e.outerHTML.slice(0, 100))"""
JUMPS = """[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => Number(e.tagName[1]))
  .filter((level, n, all) => n === 0 ? level !== 1 : level === 1 || level > all[n - 1] + 1)"""


@pytest.mark.parametrize("name", ["index", "feed", "ferry", "urdu", "hindi", "regatta", "preview", "notice"])
def test_a_page_reflows_and_its_targets_can_be_hit(browser: int, client: Client, name: str) -> None:
    """WCAG 2.2: 1.4.10 (320 pixels), 1.4.12 (the reader's own spacing), 2.5.8 (24 pixels), 1.3.1 (headings)."""
    tab = opened(browser, addresses(client)[name], NARROW)
    try:
        assert tab.value("document.documentElement.scrollWidth") <= 320
        assert tab.value(SMALL) == []
        assert tab.value(JUMPS) == []
        assert tab.value(SPACED) <= 320
    finally:
        tab.close()


def test_each_script_has_its_own_lines(browser: int, client: Client) -> None:
    """Nastaliq hangs below its line and Devanagari stands above it: in the lines of Latin they collide."""
    lines = {}
    for name in ("ferry", "hindi", "urdu"):
        tab = opened(browser, addresses(client)[name], DESK)
        style = "getComputedStyle(document.querySelector('.text p:not([class])'))"
        lines[name] = tab.value(f"parseFloat({style}.lineHeight) / parseFloat({style}.fontSize)")
        tab.close()
    assert lines["ferry"] < lines["hindi"] < lines["urdu"]


CONTRAST = """
(() => {
  const luminance = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const ground = e => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
  const poor = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
  }
  return poor;
})()
"""


@pytest.mark.parametrize("name", ["index", "feed", "ferry", "preview", "notice"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(browser: int, client: Client, name: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1."""
    tab = opened(browser, addresses(client)[name], DESK, scheme)
    try:
        dark = tab.value("getComputedStyle(document.body).backgroundColor") == "rgb(22, 21, 19)"
        assert dark is (scheme == "dark")
        assert tab.value(CONTRAST) == []
    finally:
        tab.close()


def test_a_keyboard_reaches_the_content_first(browser: int, client: Client) -> None:
    tab = opened(browser, addresses(client)["ferry"], DESK)
    try:
        for kind in ("keyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        assert tab.value("document.activeElement.textContent") == "Skip to the content"
        assert tab.value("document.activeElement.getBoundingClientRect().left") >= 0
    finally:
        tab.close()


SHOWN = """[...document.querySelectorAll('.share button')]
  .filter(b => b.offsetParent).map(b => b.dataset.share).join()"""


def test_the_script_shows_what_the_browser_can_do(browser: int, client: Client) -> None:
    tab = opened(browser, addresses(client)["regatta"], DESK)
    try:
        # Headless Chromium has a clipboard and a printer, and no share sheet.
        assert tab.value(SHOWN) == "copy,print"
        tab.value("navigator.clipboard.writeText = async text => { window.copied = text; }")
        tab.value("document.querySelector('[data-share=copy]').click()")
        said = "new Promise(done => setTimeout(() => done(document.getElementById('share-status').textContent), 200))"
        found = tab.call("Runtime.evaluate", expression=said, awaitPromise=True, returnByValue=True)
        assert found["result"]["value"] == "Link copied"
        assert tab.value("window.copied") == tab.value("document.querySelector('.permalink a').href")
    finally:
        tab.close()


def test_without_a_script_no_button_is_shown_that_does_nothing(browser: int, client: Client) -> None:
    tab = opened(browser, "about:blank", DESK)
    try:
        tab.call("Emulation.setScriptExecutionDisabled", value=True)
        tab.events.clear()
        tab.call("Page.navigate", url=addresses(client)["regatta"])
        tab.wait_for("Page.loadEventFired")
        assert tab.value(SHOWN) == ""
        assert tab.value("document.querySelectorAll('.share a').length") == 6
        assert tab.value("document.querySelector('.permalink a').offsetParent !== null") is True
        tab.value("document.querySelector('details').open = true")
        assert tab.value("document.querySelector('svg.qr').getBoundingClientRect().width > 100") is True
    finally:
        tab.close()


def test_print_leaves_out_what_paper_cannot_do(browser: int, client: Client) -> None:
    tab = opened(browser, addresses(client)["regatta"], DESK)
    try:
        tab.call("Emulation.setEmulatedMedia", media="print")
        gone = "['.share', '.recording', '.related', '.skip'].filter(s => getComputedStyle(document.querySelector(s)).display !== 'none').join()"
        assert tab.value(gone) == ""
        assert tab.value("document.querySelector('.permalink').offsetParent !== null") is True
        assert tab.value("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    finally:
        tab.close()
