"""IANS: `--IANS` with dashes of every kind, `int/sd` behind or below it, the same in Hindi letters."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

INITIALS = r"(?P<initials>[a-z]{1,12}(?:/[a-z]{0,12}){1,5})"
_HINDI = r"(?P<initials>[\u0900-\u097f]{2,14}(?:/[\u0900-\u097f]{0,14}){0,4})"

DIALECT = Dialect(
    "ians",
    "IANS",
    lines=(
        Closing("ians-hindi", "आईएएन", Expression(r"[-–—_ ]{0,6}आईएएनए?स[-–—. ]{0,3}(?P<rest>[\u0900-\u097fa-z/]{0,60})\Z")),
        # The agency's line was cut away and its initials stayed.
        Closing("bare-initials", "/", Expression(rf"{INITIALS}\Z"), weak=True),
    ),
    follows=(
        Closing("initials", "", Expression(rf"[-–— ]{{0,4}}{INITIALS}\.?\Z")),
        Closing("initials", " / ", Expression(r"(?P<initials>[a-z]{2,6}(?: / [a-z]{2,6}){1,4})\Z")),
        Closing("initials", "", Expression(r"(?P<initials>[a-z]{2,6})\Z")),
        Closing("initials-hindi", "", Expression(rf"{_HINDI}\Z")),
    ),
)  # fmt: skip
