"""The shape of a dialect: what one agency does that others do not, as data."""

import msgspec

from syndication.on_demand import Expression


class Closing(msgspec.Struct, frozen=True):
    """How an agency ends a story, on a line of its own or behind the last sentence.

    `quick` must occur in the text before the pattern is tried. The pattern's group `initials` holds them as
    printed, `rest` what may name desk, second source and initials (see `signoff`). `weak`: the form alone
    proves nothing (`ms/vd`); it counts only as the last line of a story. `people`: it credits people.
    """

    name: str
    quick: str
    pattern: Expression
    weak: bool = False
    people: bool = False


class Dialect(msgspec.Struct, frozen=True):
    """How one agency writes. `agency` is its code in vocabulary.agencies, None for a form of several.

    `lines`: whole lines that end a story. `trailers`: marks behind the last sentence. `follows`: lines
    that may stand below either and belong to it. `above`: the line that may stand above the agency's.
    """

    name: str
    agency: str | None
    lines: tuple[Closing, ...] = ()
    trailers: tuple[Closing, ...] = ()
    follows: tuple[Closing, ...] = ()
    above: Closing | None = None
