"""The site's terms for machines, as headers of every answer that carries stories."""

from syndication.model import Site
from syndication.render import licensing
from syndication.web.representation import Header


def terms_headers(site: Site) -> list[Header]:
    """Return the headers (TDMRep, "HTTP Response Headers"; RSL 1.0, "Link header"); none where it states none."""
    headers = [(k.encode(), v.encode()) for k, v in licensing.tdm_headers(site).items()]
    if licence := licensing.link(site):
        headers.append((b"link", f'<{licence[0]}>; rel="license"; type="{licence[1]}"'.encode()))
    return headers
