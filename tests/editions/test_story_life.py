"""Any sequence of events: every format shows what a simple model says, and nothing hidden leaves a trace.

The model is a few lines: of each story the highest version counts, a kill notice is for ever, takes follow
their story, each from its own instant on, what is visible is a matter of times. It knows no store, no log, no window.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from lxml import etree

from syndication.ingest import turn
from syndication.model import Article, Feed
from syndication.model.article import Link, Source
from syndication.model.blocks import Paragraph
from syndication.model.identity import short_id
from syndication.render import FORMATS
from syndication.store import Store
from tests.desk import accept, at, fresh, story
from tests.editions.conftest import PressRoom
from tests.reading import read

ATOM = "{http://www.w3.org/2005/Atom}"
NEWSML = "{http://iptc.org/std/nar/2006-10-01/}"
FEED = Feed(name="all", title="All", formats=tuple(f for f in FORMATS if f != "sitemap-news"), limit=2)
NEWS = Feed(name="news", title="News", formats=("sitemap-news",), limit=2)
TELL_OF_KILLS = {"atom", "newsml-g2", "nitf", "ninjs", "newsml"}
HAVE_WORDS = {"rss", "atom", "newsml-g2", "json", "ninjs", "nitf", "newsml"}
NUMBERS = st.integers(1, 3)
FOREVER = datetime.max.replace(tzinfo=at(0).tzinfo)


class Known(NamedTuple):
    """What the model knows of one story: versions, takes by number and version, whether a notice killed it.

    `released` are the takes whose embargo has ended.
    """

    versions: dict[int, Article]
    takes: dict[tuple[int, int], Article]
    noticed: bool = False
    released: frozenset[tuple[int, int]] = frozenset()

    @property
    def winner(self) -> Article | None:
        """Return the version that counts."""
        return self.versions[max(self.versions)] if self.versions else None

    @property
    def newest(self) -> dict[int, tuple[int, int]]:
        """Return number and version of each take that counts, by its number."""
        return {number: (number, version) for number, version in sorted(self.takes)}

    @property
    def texts(self) -> list[str]:
        """Return the paragraphs of the story with its takes."""
        takes = [self.takes[key] for _, key in sorted(self.newest.items()) if key in self.released]
        parts = (self.winner, *(a for a in takes if a.pub_status == "usable")) if self.winner else ()
        return [block.text for article in parts for block in article.body if isinstance(block, Paragraph)]

    def at(self, now: datetime) -> "Known":
        """Let the clock end what it ends in a story that has come; what it ended stays so."""
        if self.winner is None:
            return self
        over = {
            k for k in self.newest.values() if (self.takes[k].embargoed or now) <= now or k in self.released
        }
        return self._replace(released=frozenset(over))


class Model:
    """What should be public, said without a store."""

    def __init__(self) -> None:
        self.stories = {number: Known({}, {}) for number in range(1, 4)}
        self.seen: dict[int, datetime] = {}

    def take_note(self, number: int, now: datetime, known: Known) -> None:
        """Replace what is known; the clock counts anew where the story's words or times do."""
        before = self.stories[number]
        self.stories[number] = known = known.at(now)
        if (before.winner, before.texts) != (known.winner, known.texts):
            self.seen[number] = now

    def look(self, now: datetime) -> None:
        """Let the clock turn what it turns; a clock that was set back turns nothing back."""
        for number in self.seen:
            self.seen[number] = max(self.seen[number], now)
            self.stories[number] = self.stories[number].at(now)

    def is_visible(self, number: int) -> bool:
        """Say whether the public sees the story."""
        known = self.stories[number]
        article = known.winner
        return (
            article is not None
            and not known.noticed
            and article.pub_status == "usable"
            and (article.embargoed is None or article.embargoed <= self.seen[number])
            and (article.expires is None or article.expires > self.seen[number])
        )

    def is_killed(self, number: int) -> bool:
        """Say whether it is gone for good, for now."""
        known = self.stories[number]
        return known.noticed or (known.winner is not None and known.winner.pub_status == "canceled")

    def public(self) -> list[tuple[int, list[str]]]:
        """Return what the public can find in feed, archive or page: numbers and texts, newest first."""
        visible = [number for number in self.stories if self.is_visible(number)]
        visible.sort(key=lambda n: (-self._published(n).timestamp(), _key(n)))
        return [(number, self.stories[number].texts) for number in visible]

    def feed(self) -> list[tuple[int, list[str]]]:
        """Return what a feed shows."""
        return self.public()[: FEED.limit]

    def _published(self, number: int) -> datetime:
        article = self.stories[number].winner
        assert article is not None
        assert article.created is not None
        return max(article.created, article.embargoed or article.created)


def _key(number: int) -> int:
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    short = short_id(story(number).guid)
    return sum(alphabet.index(c) * 32 ** (15 - place) for place, c in enumerate(short))


