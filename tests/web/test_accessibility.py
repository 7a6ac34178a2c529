"""The pages before axe-core, the rules that browsers' own tools use for WCAG 2.2 AA.

axe-core is a program of its own and not part of this project: AXE_CORE names its axe.min.js, or npm has put it
into node_modules.
"""

import json
import os
from pathlib import Path

import pytest

from tests.web.chromium import CHROMIUM, DESK, PHONE, Tab, opened
from tests.web.newsroom import Client
from tests.web.test_browser import addresses

_PLACES = (
    os.environ.get("AXE_CORE", ""),
    str(Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"),
)
AXE = next((Path(place) for place in _PLACES if place and Path(place).is_file()), None)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
    pytest.mark.skipif(AXE is None, reason="needs axe-core: AXE_CORE=/path/to/axe.min.js"),
]

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """
axe.run(document, {runOnly: %s}).then(found => JSON.stringify(found.violations.map(
  v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))))
"""


def violations(tab: Tab) -> list[str]:
    """Return what axe finds on the page that the tab shows."""
    assert AXE is not None
    tab.call("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
    run = _RUN % json.dumps(_RULES)
    found = tab.call("Runtime.evaluate", expression=run, awaitPromise=True, returnByValue=True)
    listed: list[str] = json.loads(found["result"]["value"])
    return listed


@pytest.mark.parametrize("name", ["index", "feed", "ferry", "urdu", "hindi", "regatta", "preview", "notice"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    browser: int, client: Client, name: str, screen: dict[str, object], scheme: str
) -> None:
    tab = opened(browser, addresses(client)[name], screen, scheme)
    try:
        assert violations(tab) == []
    finally:
        tab.close()


def test_axe_would_find_one(browser: int, client: Client) -> None:
    """A picture without words: were this not found, the tests above would say nothing."""
    tab = opened(browser, addresses(client)["ferry"], DESK)
    try:
        tab.value("document.querySelector('main img').removeAttribute('alt')")
        assert [found.partition(":")[0] for found in violations(tab)] == ["image-alt"]
    finally:
        tab.close()
