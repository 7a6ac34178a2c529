"""A correction as agencies send it: the same story everywhere, changed, with a note for those whom it concerns."""

import json
from typing import Any

import pytest
from lxml import etree

from syndication.xmlns import ATOM, NAR
from tests.acceptance.newsroom import Newsroom, guids
from tests.acceptance.public_face import all_formats, face

TEXT = (
    "Seoul, Nov 24 (IANS) The night ferry returned to the bay on Tuesday with all its {lamps} lamps lit, the harbour "
    "master said.\n\nIts captain, who has sailed it for nineteen years, would go out again in the morning, whatever the "
    "wind did to the smaller boats along the eastern quay.\n\n--IANS\nint/sd\n"
)
FIRST = "Night ferry returns to the bay\n\n" + TEXT.format(lamps=30)
CORRECTIONS = {
    "for readers": (
        "CORRECTION: Night ferry returns to the bay\n\n(Corrects number of lamps in first paragraph)\n\n",
        "Corrects number of lamps in first paragraph",
    ),
    "for editors": (
        "Night ferry returns to the bay (Correction)\n\n(Eds: Correcting lamps, SECRETLY counted by our clerk)\n\n",
        "This story has been corrected.",
    ),
}


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_a_correction_changes_the_story_and_says_so(newsroom: Newsroom, kind: str) -> None:
    head, note = CORRECTIONS[kind]
    all_formats(newsroom)
    newsroom.start()
    newsroom.drop("first.txt", FIRST)
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 1)
    newsroom.wait(newsroom.settled)
    before = _said(newsroom)
    newsroom.drop("correction.txt", head + TEXT.format(lamps=40))
    newsroom.wait(lambda: b"40 lamps" in newsroom.get("/feeds/all.json")[2])
    newsroom.wait(newsroom.settled)
    after = _said(newsroom)
    assert after["guid"] == before["guid"]
    assert after["url"] == before["url"]
    assert after["published"] == before["published"]
    assert after["updated"] > before["updated"]
    for body in after["bodies"]:
        assert body.endswith(f"<strong>Correction:</strong> {note}</p>")
        assert "30 lamps" not in body
    assert "sig:correction" in after["signals"]
    assert (note in after["notes"]) == (kind == "for readers")
    page = newsroom.get(after["url"].split(str(newsroom.port))[1])[2].decode()
    shown = " ".join("".join(etree.HTML(page).xpath("//*[@role='note']")[0].itertext()).split())
    assert shown.startswith("Correction (")
    assert shown.endswith(f"): {note}")
    assert not [a for a, (_, _, body) in face(newsroom, [after["guid"]]).items() if b"SECRETLY" in body]


def _said(newsroom: Newsroom) -> dict[str, Any]:
    """Return what the feeds say of their one story."""
    (item,) = json.loads(newsroom.get("/feeds/all.json")[2])["items"]
    entry = etree.fromstring(newsroom.get("/feeds/all.atom")[2]).find(f"{{{ATOM}}}entry")
    rss = etree.fromstring(newsroom.get("/feeds/all.rss")[2]).find(".//item")
    newsml = etree.fromstring(newsroom.get("/feeds/all.newsml-g2.xml")[2])
    assert entry is not None
    assert rss is not None
    assert item["id"] == entry.findtext(f"{{{ATOM}}}id") == rss.findtext("guid")
    assert item["date_modified"][:19] == str(entry.findtext(f"{{{ATOM}}}updated"))[:19]
    encoded = rss.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    return {
        "guid": item["id"],
        "url": item["url"],
        "published": item["date_published"],
        "updated": item["date_modified"],
        "bodies": [item["content_html"], entry.findtext(f"{{{ATOM}}}content"), encoded],
        "signals": " ".join(str(e.get("qcode")) for e in newsml.iter(f"{{{NAR}}}signal")),
        "notes": " ".join(str(e.text) for e in newsml.iter(f"{{{NAR}}}edNote")),
    }
