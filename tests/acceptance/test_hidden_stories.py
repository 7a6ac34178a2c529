"""What may not be seen leaves by no door: a newsroom that holds it answers like one that never heard of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syndication.model import Article
from syndication.model.article import EdNote, Link, Source, encode
from syndication.model.blocks import Paragraph
from tests.acceptance.newsroom import Newsroom
from tests.acceptance.newsroom import story as copy
from tests.acceptance.public_face import ARCHIVED, all_formats, face, files
from tests.desk import story

START = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
NEVER = datetime(2099, 1, 1, tzinfo=UTC)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def public(number: int, hours: float, **fields: object) -> Article:
    """Return a story for everybody."""
    words = {1: "ferry", 2: "kiln", 3: "orchard", 4: "tram", 5: "quarry"}.get(number, f"thing{number}")
    body = (Paragraph(f"The old {words} of Esmer was opened to {words} lovers on day {number}."),)
    return story(
        number,
        **{
            "headline": f"Visitors see {words}",
            "body": body,
            "created": at(hours),
            "source": Source("desk", f"{number}", "article-json", at(hours)),
            **fields,
        },
    )


def secret(number: int, hours: float, **fields: object) -> Article:
    """Return a story that nobody may see yet or any more; its words are in nothing else."""
    body = (Paragraph(f"SECRET clause {number} of the treaty concerns eels, herons and nobody else."),)
    notes = (EdNote("SECRET note"), EdNote("SECRET for readers", "correction", public=True))
    return public(
        number, hours, **{"headline": f"SECRET treaty {number}", "body": body, "ed_notes": notes, **fields}
    )


EMBARGOED = secret(11, 1, embargoed=NEVER)
WITHHELD = secret(12, 1, pub_status="withheld")
EXPIRED = secret(13, 1, expires=at(0.5))
KILLED_UNSEEN = (
    secret(14, 1, embargoed=at(30)),
    secret(14, 2, version=2, pub_status="canceled", embargoed=at(30)),
)
KILLED_BEFORE = (secret(15, 2, version=2, pub_status="canceled"), secret(15, 1))
NOTICE = secret(
    16,
    1,
    headline=None,
    body=(),
    ed_notes=(),
    pub_status="canceled",
    links=(Link("previous", title="SECRET treaty 17"),),
)
NAMED_BY_NOTICE = secret(17, 1)
WAITING_TAKE = secret(18, 1, headline="SECRET treaty of two takes", signals=("take:2",))
HIDDEN = (
    (EMBARGOED, KILLED_UNSEEN[0], KILLED_BEFORE[0], NOTICE, WAITING_TAKE),
    (WITHHELD, KILLED_UNSEEN[1], KILLED_BEFORE[1], NAMED_BY_NOTICE),
    (EXPIRED,),
)
"""What comes on each day: nothing of it may ever be seen."""
COPY_LINE = "(EMBARGOED UNTIL 1800 HRS IST, DEC 24, 2098)\n\n" + copy("SECRET")


def _live(newsroom: Newsroom, *hidden: tuple[Article, ...], line: str | None = None) -> dict[str, object]:
    """Have three stories come on three days, those that are hidden between them; return all that is public."""
    all_formats(newsroom, ARCHIVED)
    for day, number in enumerate((1, 2, 3)):
        newsroom.drop(f"{number}.jsonl", encode(public(number, 24 * day)))
        newsroom.command("run", "--once", "--now", at(24 * day).isoformat())
        if hidden:
            newsroom.drop(f"hidden-{number}.jsonl", b"\n".join(map(encode, hidden[day])))
        if line and day == 1:
            newsroom.drop("line.txt", line)
        newsroom.command("run", "--once", "--now", at(24 * day + 2).isoformat())
    newsroom.drop(
        "again.jsonl", encode(public(1, 0, version=2, headline="Visitors see ferry again", updated=at(60)))
    )
    newsroom.command("run", "--once", "--now", at(60).isoformat())
    written = files(newsroom)
    newsroom.start()
    newsroom.wait(newsroom.settled)
    guids = sorted({a.guid for day in HIDDEN for a in day} | {public(1, 0).guid, "urn:unheard:of"})
    shown = face(newsroom, guids)
    served = files(newsroom)
    assert newsroom.stop() == 0
    return {"written": written, "answers": shown, "served": served}


@pytest.mark.timeout(300)
def test_a_newsroom_that_hides_stories_answers_like_one_that_has_none(tmp_path: Path, free_port: int) -> None:
    """Every header, date, count, page, sitemap, search, metric and file, byte for byte."""
    rooms = []
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
        rooms.append(Newsroom(tmp_path / name, free_port))
    try:
        hiding = _live(rooms[0], *HIDDEN, line=COPY_LINE)
        plain = _live(rooms[1])
    finally:
        for room in rooms:
            room.end()
    for what, expected in plain.items():
        found = hiding[what]
        assert isinstance(expected, dict)
        assert isinstance(found, dict)
        assert found.keys() == expected.keys()
        for name, said in expected.items():
            assert found[name] == said, f"{what} {name}"
        assert "SECRET" not in repr(found)
        assert "orchard" in repr(found)
    versions = rooms[0].command("story", EMBARGOED.guid)
    assert "SECRET treaty 11" in versions, "it was taken in"


@pytest.mark.parametrize(
    ("document", "end"),
    [
        pytest.param(
            encode(secret(21, 0, embargoed=at(9.5))).replace(
                b"2026-11-20T15:30:00Z", b"2026-11-20T21:00:00+05:30"
            ),
            at(9.5),
            id="article-json",
        ),
        pytest.param("(EMBARGOED UNTIL 2100 HRS IST, NOV 20)\n\n" + copy("SECRET"), at(9.5), id="line"),
        pytest.param(
            "NOT FOR PUBLICATION BEFORE 9 PM IST, NOV 20\n\n" + copy("SECRET"), at(9.5), id="line-before"
        ),
    ],
)
def test_no_second_early_whatever_form_the_embargo_has(
    newsroom: Newsroom, document: str | bytes, end: datetime
) -> None:
    """The end is given in the zone of the wire; nobody runs at that instant, and the next round publishes it."""
    all_formats(newsroom)
    newsroom.drop("public.jsonl", encode(public(1, 0)))
    newsroom.command("run", "--once", "--now", at(0).isoformat())
    newsroom.drop("hidden.txt", document)
    newsroom.command("run", "--once", "--now", at(1).isoformat())
    before = files(newsroom)
    newsroom.command("run", "--once", "--now", (end - timedelta(seconds=1)).isoformat())
    assert files(newsroom) == before
    newsroom.command("run", "--once", "--now", (end + timedelta(hours=5)).isoformat())
    after = files(newsroom)
    for name in before:
        if not name.endswith(".gz") and name.startswith(("all.", "fresh.")):
            assert b"SECRET" in after[name][1] or "sitemap" in name, name
            assert after[name][0] // 10**9 == end.timestamp(), f"{name} is dated by the end of the embargo"


def test_an_embargo_that_ends_while_nobody_runs_is_published_by_the_next_start(newsroom: Newsroom) -> None:
    newsroom.start()
    end = datetime.now(UTC) + timedelta(seconds=8)
    newsroom.drop("hidden.jsonl", encode(secret(21, 0, embargoed=end)))
    newsroom.wait(lambda: '"stored"' in newsroom.log())
    newsroom.kill()
    assert datetime.now(UTC) < end, "the test is too slow to see anything"
    newsroom.start()
    newsroom.kill()
    if datetime.now(UTC) < end:
        assert not [n for n, (_, data) in files(newsroom).items() if b"SECRET" in data]
    newsroom.wait(lambda: datetime.now(UTC) > end)
    newsroom.start()
    newsroom.wait(lambda: b"SECRET treaty" in newsroom.get("/feeds/all.rss")[2])
    newsroom.wait(lambda: b"SECRET treaty" in newsroom.get("/")[2])
