"""Copy in the standards of IPTC lives as any other does: embargo, kill, newer and older versions, rubbish in it."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from syndication.render import FORMATS
from tests.acceptance.newsroom import Newsroom
from tests.acceptance.public_face import all_formats

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
GUID = "urn:newsml:lakewire.example:20261124:ferry"
CONTROLS = "\x03\x08\x0b\x0c\x1a\ufffe"


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def ninjs(version: int, words: str, status: str = "usable", until: datetime | None = None) -> bytes:
    """Return a version of the one story as ninjs."""
    story = {
        "uri": GUID,
        "type": "text",
        "version": str(version),
        "firstcreated": at(0).isoformat(),
        "versioncreated": at(version).isoformat(),
        "pubstatus": status,
        "headline": f"Ferry {words}",
        "body_xhtml": f"<p>The ferry of the lake is {words}, its master said at the pier.</p>",
    }
    return json.dumps(story | ({"embargoed": until.isoformat()} if until else {})).encode()


def newsml_g2(version: int, words: str, status: str = "usable", until: datetime | None = None) -> bytes:
    """Return a version of the one story as NewsML-G2."""
    held = f"<embargoed>{until.isoformat()}</embargoed>" if until else ""
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{GUID}" version="{version}" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Lakewire"/><versionCreated>{at(version).isoformat()}</versionCreated>
<firstCreated>{at(0).isoformat()}</firstCreated>{held}<pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>Ferry {words}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ferry of the lake is {words}, its master said at the pier.</p></body></html>
</inlineXML></contentSet></newsItem>""".encode()


def nitf(version: int, words: str, status: str = "usable", until: datetime | None = None) -> bytes:
    """Return a version of the one story as NITF, whose embargo is a release after the issue."""
    held = f'<date.release norm="{until.isoformat()}"/>' if until else ""
    return f"""<nitf><head><docdata management-status="{status}"><doc-id regsrc="Lakewire" id-string="{GUID}"/>
<date.issue norm="{at(version):%Y%m%dT%H%M%SZ}"/>{held}<du-key version="{version}"/></docdata></head>
<body><body.head><hedline><hl1>Ferry {words}</hl1></hedline></body.head>
<body.content><p>The ferry of the lake is {words}, its master said at the pier.</p></body.content></body></nitf>""".encode()


FORMS: dict[str, Callable[..., bytes]] = {"ninjs": ninjs, "newsml-g2": newsml_g2, "nitf": nitf}
EACH_FORM = pytest.mark.parametrize("form", FORMS)


def published(newsroom: Newsroom) -> str:
    """Return every published file as one text."""
    return "\n".join(p.read_text() for p in sorted(newsroom.public.iterdir()) if p.suffix != ".gz")


def run(newsroom: Newsroom, now: datetime, *copies: bytes) -> str:
    """Have copies come at an instant; return what is published then."""
    for number, copy in enumerate(copies):
        newsroom.drop(f"{now.timestamp()}-{number}.copy", copy)
    newsroom.command("run", "--once", "--now", now.isoformat())
    assert json.loads(newsroom.command("quarantine", "list", "--json") or "[]") == []
    return published(newsroom)


@EACH_FORM
def test_an_embargo_ends_to_the_second(newsroom: Newsroom, form: str) -> None:
    all_formats(newsroom)
    end = at(30) + timedelta(seconds=1)
    assert "SECRET" not in run(newsroom, at(10), FORMS[form](1, "SECRET", until=end))
    assert "SECRET" not in run(newsroom, at(30))
    assert "SECRET" in run(newsroom, end)


@EACH_FORM
@pytest.mark.parametrize("order", [(1, 3, 2), (3, 2, 1)])
def test_the_newest_version_counts_whichever_comes_last(
    newsroom: Newsroom, form: str, order: tuple[int, ...]
) -> None:
    all_formats(newsroom)
    words = {1: "EARLY", 2: "MIDDLE", 3: "LATEST"}
    for place, version in enumerate(order):
        shown = run(newsroom, at(10 + place), FORMS[form](version, words[version]))
    assert "LATEST" in shown
    assert not re.search("EARLY|MIDDLE", shown)


