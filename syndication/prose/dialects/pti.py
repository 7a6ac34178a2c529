"""PTI: `... on Friday. PTI ABC DEF` behind the last sentence, its capitals repeated on the next lines."""

import re

from syndication.prose.dialects.dialect import Closing, Dialect

_CAPITALS = r"(?P<initials>[A-Z]{2,5}(?:[ /][A-Z]{2,5}){0,7})"

DIALECT = Dialect(
    "pti",
    "PTI",
    lines=(Closing("pti-line", "PTI", re.compile(rf"[-–— ]{{0,4}}\(?PTI\)?(?: {_CAPITALS})?\Z")),),
    trailers=(
        Closing("pti-trailer", "PTI", re.compile(rf"(?<=[.!?\"”’')\]])\s{{0,4}}PTI(?:\s{_CAPITALS})?\Z")),
    ),
    follows=(
        Closing("pti-repeat", "PTI", re.compile(rf"[-–— ]{{0,4}}PTI(?: {_CAPITALS})?\Z")),
        Closing("pti-initials", "", re.compile(rf"{_CAPITALS}\Z")),
    ),
)
