"""Share links as a list for a page: plain links that work without scripts, and buttons for what needs one."""

import html
from collections.abc import Iterable

from syndication.share.qr import qr_svg
from syndication.share.share_link import ShareLink


def buttons(links: Iterable[ShareLink]) -> str:
    """Return an HTML list; networks that have a reason instead of a link are left out, "" if all are.

    Buttons say in `data-share` what the page's script does (copy, print, native) and carry its values in
    `data-url`, `data-title` and `data-text`.
    """
    items = "".join(f"<li>{item}</li>\n" for item in map(_item, links) if item)
    return f'<ul class="share">\n{items}</ul>\n' if items else ""


def _item(link: ShareLink) -> str:
    name = html.escape(link.name)
    if link.reason is not None:
        return ""
    if link.href is not None:
        # A new tab for a mail or an app would stay behind empty.
        tab = ' target="_blank"' if link.href.startswith("https:") else ""
        return f'<a href="{html.escape(link.href)}"{tab} rel="noopener nofollow">{name}</a>'
    if link.kind == "qr":
        code = qr_svg(link.url or "")
        return f"<details><summary>{name}</summary>{code.decode()}</details>" if code else ""
    data = {"share": link.kind, "url": link.url}
    if link.data:
        data |= {"title": link.data.title, "text": link.data.text}
    said = "".join(f' data-{key}="{html.escape(value)}"' for key, value in data.items() if value)
    return f'<button type="button"{said}>{name}</button>'
