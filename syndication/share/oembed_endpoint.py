"""What the oEmbed endpoint answers (oEmbed 1.0 §2.2 and §2.3): a decision over one request, without a server."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from syndication.model import Site
from syndication.on_demand import Expression
from syndication.share.oembed_address import story_id
from syndication.share.oembed_body import as_json, as_xml, oembed
from syndication.share.shareable import Shareable

_SIZE = Expression(r"0*([1-9][0-9]*)\Z", re.ASCII)
_HUGE = 10**9


class Answer(NamedTuple):
    """A status with its body; `media_type` is None where there is none, as with every error."""

    status: int
    media_type: str | None = None
    body: bytes = b""


class Question(NamedTuple):
    """What was asked for: a story by its short id (None: no page of ours), a form, the largest sizes."""

    story: str | None
    format: Literal["json", "xml"]
    max_width: int | None
    max_height: int | None


def oembed_question(method: str, parameters: Mapping[str, str], site: Site) -> Question | Answer:
    """Return what the request asks for, or the answer that refuses it: 405, 400, 501 in this order.

    `parameters` are decoded, the first of each name; unknown ones are ignored.
    """
    if method not in {"GET", "HEAD"}:
        return Answer(405)
    try:
        story = story_id(parameters.get("url", ""), site)
        widest = _size(parameters.get("maxwidth"))
        highest = _size(parameters.get("maxheight"))
    except ValueError:
        return Answer(400)
    match parameters.get("format", "json"):
        case "json":
            return Question(story, "json", widest, highest)
        case "xml":
            return Question(story, "xml", widest, highest)
        case _:
            return Answer(501)


def oembed_answer(
    method: str, parameters: Mapping[str, str], site: Site, find: Callable[[str], Shareable | None]
) -> Answer:
    """Return what the endpoint answers: 405, 400, 501, 404, 401 are decided in this order.

    `find` gives the story of a short id as it may be shared now, None for one that is unknown, taken back,
    expired or under embargo: the public must not learn which.
    """
    asked = oembed_question(method, parameters, site)
    if isinstance(asked, Answer):
        return asked
    story = find(asked.story) if asked.story else None
    if story is None:
        return Answer(404)
    if story.sharing.hide_paid and story.sharing.free_to_read is False:
        return Answer(401)
    body = oembed(story, asked.max_width, asked.max_height)
    if asked.format == "xml":
        return Answer(200, "text/xml", as_xml(body))
    return Answer(200, "application/json", as_json(body))


def _size(text: str | None) -> int | None:
    """Return a positive number of pixels, None where none is given; raise ValueError for anything else."""
    if text is None:
        return None
    digits = _SIZE.match(text)
    if digits is None:
        raise ValueError(f"not a positive integer: {text!r}")
    return int(digits[1]) if len(digits[1]) < 10 else _HUGE
