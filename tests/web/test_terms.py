"""The site's terms for machines: with every page and document that carries stories, or nowhere at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from msgspec import structs

from syndication.model import Site
from syndication.model.identity import short_id
from syndication.model.licensing import Licensing, Rsl, Tdm
from tests.web.newsroom import Client, serving, story

FERRY = story("ferry")
SITE = Site(title="Coast Daily", base_url="https://coast.example", timezone="Asia/Kolkata")
TERMS = Licensing(rsl=Rsl(prohibits=("ai-train",)), tdm=Tdm(reservation=True, policy="/tdm?lang=en&v=1"))
POLICY = "https://coast.example/tdm?lang=en&v=1"
ID = f"/articles/{short_id(FERRY.guid)}"
PAGES = ("/", "/feeds/coast", SITE.path(FERRY), f"{ID}/share")
DOCUMENTS = (
    f"{ID}.ninjs.json",
    f"{ID}.newsml-g2.xml",
    f"/oembed?url=https://coast.example{SITE.path(FERRY)}",
    "/feeds/coast.rss",
    "/feeds/coast.json",
)


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(tmp_path_factory.mktemp("speaking"), site=structs.replace(SITE, licensing=TERMS)) as client:
        client.newsroom.add(FERRY)
        yield client


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(tmp_path_factory.mktemp("silent"), site=SITE) as client:
        client.newsroom.add(FERRY)
        yield client


@pytest.mark.parametrize("path", [*PAGES, *DOCUMENTS])
def test_every_answer_with_stories_states_the_terms_in_its_headers(speaking: Client, path: str) -> None:
    response, _ = speaking.get(path)
    assert response.status == 200
    assert response.headers.get_all("TDM-Reservation") == ["1"]
    assert response.headers.get_all("TDM-Policy") == [POLICY]
    links = ", ".join(response.headers.get_all("Link") or [])
    assert '<https://coast.example/license.xml>; rel="license"; type="application/rsl+xml"' in links


@pytest.mark.parametrize("path", PAGES)
def test_every_page_states_them_in_its_head(speaking: Client, path: str) -> None:
    head = html.fromstring(speaking.get(path)[1]).find("head")
    assert head is not None
    (licence,) = head.xpath("link[@rel='license']")
    assert dict(licence.attrib) == {
        "rel": "license",
        "type": "application/rsl+xml",
        "href": "https://coast.example/license.xml",
    }
    assert head.xpath("meta[@name='tdm-reservation']/@content") == ["1"]
    assert head.xpath("meta[@name='tdm-policy']/@content") == [POLICY]


@pytest.mark.parametrize("path", [*PAGES, *DOCUMENTS])
def test_a_site_without_terms_states_none(silent: Client, path: str) -> None:
    response, body = silent.get(path)
    assert response.status == 200
    assert "TDM-Reservation" not in response.headers
    assert "license" not in str(response.headers.get_all("Link"))
    for word in (b"tdm-", b"license.xml", b'rel="license"'):
        assert word not in body


def test_a_site_may_say_that_nothing_is_reserved(tmp_path: Path) -> None:
    """Then there is no policy to follow (TDMRep, "tdm-policy")."""
    free = Licensing(tdm=Tdm(reservation=False, policy="/tdm"))
    with serving(tmp_path, site=structs.replace(SITE, licensing=free)) as client:
        response, body = client.get("/")
    assert response.headers["TDM-Reservation"] == "0"
    assert "TDM-Policy" not in response.headers
    assert b'<meta name="tdm-reservation" content="0">' in body
