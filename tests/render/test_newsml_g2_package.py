"""The feed as a packageItem, and single items; read back with the package newsmlg2."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from lxml import etree
from NewsMLG2 import NewsMLG2Document

from syndication.model import Article
from syndication.render import SINGLES, newsml_g2_package
from syndication.render.story import guid as made_guid
from syndication.render.story import title
from syndication.xmlns import NAR
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, PROFILE, STORIES, UPDATED, changed, make

G = f"{{{NAR}}}"


def package(*articles: Article, later: int = 0) -> etree._Element:
    entries = [newsml_g2_package.entry(a, PROFILE) for a in articles]
    return xml(newsml_g2_package.document(FEED, PROFILE, UPDATED + timedelta(seconds=later), entries))


def test_a_package_of_all_is_valid(newsml_schema: etree.XMLSchema) -> None:
    newsml_schema.assertValid(package(*STORIES.values()))


def test_a_package_of_one_is_valid(story: Article, newsml_schema: etree.XMLSchema) -> None:
    newsml_schema.assertValid(package(story))


def test_a_single_item_is_valid(story: Article, newsml_schema: etree.XMLSchema) -> None:
    root = xml(SINGLES["newsml-g2"].single(story, PROFILE))
    newsml_schema.assertValid(root)
    assert root.tag == f"{G}newsItem"


def test_the_references_stand_in_the_feeds_order() -> None:
    found = package(FULL, make("b"), make("a")).findall(f".//{G}itemRef")
    assert [ref.get("residref") for ref in found] == [FULL.guid, make("b").guid, make("a").guid]
    assert found[0].get("version") == "3"
    assert (found[0].get("href") or "").endswith(SINGLES["newsml-g2"].extension)
    assert found[0].findtext(f"{G}description") == "A vote on the canal, finally."


def test_the_version_of_the_package_rises_with_the_feed() -> None:
    assert int(package(later=1).get("version") or 0) == int(package().get("version") or 0) + 1
    assert package().get("guid") == "https://wire.example/feeds/world.newsml-g2-package.xml"


def test_a_killed_story_is_referred_to_no_more() -> None:
    assert newsml_g2_package.entry(changed(FULL, pub_status="canceled"), PROFILE) == b""


def read(document: bytes) -> Any:
    """Return the item as the package newsmlg2 reads it; catalogue 40 is one that it brings along."""
    return NewsMLG2Document(document).get_item()


def test_newsmlg2_reads_a_single_item_back(story: Article) -> None:
    found = read(SINGLES["newsml-g2"].single(story, PROFILE))
    assert found.guid == made_guid(story)
    assert found.version == str(max(1, story.version))
    assert found.itemmeta.pubstatus.qcode == f"stat:{story.pub_status}"
    assert found.itemmeta.itemclass.qcode == f"ninat:{story.item_class}"
    if story.pub_status == "usable":
        assert str(found.itemmeta.title).split() == title(story).split()


def test_newsmlg2_cannot_read_a_hop_history_so_that_it_is_off_unless_asked_for() -> None:
    """The day that this fails the switch has lost its reason."""
    told = msgspec.structs.replace(PROFILE, hop_history=True)
    document = SINGLES["newsml-g2"].single(FULL, told)
    assert b"hopHistory" in document
    with pytest.raises(TypeError):
        read(document)


def test_newsmlg2_reads_the_package_back() -> None:
    entries = [newsml_g2_package.entry(a, PROFILE) for a in (FULL, make("b"))]
    found = read(newsml_g2_package.document(FEED, PROFILE, UPDATED, entries))
    assert found.guid == "https://wire.example/feeds/world.newsml-g2-package.xml"
    assert [ref.residref for ref in found.groupset.group[0].itemref] == [FULL.guid, make("b").guid]
