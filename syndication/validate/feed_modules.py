"""The modules that RSS and Atom are extended by: what their elements hold and what their values look like.

Checked are the elements of a module that stand in elements of the feed; what a module does not know is a warning,
as modules grow, and so is what Dublin Core only recommends.
"""

from collections.abc import Iterator
from typing import NamedTuple

from syndication.validate import element_grammar
from syndication.validate.element_grammar import Grammar, grammar
from syndication.validate.finding import Breach, Element, Fault, Level, local_name, namespace_of, shown
from syndication.xmlns import (
    ATOM,
    CONTENT,
    DC,
    DCTERMS,
    GEORSS,
    HISTORY,
    ITUNES,
    MEDIA,
    SLASH,
    SYNDICATION,
    THREADING,
    WFW,
)


class Module(NamedTuple):
    """The elements of one namespace, and by what prefix they are told.

    `closed` where no other elements are known there, `level` is how bad a wrong value is, and `once` are those
    that an item or a channel has at most one of.
    """

    prefix: str
    known: Grammar
    closed: bool = True
    level: Level = "error"
    once: tuple[str, ...] = ()


_MEDIA = grammar(
    MEDIA,
    """
    %size @width?:count @height?:count
    %more rating* title* description* keywords* thumbnail* category* hash* player* credit* copyright* text* restriction* community* comments* embed* responses* backLinks* status* price* license* subTitle* peerLink* location* rights* scenes*
    group @... : content* %more ...
    content @url?:uri @fileSize?:count @type?:media-type @medium?:image|audio|video|document|executable @isDefault?:true|false @expression?:sample|full|nonstop @bitrate?:number @framerate?:number @samplingrate?:number @channels?:number @duration?:number %size @lang?:language : %more ...
    rating @scheme?:text =
    title @type?:plain|html =
    description @type?:plain|html =
    keywords =
    thumbnail @url:uri %size @time?:text : ...
    category @scheme?:text @label?:text =
    hash @algo?:md5|sha-1|sha-256 =
    player @url:uri %size : ...
    credit @role?:text @scheme?:text =
    copyright @url?:uri =
    text @type?:plain|html @lang?:language @start?:text @end?:text =
    restriction @relationship:allow|deny @type?:country|uri|sharing =
    community : starRating? statistics? tags?
    starRating @average?:number @count?:count @min?:number @max?:number
    statistics @views?:count @favorites?:count
    tags =
    comments : comment*
    comment =
    embed @url:uri %size : param*
    param @name:nonempty =
    responses : response*
    response =
    backLinks : backLink*
    backLink =uri
    status @state?:active|blocked|deleted @reason?:text =
    price @type?:rent|purchase|package|subscription @info?:text @price?:number @currency?:text
    license @type?:media-type @href?:uri =
    subTitle @type?:media-type @lang?:language @href:uri
    peerLink @type?:media-type @href:uri
    location @description?:text @start?:text @end?:text : ...
    rights @status:userCreated|official
    scenes : scene*
    scene : sceneTitle? sceneDescription? sceneStartTime? sceneEndTime?
    """,
)
_DC = "title creator subject description publisher contributor type format identifier source relation coverage rights"
_DATES = "modified created issued available dateAccepted dateCopyrighted dateSubmitted"
MODULES = (
    Module("content", grammar(CONTENT, "encoded =\nitems @... : ..."), once=("encoded",)),
    Module(
        "dc",
        grammar(
            DC, "\n".join([*(f"{name} @... =" for name in _DC.split()), "date =w3cdtf", "language =language"])
        ),
        level="warning",
    ),
    Module(
        "dcterms",
        grammar(DCTERMS, "\n".join(f"{name} @... =w3cdtf" for name in _DATES.split())),
        closed=False,
    ),
    Module("media", _MEDIA),
    Module(
        "itunes",
        grammar(
            ITUNES,
            """
            image @href:web
            category @text:nonempty : category*
            explicit =~true|false|yes|no|clean|explicit
            type =~episodic|serial
            episodeType =~full|trailer|bonus
            episode =positive
            season =positive
            duration =play-time
            owner : name? email?
            name =
            email =mail
            new-feed-url =web
            order =count
            """,
        ),
        closed=False,
        once=("image", "explicit", "duration", "episode", "season", "owner"),
    ),
    Module(
        "sy",
        grammar(
            SYNDICATION,
            "updatePeriod =hourly|daily|weekly|monthly|yearly\nupdateFrequency =positive\nupdateBase =w3cdtf",
        ),
        once=("updatePeriod", "updateFrequency", "updateBase"),
    ),
    Module(
        "georss",
        grammar(
            GEORSS,
            """
            point @... =places-1
            line @... =places-2
            polygon @... =places-4
            box @... =places-2
            circle @... =numbers-3
            elev =number
            floor =number
            radius =number
            featuretypetag =
            featurename =
            relationshiptag =
            where @... : ...
            """,
        ),
    ),
    Module(
        "slash", grammar(SLASH, "comments =count\nsection =\ndepartment =\nhit_parade ="), once=("comments",)
    ),
    Module("wfw", grammar(WFW, "comment =web\ncommentRss =web\ncommentRSS =web"), closed=False),
    Module(
        "thr",
        grammar(
            THREADING,
            "in-reply-to @ref:uri @href?:reference @type?:media-type @source?:reference @... : ...\ntotal =count",
        ),
    ),
    Module("fh", grammar(HISTORY, "complete\narchive"), once=("complete", "archive")),
)
_BY_NAMESPACE = {module.known.namespace: module for module in MODULES}
_BY_PREFIX = {module.prefix: module.known.namespace for module in MODULES} | {"atom": ATOM}


