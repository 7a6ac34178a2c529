"""Readers' comments on a page, where its markup says what they are."""

import re
from itertools import islice
from typing import NamedTuple

from syndication.model import Line
from syndication.model.article import Comment
from syndication.on_demand import Expression
from syndication.parse import html_elements, html_furniture, html_tree
from syndication.parse.html_inline import SILENT
from syndication.parse.html_tree import Element
from syndication.parse.instants import instant

_SECTION = (frozenset({"comments"}), frozenset({"comment", "list"}), frozenset({"commentlist"}))
_ITEM = (frozenset({"comment"}), frozenset({"comment", "item"}), frozenset({"comment", "card"}))
_AUTHOR = frozenset({"author", "name", "username", "user", "fn", "commenter"})
_NAME = frozenset({"fn", "name", "username"})  # nearer to the name than what is called author
_SAYS = Expression(r"\s*(?:says|wrote)?\s*:?\Z", re.IGNORECASE)
_TEXT = frozenset({"text", "content", "body", "message"})
_NOT_ITEM = frozenset({"form", "count", "title", "heading", "header", "reply", "respond", "meta", "comments"})
_MOST = 1000
_LONGEST_NAME = 100
_NEAR = 60  # elements of a comment in which its author stands


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
    near = list(islice(item.iterdescendants(), _NEAR))
    named = [e for e in near if _says(e, _AUTHOR, ("author", "name"))]
    named += [e for e in near if e.tag in {"cite", "strong", "b", "h4", "h5"}]
    author = next((e for e in named if html_furniture.names(e) & _NAME), named[0] if named else None)
    name = _SAYS.sub("", html_tree.all_words(author)) if author is not None else ""
    if author is None or not name or len(name) > _LONGEST_NAME or any(e.tag == "h1" for e in near):
        return None
    text = next((e for e in near if _says(e, _TEXT, ("text",)) and e not in author.iterancestors()), None)
    said = _words(item if text is None else text, author, paragraphs=text is None)
    time = next((e.get("datetime") for e in near if e.tag == "time"), None)
    return Comment(name, said, instant(time, zone).at) if said else None


def _says(element: Element, words: frozenset[str], properties: tuple[str, ...]) -> bool:
    return element.get("itemprop") in properties or bool(html_furniture.names(element) & words)


def _words(element: Element, author: Element, *, paragraphs: bool) -> str:
    """Return the words of a comment without its author and without the replies inside it."""
    said: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node is author or (node is not element and _is_item(node)):
            continue
        if not paragraphs or node.tag == "p":
            said.append(html_tree.line(node.text))
            said += [html_tree.line(child.tail) for child in node]
        if node.tag == "p":
            said += [html_tree.all_words(child) for child in node]
        else:
            stack.extend(reversed(node))
    return " ".join(" ".join(said).split())


def _account(section: Element, items: set[Element]) -> list[Line]:
    """Return the account of a section: its comments as a field, the words between them as furniture."""
    holders = {above for item in items for above in item.iterancestors()}
    lines: list[Line] = []
    stack = [section]
    while stack:
        node = stack.pop()
        if node.tag in SILENT:
            continue
        number = html_elements.line_number(node)
        if node in items:
            lines.append(Line(number, html_tree.all_words(node), "field", "html: comment", "comments"))
        elif node in holders:
            own = " ".join(html_tree.line(t) for t in (node.text, *(c.tail for c in node)) if t)
            if own.strip():
                lines.append(Line(number, own.strip(), "furniture", "html: comments"))
            stack.extend(reversed(node))
        else:
            lines += html_elements.furniture(node, "comments")
    return lines