def _apart_from_archives(files: dict[str, tuple[int, int, bytes]]) -> dict[str, tuple[int, int, bytes]]:
    """Leave out pages of archives, and the documents that lead to them."""
    return {name: file for name, file in files.items() if not re.search(r"\.(rss|atom)(\.gz)?$", name)}


class StoryLife(RuleBasedStateMachine):
    """Arrivals, re-sends, corrections, kills, notices, embargoes, expiries, takes, clocks, crashes, rebuilds."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = TemporaryDirectory()
        self.room = PressRoom(Path(self.directory.name), (FEED, NEWS))
        self.model = Model()
        self.minutes = 0.0
        self.arrived: list[Article] = []
        self.made: dict[tuple[int, int], Article] = {}
        self.carried: set[int] = set()
        self.faded: set[int] = set()
        self.long_ago = False
        self.latest = 0.0
        self.updated = ""
        self.times: dict[str, int] = {}

    @initialize()
    def open(self) -> None:
        """Print the empty feed."""
        self.room.refresh(at(0))

    def teardown(self) -> None:
        """Replay all arrivals in other orders: the end is the same."""
        try:
            self._check_orders()
        finally:
            self.room.store.close()
            self.directory.cleanup()

    @rule(
        number=NUMBERS,
        version=st.integers(1, 3),
        status=st.sampled_from(["usable", "usable", "usable", "canceled", "withheld"]),
        embargo=st.none() | st.integers(-20, 40),
        expiry=st.none() | st.integers(-5, 60),
    )
    def arrive(self, number: int, version: int, status: str, embargo: int | None, expiry: int | None) -> None:
        """Receive a version of a story: new, newer, late, or the same again from elsewhere."""
        article = self.made.setdefault(
            (number, version),
            story(
                number,
                version=version,
                pub_status=status,
                created=at(number),
                body=(Paragraph(f"Story {number} in its version {version}."),),
                embargoed=None if embargo is None else at(self.minutes + embargo),
                expires=None if expiry is None else at(self.minutes + expiry),
            ),
        )
        source = Source("desk", f"{len(self.arrived)}", "article-json", at(number))
        known = self.model.stories[number]
        versions = {**known.versions, version: article}
        self._receive(
            msgspec.structs.replace(article, source=source), number, known._replace(versions=versions)
        )

    @rule(
        number=NUMBERS,
        take=st.integers(2, 4),
        version=st.integers(1, 2),
        status=st.sampled_from(["usable", "usable", "canceled"]),
        embargo=st.none() | st.integers(-20, 40),
    )
    def continue_story(self, number: int, take: int, version: int, status: str, embargo: int | None) -> None:
        """Receive a take of a story, perhaps before the story; takes, too, are corrected, killed and held back."""
        article = self.made.setdefault(
            (number * 10 + take, version),
            story(
                number * 10 + take,
                version=version,
                headline=story(number).headline,
                signals=(f"take:{take}",),
                pub_status=status,
                created=at(number),
                body=(Paragraph(f"Take {take} of story {number}, version {version}."),),
                embargoed=None if embargo is None else at(self.minutes + embargo),
                source=Source("desk", "take", "article-json", at(number)),
            ),
        )
        known = self.model.stories[number]
        takes = {**known.takes, (take, version): article}
        self._receive(article, number, known._replace(takes=takes))

    @rule(number=NUMBERS)
    def notice(self, number: int) -> None:
        """Receive a kill notice that names the headline, perhaps before the story."""
        article = story(
            1000 + number,
            pub_status="canceled",
            headline=None,
            body=(),
            links=(Link("previous", title=story(number).headline),),
            source=Source("desk", "notice", "article-json", at(30)),
        )
        self._receive(article, number, self.model.stories[number]._replace(noticed=True))

    @rule(minutes=st.integers(-30, 45))
    def pass_time(self, minutes: int) -> None:
        """Let time pass, or set the clock back."""
        self.minutes += minutes
        self._refresh()

    @rule()
    def let_two_months_pass(self) -> None:
        """What tells of kills goes; nothing else is old enough to leave but from the news sitemap."""
        self.minutes = self.latest + 60 * 24 * 60
        self._refresh()
        self.faded |= {number for number in self.carried if self.model.is_killed(number)}
        self.long_ago = True

    @rule()
    def crash_and_start(self) -> None:
        """Open the store anew, with a file lost and litter left behind."""
        before = self.room.files()
        self.room.store.close()
        (self.room.directory / "all.rss").unlink()
        for name in ("all.rss", "all.rss.gz"):  # who lost a file lost its time
            self.times.pop(name, None)
        (self.room.directory / ".all.atom.new").write_bytes(b"<feed")
        self.room.store = fresh(Path(self.directory.name, "newsroom.db"))
        self.room.editions.repair()
        self._refresh()
        assert {n: k[2] for n, k in self.room.files().items()} == {n: k[2] for n, k in before.items()}

    @rule()
    def rebuild(self) -> None:
        """Compare every file with what it should be: nothing is touched."""
        self._refresh()
        before = self.room.files()
        self.room.refresh(self._now, everything=True)
        assert self.room.files() == before

    @precondition(lambda self: self.arrived)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        """Receive the same bytes again: nothing happens."""
        article = data.draw(st.sampled_from(self.arrived))
        before = self.room.files()
        accept(self.room.store, [article], self._now)
        assert self.room.editions.refresh(self._now).printed == () or self.room.files() == before

    @invariant()
    def every_format_shows_what_the_model_says(self) -> None:
        """Compare all documents with the model."""
        if not self.room.directory.is_dir():
            return
        expected = self.model.feed()
        shown = [short_id(story(number).guid) for number, _ in expected]
        gone = {short_id(story(n).guid) for n in self.carried - self.faded if self.model.is_killed(n)}
        for form in FORMATS:
            document = self._document(form)
            told = gone if form in TELL_OF_KILLS else set()
            found = read(form, document)
            if form == "sitemap-news" and self.long_ago:
                assert [short for short in shown if short in found.shown] == found.shown
            else:
                assert found == (shown, told), form
            self._check_words(form, document, expected)
        self._check_times()

    def _check_words(self, form: str, document: bytes, expected: list[tuple[int, list[str]]]) -> None:
        """Every text of what is shown is there, in its order, and no other text that ever came."""
        words = document.decode()
        texts = [text for _, said in expected for text in said] if form in HAVE_WORDS else []
        for _, said in expected if form in HAVE_WORDS else ():
            places = [words.index(text) for text in said]
            assert places == sorted(places), form
        for article in self.arrived:
            for block in article.body:
                if isinstance(block, Paragraph) and block.text not in texts:
                    assert block.text not in words, form

    def _check_times(self) -> None:
        """Times of feeds and of their files never go backwards, and agree."""
        updated = str(etree.fromstring(self._document("atom")).findtext(f"{ATOM}updated"))
        assert updated >= self.updated
        self.updated = updated
        built = etree.fromstring(self._document("rss")).findtext(".//lastBuildDate")
        assert parsedate_to_datetime(str(built)) == datetime.fromisoformat(updated).replace(microsecond=0)
        sent = etree.fromstring(self._document("newsml-g2")).findtext(f".//{NEWSML}sent")
        assert datetime.fromisoformat(str(sent)) == datetime.fromisoformat(updated)
        times = {name: moment for name, (_, moment, _) in self.room.files().items()}
        assert all(times[name] >= before for name, before in self.times.items())
        self.times = times

    def _document(self, form: str) -> bytes:
        feed = NEWS if form == "sitemap-news" else FEED
        return self.room.read(f"{feed.name}{FORMATS[form].extension}")

    @property
    def _now(self) -> datetime:
        return at(self.minutes)

    def _refresh(self) -> None:
        self.latest = max(self.latest, self.minutes)
        self.room.refresh(self._now)
        self.model.look(self._now)
        shown = {number for number, _ in self.model.feed()}
        self.carried |= shown
        self.faded -= shown

    def _receive(self, article: Article, number: int, known: Known) -> None:
        before, public, feed = self.room.files(), self.model.public(), self.model.feed()
        told = {n for n in self.carried if self.model.is_killed(n)}
        accept(self.room.store, [article], self._now)
        self.arrived.append(article)
        if len(self.arrived) % 4 == 0:  # power fails between the store and the press
            self.room.store.close()
            self.room.store = fresh(Path(self.directory.name, "newsroom.db"))
        self.model.take_note(number, self._now, known)
        self._refresh()
        if told != {n for n in self.carried if self.model.is_killed(n)}:
            return
        after = self.room.files()
        if public == self.model.public() and (number not in dict(public) or article.signals):
            assert after == before, "what nobody may see changed a byte"
        elif feed == self.model.feed() and number not in dict(feed):
            assert _apart_from_archives(after) == _apart_from_archives(before), "a story that is in no feed"

    def _check_orders(self) -> None:
        end = at(self.latest + 10**5)
        turn(self.room.store, end)
        expected = self._public(self.room.store)
        for order in (self.arrived[::-1], sorted(self.arrived, key=lambda a: (a.guid, a.version))):
            with TemporaryDirectory() as directory:
                store = fresh(Path(directory, "other.db"))
                accept(store, order, end)
                turn(store, end)
                assert self._public(store) == expected
                store.close()

    def _public(self, store: Store) -> list[tuple[str, tuple[object, ...]]]:
        return [(a.guid, a.body) for a in store.articles.newest(99)]


# Shrinking a sequence takes minutes; whoever looks for a fault adds Phase.shrink.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
StoryLife.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None, phases=_PHASES)
TestStoryLife = StoryLife.TestCase