def faults(root: Element) -> Iterator[Breach]:
    """Yield what is against its module, of each element that stands in one of another namespace."""
    seen: set[tuple[Element, str]] = set()
    for element in root.iter(*(f"{{{space}}}*" for space in _BY_NAMESPACE)):
        parent = element.getparent()
        module = _BY_NAMESPACE[namespace_of(element)]
        if parent is None or namespace_of(parent) == module.known.namespace:
            continue
        name = f"{module.prefix}:{local_name(element)}"
        if local_name(element) not in module.known.shapes:
            if module.closed:
                yield Breach("element-unknown", Fault(element, f"there is no {name}"), "warning")
            continue
        if local_name(element) in module.once and (parent, name) in seen:
            yield Breach("repeated", Fault(element, f"{local_name(parent)} has {name} a second time"))
        seen.add((parent, name))
        for breach in element_grammar.check(element, module.known._replace(prefix=f"{module.prefix}:")):
            level = "warning" if breach.kind.endswith("-unknown") else module.level
            yield breach._replace(level=level)
    yield from _media(root)
    yield from _strange_namespaces(root)


def _strange_namespaces(root: Element) -> Iterator[Breach]:
    """Yield where a prefix that everybody knows stands for another namespace: names are compared letter by letter."""
    told: set[tuple[str | None, str]] = set()
    for element in root.iter("*"):
        prefix, space = element.prefix, namespace_of(element)
        wanted = _BY_PREFIX.get(prefix or "")
        if wanted is None or space == wanted or (prefix, space) in told:
            continue
        told.add((prefix, space))
        said = f"{prefix} stands for {shown(space)} here, and readers look for {wanted}"
        yield Breach("namespace", Fault(element, said), "warning")


def _media(root: Element) -> Iterator[Breach]:
    """Media RSS, `media:content`: the file is named by its address or by its player."""
    for content in root.iter(f"{{{MEDIA}}}content"):
        if not content.get("url") and content.find(f"{{{MEDIA}}}player") is None:
            said = "media:content has neither an address (url) nor a player"
            yield Breach("attribute-missing", Fault(content, said))
