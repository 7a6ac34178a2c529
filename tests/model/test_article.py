"""The Article: its JSON, its instants, and when it may be seen."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from syndication.model import Article
from syndication.model.article import Comment, Rights, Source, decode, encode, utc
from tests.desk import at, story
from tests.render.arbitrary import arbitrary
from tests.render.stories import FULL

SECOND = timedelta(seconds=1)


@given(arbitrary())
def test_an_article_comes_back_from_its_json(article: Article) -> None:
    try:
        document = encode(article)
    except UnicodeEncodeError:
        reject()  # half a surrogate pair is no text
    assert decode(document) == article
    assert encode(decode(document)) == document
    assert b"\n" not in document


def test_every_field_is_in_the_json() -> None:
    assert list(msgspec.json.decode(encode(story(1)))) == list(Article.__struct_fields__)
    assert decode(encode(FULL)) == FULL


def said(instant: str) -> bytes:
    """Return the JSON of story 1 with an instant of its own wherever there may be one."""
    whole = story(
        1,
        created=at(0),
        updated=at(0),
        embargoed=at(0),
        expires=at(0),
        rights=Rights(starts=at(0), ends=at(0)),
        comments=(Comment("Ada", "Well lit", at(0)),),
        source=Source("desk", "x", "article-json", at(0)),
    )
    return encode(whole).replace(b"2026-03-14T12:00:00Z", instant.encode())


@pytest.mark.parametrize("zone", ["2026-03-14T17:30:00+05:30", "2026-03-14T07:00:00.000-05:00"])
def test_an_instant_of_another_zone_becomes_utc_everywhere(zone: str) -> None:
    assert decode(said(zone)) == decode(said("2026-03-14T12:00:00Z"))
    assert encode(decode(said(zone))) == said("2026-03-14T12:00:00Z")


@pytest.mark.parametrize(
    "instant",
    ["2026-03-14T12:00:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-02-30T12:00:00Z"],
)
def test_an_instant_that_is_none_is_refused(instant: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        decode(said(instant))


def test_utc_takes_any_zone_and_refuses_none() -> None:
    assert utc(datetime(2026, 3, 14, 17, 30, tzinfo=timezone(timedelta(hours=5.5)))) == at(0)
    assert utc(at(0)).tzinfo is UTC
    with pytest.raises(ValueError, match="no zone"):
        utc(datetime(2026, 3, 14))  # noqa: DTZ001 - the case itself
    with pytest.raises(ValueError, match="beyond the calendar"):
        utc(datetime.max.replace(tzinfo=timezone(-timedelta(hours=14))))


@pytest.mark.parametrize(
    ("fields", "published", "modified"),
    [
        pytest.param({}, 1, 1, id="received"),
        pytest.param({"created": at(0)}, 0, 0, id="created"),
        pytest.param({"created": at(0), "updated": at(4)}, 0, 4, id="updated"),
        pytest.param({"created": at(0), "embargoed": at(3)}, 3, 3, id="under embargo"),
        pytest.param({"created": at(3), "embargoed": at(0)}, 3, 3, id="the embargo was over"),
        pytest.param({"embargoed": at(9), "updated": at(4)}, 9, 9, id="updated before it was public"),
    ],
)
def test_published_and_modified(fields: dict[str, object], published: float, modified: float) -> None:
    article = story(1, **fields)
    assert (article.published, article.modified) == (at(published), at(modified))


@pytest.mark.parametrize(
    ("fields", "visible"),
    [
        pytest.param({}, [True, True, True, True], id="plain"),
        pytest.param({"embargoed": at(10)}, [False, True, True, True], id="embargo"),
        pytest.param({"expires": at(20)}, [True, True, True, False], id="expiry"),
        pytest.param({"embargoed": at(10), "expires": at(20)}, [False, True, True, False], id="both"),
        pytest.param({"embargoed": at(20), "expires": at(10)}, [False] * 4, id="never"),
        pytest.param({"pub_status": "canceled"}, [False] * 4, id="killed"),
        pytest.param({"pub_status": "withheld", "embargoed": at(10)}, [False] * 4, id="withheld"),
    ],
)
def test_visible_from_the_embargo_on_until_before_the_expiry(
    fields: dict[str, object], visible: list[bool]
) -> None:
    instants = [at(10) - SECOND, at(10), at(20) - SECOND, at(20)]
    assert [story(1, **fields).visible(instant) for instant in instants] == visible


@given(
    st.none() | st.integers(0, 9).map(at),
    st.none() | st.integers(0, 9).map(at),
    st.sampled_from(["usable", "withheld", "canceled"]),
    st.integers(-1, 9).map(at),
)
def test_between_two_turns_nothing_turns(
    embargoed: datetime | None, expires: datetime | None, status: str, now: datetime
) -> None:
    article = story(1, embargoed=embargoed, expires=expires, pub_status=status)
    turn = article.turns(now)
    assert turn is None or turn > now
    until = turn or at(10)
    quiet = [now + n * SECOND for n in range(0, int((until - now).total_seconds()), 15)]
    assert len({article.visible(instant) for instant in [now, *quiet]}) == 1