@EACH_FORM
@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_kill_takes_the_story_away_whichever_comes_first(
    newsroom: Newsroom, form: str, order: tuple[int, ...]
) -> None:
    all_formats(newsroom)
    for place, version in enumerate(order):
        status = "canceled" if version == 2 else "usable"
        shown = run(newsroom, at(10 + place), FORMS[form](version, "SUNK", status))
        assert ("SUNK" in shown) == (version == 1 and order == (1, 2))
    assert GUID in shown or order == (2, 1), "Atom and the standards tell of it"


@EACH_FORM
def test_a_withheld_version_takes_the_story_back_for_the_time(newsroom: Newsroom, form: str) -> None:
    all_formats(newsroom)
    assert "SAILING" in run(newsroom, at(10), FORMS[form](1, "SAILING"))
    assert "SAILING" not in run(newsroom, at(11), FORMS[form](2, "SAILING", "withheld"))
    assert "BACK" in run(newsroom, at(12), FORMS[form](3, "BACK"))


@EACH_FORM
def test_the_same_version_again_changes_nothing(newsroom: Newsroom, form: str) -> None:
    all_formats(newsroom)
    before = run(newsroom, at(10), FORMS[form](1, "SAILING"))
    assert run(newsroom, at(20), FORMS[form](1, "SAILING") + b"\n") == before


def test_versions_without_a_number_are_counted(newsroom: Newsroom) -> None:
    all_formats(newsroom)
    for place, words in enumerate(("EARLY", "LATEST")):
        copy = json.loads(ninjs(place + 1, words))
        del copy["version"]
        shown = run(newsroom, at(10 + place), json.dumps(copy).encode())
    assert "LATEST" in shown
    assert "EARLY" not in shown
    history = newsroom.command("story", GUID)
    assert "conflict" not in history


@pytest.mark.parametrize("raw", [False, True], ids=["escaped", "raw"])
def test_control_characters_in_ninjs_go_are_reported_and_break_nothing(
    newsroom: Newsroom, *, raw: bool
) -> None:
    """D-01, through the inbox of a running newsroom."""
    all_formats(newsroom)
    marked = CONTROLS.replace("\x0b", "").replace("\x0c", "") if raw else CONTROLS
    copy = {
        "uri": GUID,
        "type": "text",
        "version": "1",
        "versionCreated": datetime.now(UTC).isoformat(),
        "headlines": [{"role": "main", "value": f"Bo{marked}ats wait"}],
        "bodies": [{"contentType": "text/html", "value": f"<p>Mid{marked}dle of the bay.</p>"}],
        "subjects": [{"rel": "keyword", "name": f"ke{marked}lp"}],
        "associations": [
            {
                "name": "photo",
                "uri": "urn:picture:1",
                "type": "picture",
                "descriptions": [{"role": "caption", "value": f"Cap{marked}tion"}],
                "renditions": [{"name": "web", "href": "https://img.example/1.jpg", "contentType": "image/jpeg", "sizeInBytes": 9}],
            }
        ],
    }  # fmt: skip
    newsroom.start()
    newsroom.drop("controls.json", json.dumps(copy, ensure_ascii=not raw).encode())
    newsroom.wait(lambda: GUID.encode() in newsroom.get("/feeds/all.json")[2])
    newsroom.wait(newsroom.settled)
    files = [
        p for p in newsroom.public.iterdir() if p.suffix != ".gz" and p.name.startswith(("all.", "fresh."))
    ]
    assert len(files) == len(FORMATS)
    for path in files:
        data = path.read_bytes()
        assert json.loads(data) if data.startswith(b"{") else etree.fromstring(data) is not None
        text = data.decode()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", text), path.name
        assert not re.search(
            r"&#(?:3|8|11|12|26|65534|x0*(?:3|8|b|c|1a|fffe));|\\u00(?:03|08|0b|0c|1a)|\\[bf]", text
        ), path.name
        if "sitemap" not in path.name and "package" not in path.name:
            for kept in ("Boats wait", "Middle of the bay.", "kelp", "Caption"):
                assert kept in text, (path.name, kept)
    (newsroom.root / "controls.json").write_text(json.dumps(copy))
    (line,) = newsroom.command("parse", "controls.json").splitlines()
    assert [i["code"] for i in json.loads(line)["issues"]] == ["control-characters"]
