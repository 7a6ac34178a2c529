"""Inline HTML of a block, cut by the count of its plain characters."""

import html
import re

from syndication.model.blocks import plain
from syndication.on_demand import Expression

_TOKEN = Expression(
    r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|.",
    re.DOTALL,
)


def escape(text: str) -> str:
    """Return plain words as inline HTML."""
    return html.escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def between(markup: str, start: int, end: int | None = None) -> str:
    """Return the inline HTML of the plain characters `start` to `end`, elements opened and closed anew."""
    if "<" not in markup:
        return escape(plain(markup)[start:end])
    kept: list[str] = []
    opened: list[tuple[str, str]] = []
    place = 0
    inside = False
    for token in _TOKEN.finditer(markup):
        text, name = token[0], token[2]
        if name and name.lower() != "br":
            if token[1]:
                if opened and opened[-1][0] == name.lower():
                    opened.pop()
                    if inside:
                        kept.append(text)
            else:
                opened.append((name.lower(), text))
                if inside:
                    kept.append(text)
            continue
        if place >= start and (end is None or place < end):
            if not inside:
                kept.extend(tag for _, tag in opened)
                inside = True
            kept.append(text)
        elif inside:
            break
        place += 1
    if inside:
        kept.extend(f"</{name}>" for name, _ in reversed(opened))
    markup = "".join(kept).strip()
    return re.sub(r"<(a|em|strong|b|i|sub|sup|code)\b[^<>]*></\1>", "", markup)
