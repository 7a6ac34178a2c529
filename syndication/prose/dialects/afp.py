"""AFP: `abc/xyz` alone, the writers' letters."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_LETTERS = r"(?P<initials>[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4})\Z"

DIALECT = Dialect(
    "afp",
    "AFP",
    lines=(Closing("afp-initials", "/", Expression(r"(?=[a-z/]{0,20}-)" + _LETTERS), weak=True),),
    follows=(Closing("afp-initials", "", Expression(_LETTERS)),),
)
