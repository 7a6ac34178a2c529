"""Where on a page the story is: the part that holds its prose, headline and all."""

from syndication.parse import html_furniture
from syndication.parse.html_inline import SILENT
from syndication.parse.html_tree import Element

_PROSE = 40  # characters in one run: shorter ones are labels
_MOST = 0.7


def masses(root: Element, apart: frozenset[Element] = frozenset()) -> dict[Element, int]:
    """Return how many characters of prose each element holds: running text outside links and scripts.

    What lies inside `apart` (reader comments) does not count.
    """
    found: dict[Element, int] = {}
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            own = sum(_run(child.tail) for child in node) + _run(node.text)
            found[node] = own + sum(found.get(child, 0) for child in node)
        elif node.tag not in SILENT and node.tag != "a" and node not in apart:
            stack.append((node, True))
            stack.extend((child, False) for child in node)
    return found


def scope(root: Element, mass: dict[Element, int]) -> Element:
    """Return the element that holds the story and, where that costs little, its headline.

    What the page marks as its article is believed when the prose is in it; else the smallest part that
    holds most of the prose.
    """
    body = root.find("body")
    top = body if body is not None else root
    marked = _marked(top, mass)
    story = _densest(top, mass) if marked is None else marked
    headline = next((h for h in top.iter("h1") if html_furniture.rule(h) is None), None)
    if headline is None:
        return story
    above = set(headline.iterancestors())
    if story in above:
        return story
    common = next((a for a in story.iterancestors() if a in above), top)
    lone = common is not top or mass.get(top, 0) * 4 <= mass.get(story, 0) * 5
    return common if lone and mass.get(common, 0) * 2 <= mass.get(story, 0) * 3 else story


def _marked(top: Element, mass: dict[Element, int]) -> Element | None:
    for path in (".//article", ".//*[@itemprop='articleBody']", ".//main", ".//*[@role='main']"):
        best = max(top.iterfind(path), key=lambda e: mass.get(e, 0), default=None)
        if best is not None and mass.get(best, 0) >= mass.get(top, 0) * _MOST and mass.get(best, 0):
            return best
    best = max(top.iterfind(".//*[@itemprop='articleBody']"), key=lambda e: mass.get(e, 0), default=None)
    return best if best is not None and mass.get(best, 0) >= _PROSE else None


def _densest(top: Element, mass: dict[Element, int]) -> Element:
    here = top
    while True:
        below = max((c for c in here if c in mass and c.tag != "p"), key=lambda c: mass[c], default=None)
        if below is None or not mass[here] or mass[below] < mass[here] * _MOST:
            return here
        if below.tag in {"ul", "ol", "table", "blockquote", "pre", "dl"}:
            return here
        here = below


def _run(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    return length if length >= _PROSE else 0
