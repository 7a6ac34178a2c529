"""PTI: `... on Friday. PTI ABC DEF` behind the last sentence, its capitals repeated on the next lines."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_CAPITALS = r"(?P<initials>[A-Z]{2,5}(?:[ /][A-Z]{2,5}){0,7})"

DIALECT = Dialect(
    "pti",
    "PTI",
    lines=(Closing("pti-line", "PTI", Expression(rf"[-–— ]{{0,4}}\(?PTI\)?(?: {_CAPITALS})?\Z")),),
    trailers=(
        Closing("pti-trailer", "PTI", Expression(rf"(?<=[.!?\"”’')\]])\s{{0,4}}PTI(?:\s{_CAPITALS})?\Z")),
    ),
    follows=(
        Closing("pti-repeat", "PTI", Expression(rf"[-–— ]{{0,4}}PTI(?: {_CAPITALS})?\Z")),
        Closing("pti-initials", "", Expression(rf"{_CAPITALS}\Z")),
    ),
)
