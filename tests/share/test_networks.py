"""The table of networks, and the ids that are refused."""

import json
import re
from pathlib import Path

import pytest

from syndication.errors import UnknownNetwork
from syndication.share import NETWORKS, RETIRED, Sharing, by_id, ordered
from syndication.share.network import Network
from syndication.share.retired import WITHOUT_LINK

PARAMETERS = json.loads(
    (Path(__file__).parents[1] / "data" / "share" / "parameters.json").read_text(encoding="utf-8")
)
DONE_BY_THE_PAGE = {"wechat", "copy", "qr", "print", "native"}


def test_every_network_has_its_parameters_tested() -> None:
    assert {network.id for network in NETWORKS} == PARAMETERS.keys() | DONE_BY_THE_PAGE
    assert len({network.id for network in NETWORKS}) == len(NETWORKS)


@pytest.mark.parametrize("row", NETWORKS, ids=lambda n: n.id)
def test_a_row_is_sound(row: Network) -> None:
    assert by_id(row.id) is row
    assert row.name
    assert re.fullmatch(r"[a-z0-9]+", row.id)
    assert bool(row.template) == (row.id not in DONE_BY_THE_PAGE)
    if row.kind == "link":
        assert re.match(r"https://[a-z{][a-z.\-}]+/|mailto:\?|sms:\?&", row.template)
    assert "'" not in row.template
    assert row.template.count("[") == row.template.count("]")


def test_the_mediums_are_those_that_analytics_group_by() -> None:
    mediums = {network.id: network.medium for network in NETWORKS}
    for mail in ("email", "gmail", "outlook", "yahoomail"):
        assert mediums.pop(mail) == "email"
    for referral in ("copy", "qr", "native", "wechat", "print"):
        assert mediums.pop(referral) == "referral"
    assert mediums.pop("sms") == "sms"
    assert set(mediums.values()) == {"social"}


@pytest.mark.parametrize("gone", sorted(RETIRED))
def test_a_retired_id_is_refused_with_its_reason(gone: str) -> None:
    with pytest.raises(UnknownNetwork) as refused:
        by_id(gone)
    assert re.search(r"\b20[12]\d\b|harmful", refused.value.what)
    assert refused.value.where == gone
    for other in RETIRED[gone].instead:
        assert by_id(other).id in refused.value.what


def test_a_retired_id_is_known_however_it_is_written() -> None:
    for written in ("Koo", "GooglePlus", "TikTok"):
        with pytest.raises(UnknownNetwork, match=r"2024|2019|no address"):
            by_id(written)


def test_pocket_names_the_day_and_what_is_left() -> None:
    with pytest.raises(UnknownNetwork, match=r"pocket: shut down on 8 July 2025; use instapaper or raindrop"):
        by_id("pocket")


@pytest.mark.parametrize("linkless", sorted(WITHOUT_LINK))
def test_a_network_without_links_points_to_the_phones_own_sheet(linkless: str) -> None:
    with pytest.raises(UnknownNetwork, match="use native"):
        by_id(linkless)


@pytest.mark.parametrize("unknown", ["", "X", "facebook ", "no-such"])
def test_an_unknown_id_is_refused(unknown: str) -> None:
    with pytest.raises(UnknownNetwork, match="no such share network"):
        by_id(unknown)


def test_the_site_orders_its_networks_and_switches_some_off() -> None:
    sharing = Sharing(order=("x", "naver", "whatsapp", "x"), without=("naver",))
    assert [network.id for network in ordered(sharing)] == ["x", "whatsapp"]


def test_the_site_may_leave_out_what_no_owner_documents() -> None:
    sharing = Sharing(order=("x", "naver", "whatsapp"), unconfirmed=False)
    assert [network.id for network in ordered(sharing)] == ["x", "whatsapp"]


def test_a_slip_of_the_pen_is_told() -> None:
    with pytest.raises(UnknownNetwork, match="did you mean whatsapp"):
        by_id("WhatsAp")


def test_the_default_order_is_an_indian_newsrooms() -> None:
    ids = [network.id for network in ordered(Sharing())]
    assert ids == ["whatsapp", "telegram", "x", "facebook", "linkedin", "email", "copy", "native"]


@pytest.mark.parametrize("sharing", [Sharing(order=("x", "koo")), Sharing(without=("koo",))], ids=str)
def test_a_configured_network_that_is_gone_is_an_error(sharing: Sharing) -> None:
    with pytest.raises(UnknownNetwork, match=r"koo: ended in July 2024"):
        ordered(sharing)
