"""What every published feed keeps, whoever takes it: rules B04 to B21 (B01 to B03 are told by the readers)."""

from syndication.validate.rule import FEEDS, RSS, XML_FEEDS, Rule
from syndication.validate.rules import content, feed_times, identity, links

_STORIES = FEEDS | {"newsml-g2", "ninjs"}

RULES = (
    Rule(
        "B04", "error", identity.every_story_is_named_once, "give every story one guid of its own", _STORIES
    ),
    Rule(
        "B05",
        "error",
        identity.guids_stay,
        "keep the guid that the story was first published under",
        _STORIES,
    ),
    Rule("B06", "error", identity.names_are_marked, 'add isPermaLink="false"', RSS),
    Rule(
        "B07",
        "error",
        feed_times.dates_are_plausible,
        "print the instant with its zone, none that is to come",
    ),
    Rule(
        "B08",
        "error",
        feed_times.rfc822_is_plain,
        "write Tue, 24 Nov 2026 08:49:00 GMT or a numeric offset",
        RSS,
    ),
    Rule("B09", "error", feed_times.newest_first, "put the newest story first", FEEDS),
    Rule("B10", "error", links.addresses_are_absolute, "write absolute http or https addresses, encoded"),
    Rule("B11", "error", content.labels_are_plain, "write plain text, escaped once"),
    Rule("B12", "error", content.bodies_are_safe, "balance the HTML and leave out what executes", FEEDS),
    Rule(
        "B13",
        "error",
        content.enclosures_are_whole,
        "give url, length and type, or leave the enclosure out",
        FEEDS,
    ),
    Rule("B14", "error", content.authors_are_mails, "put the name into dc:creator", RSS),
    Rule(
        "B15",
        "error",
        feed_times.feed_time_follows,
        "take the newest change that touched the feed",
        XML_FEEDS,
    ),
    Rule("B16", "error", content.nothing_is_hidden, "take the story out of every part of the document"),
    Rule("B17", "error", content.again_the_same, "let no clock, locale or order of a set decide about bytes"),
    Rule("B18", "error", links.self_and_hub, "name the address it is served at, and the hub", FEEDS),
    Rule("B19", "warning", content.size, "leave the oldest stories out", _STORIES),
    Rule("B20", "warning", links.all_https, "use https addresses"),
    Rule("B21", "error", content.headlines_are_the_wires, "keep every code point of the headline"),
)
