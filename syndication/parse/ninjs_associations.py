"""What is associated with a ninjs object: its media, other stories that stand in it whole, and mere mentions."""

from collections.abc import Iterator
from typing import NamedTuple

from syndication.model.article import Group, GroupItem, Issue, Link, Media
from syndication.parse import ninjs_media, ninjs_words
from syndication.parse.addresses import resolve
from syndication.parse.json_object import JsonObject
from syndication.parse.ninjs_story import Belongings
from syndication.parse.standing import Standing, standing

_DEEPEST = 6
_RELATIONS = frozenset({"previous", "canonical", "related"})


class Found(NamedTuple):
    """A story to read, and what is associated with it."""

    item: JsonObject
    its: Belongings


class _Member(NamedTuple):
    """Another story: whether it stands there whole, and whether its words may be told beside it."""

    item: JsonObject
    is_whole: bool
    is_open: bool


def stories(item: JsonObject, zone: str, around: Standing | None = None, depth: int = 0) -> Iterator[Found]:
    """Yield the object and then each story that is associated with it; one that only holds stories is none itself.

    An embargo on what is `around` holds for all that is in it. Media that may not be seen as soon as the object
    are stories of their own.
    """
    own = _standing(item, zone)
    until = max((s.embargoed for s in (own, around) if s and s.embargoed), default=None)
    media: list[Media] = []
    members: list[_Member] = []
    issues: list[Issue] = []
    for part in item.objects("associations"):
        kind = ninjs_media.kind(part)
        its = _standing(part, zone)
        is_open = its.pub_status == "usable" and (its.embargoed or until) == until
        is_whole = not is_open or _is_whole(part, kind)
        if kind is None or is_whole:
            members.append(_Member(part, is_whole, is_open))
        elif made := ninjs_media.media(part, kind):
            media.append(made)
        else:
            said = f"the {kind} {part.text('uri', 'name')!r} has no file on the public web"
            issues.append(Issue("no-address", said))
    if media or own.pub_status != "usable" or not _only_holds(item, members):
        yield Found(
            item, _belongings(item, tuple(media), members)._replace(issues=tuple(issues), around=around)
        )
    inside = Standing("usable" if own.pub_status == "canceled" else own.pub_status, until)
    for member in members:
        if member.is_whole and depth < _DEEPEST:
            yield from stories(member.item, zone, inside, depth + 1)
        elif not member.is_whole:
            member.item.ignore(*member.item.names)  # a link or a group names it


def _standing(item: JsonObject, zone: str) -> Standing:
    return standing(item.text("pubstatus"), item.text("embargoeduntil", "embargoed"), zone)


def _is_whole(part: JsonObject, kind: str | None) -> bool:
    """Tell an associated story that can stand for itself from a mere mention, and from media with their files."""
    if kind and "renditions" in part:
        return False
    own = {"standard", "associations", "bodies"} & part.names
    return bool(own) or any(name.startswith("body_") for name in part.names)


def _only_holds(item: JsonObject, members: list[_Member]) -> bool:
    """Tell a package that has no text and is no list of mentions: nothing in it is a story but its parts."""
    if item.text("type") != "composite" or ninjs_words.body(item)[0] is not None:
        return False
    return not members or any(member.is_whole for member in members)


def _belongings(item: JsonObject, media: tuple[Media, ...], members: list[_Member]) -> Belongings:
    links = tuple(link for member in members if (link := _link(member)))
    if item.text("type") != "composite":
        return Belongings(media, links)
    listed = tuple(
        GroupItem(link.guid, link.href, link.title, member.item.text("rel"))
        for member in members
        if (link := _link(member))
    )
    return Belongings(media, groups=(Group(listed, mode="bag"),) if listed else ())


def _link(member: _Member) -> Link | None:
    """Return the link to another story, without its words where these may not be seen; None where it names none."""
    part = member.item
    uri = part.text("uri", "guid")
    title = ninjs_words.words(part).headline if member.is_open else None
    if not (uri or title):
        return None
    relation = (part.text("rel") or "").lower()
    href = resolve(uri, None) if member.is_open else None
    return Link(relation if relation in _RELATIONS else "related", href, uri, title)
