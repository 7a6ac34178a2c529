"""Signals by their codes."""

import pytest

from syndication.parse.signal_codes import signals


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["sig:correction", "sig:update"], ("correction", "update")),
        (["http://cv.iptc.org/newscodes/signal/update/"], ("update",)),
        (["take:2", "TAKE:3"], ("take:2", "take:3")),
        (["Take 2", "Writethru", "kill"], ("take:2", "lead", "kill")),
        (["sig:atomic", None, "", "x:", "Hot topic"], ("atomic", "hot topic")),
        (["edStat:U"], ("edStat:U",)),
        (["update", "sig:update"], ("update",)),
    ],
)
def test_codes_become_the_words_of_newsrooms(codes: list[str | None], found: tuple[str, ...]) -> None:
    assert signals(codes) == found
