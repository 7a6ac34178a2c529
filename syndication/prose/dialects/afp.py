"""AFP: `abc/xyz` alone, the writers' letters."""

import re

from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "afp",
    "AFP",
    follows=(Closing("afp-initials", "", re.compile(r"(?P<initials>[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4})\Z")),),
)
