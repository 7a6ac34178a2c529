"""Readers' comments on a page, where its markup says what they are."""

from typing import NamedTuple, TypeAlias

import lxml.html

from syndication.model import Line
from syndication.model.article import Comment
from syndication.parse import html_elements, html_furniture, html_tree
from syndication.parse.html_inline import SILENT
from syndication.parse.instants import instant

Element: TypeAlias = lxml.html.HtmlElement
_SECTION = (frozenset({"comments"}), frozenset({"comment", "list"}), frozenset({"commentlist"}))
_ITEM = (frozenset({"comment"}), frozenset({"comment", "item"}), frozenset({"comment", "card"}))
_AUTHOR = frozenset({"author", "name", "username", "user", "fn", "commenter"})
_TEXT = frozenset({"text", "content", "body", "message"})
_NOT_ITEM = frozenset({"form", "count", "title", "heading", "header", "reply", "respond", "meta", "comments"})
_MOST = 1000
_LONGEST_NAME = 100


class Comments(NamedTuple):
    """The comments, the elements that hold them, and the account of their words."""

    comments: tuple[Comment, ...] = ()
    sections: frozenset[Element] = frozenset()
    account: tuple[Line, ...] = ()


def comments(root: Element, zone: str) -> Comments:
    """Return the comments of a page; a section whose comments cannot be told apart stays in the text.

    Times without a zone are times of `zone`.
    """
    found: list[Comment] = []
    apart: set[Element] = set()
    account: list[Line] = []
    items = {
        e: said for e in root.iter("div", "li", "article", "p") if _is_item(e) and (said := _comment(e, zone))
    }
    for section in root.iter("section", "div", "ol", "ul", "aside"):
        if _is_section(section) and _apart_from(section, apart):
            inside = [e for e in section.iterdescendants() if e in items]
            if inside:
                apart.add(section)
                found += [items[e] for e in inside]
                account += _account(section, set(inside))
    for item, said in items.items():
        if _apart_from(item, apart):  # comments that no section holds together
            apart.add(item)
            found.append(said)
            account += _account(item, {item})
    return Comments(tuple(found[:_MOST]), frozenset(apart), tuple(account))


def _apart_from(element: Element, others: set[Element]) -> bool:
    return not any(e in others for e in (element, *element.iterancestors()))


def _is_section(element: Element) -> bool:
    names = html_furniture.names(element)
    return any(words <= names for words in _SECTION)


def _is_item(element: Element) -> bool:
    if element.get("itemprop") == "comment":
        return True
    names = html_furniture.names(element)
    if "comment" not in names or names & _NOT_ITEM:
        return False
    return not names & (_AUTHOR | _TEXT)


def _comment(item: Element, zone: str) -> Comment | None:
    author = _first(item, _AUTHOR, ("author", "name"))
    if author is None:
        author = next(item.iter("cite", "strong", "b", "h4", "h5"), None)
    name = html_tree.all_words(author) if author is not None else ""
    text = _first(item, _TEXT, ("text",))
    if text is not None and (author is None or author not in text.iter()):
        said = html_tree.all_words(text)
    else:
        said = " ".join(
            html_tree.all_words(p) for p in item.iter("p") if author is None or author not in p.iter()
        )
    if not name or not said.strip() or len(name) > _LONGEST_NAME or item.find(".//h1") is not None:
        return None
    time = next(item.iter("time"), None)
    when = instant(time.get("datetime"), zone).at if time is not None else None
    return Comment(name, said.strip(), when)


def _first(item: Element, words: frozenset[str], properties: tuple[str, ...]) -> Element | None:
    for e in item.iterdescendants():
        if isinstance(e.tag, str) and (e.get("itemprop") in properties or html_furniture.names(e) & words):
            return e
    return None


def _account(section: Element, items: set[Element]) -> list[Line]:
    """Return the account of a section: its comments as a field, the words between them as furniture."""
    lines: list[Line] = []
    stack = [section]
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or node.tag in SILENT:
            continue
        number = html_elements.line_number(node)
        if node in items:
            lines.append(Line(number, html_tree.all_words(node), "field", "html: comment", "comments"))
        elif any(e in items for e in node.iterdescendants()):
            own = " ".join(html_tree.line(t) for t in (node.text, *(c.tail for c in node)) if t)
            if own.strip():
                lines.append(Line(number, own.strip(), "furniture", "html: comments"))
            stack.extend(reversed(node))
        else:
            lines += html_elements.furniture(node, "comments")
    return lines
