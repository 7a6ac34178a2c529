"""Reuters: `(Reporting by A in X; Editing by B)` in the place of a sign-off."""

import re

from syndication.prose.dialects.dialect import Closing, Dialect

_CREDIT = (
    r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled|Reported|Written)(?: and [a-z]{4,10})?"
    r" by [A-Z][^()]{1,300}\)[.]?"
)

DIALECT = Dialect(
    "reuters",
    None,  # other agencies credit in the same form
    lines=(Closing("reporting-line", " by ", re.compile(rf"{_CREDIT}\Z"), people=True),),
    trailers=(
        Closing(
            "reporting-trailer", " by ", re.compile(rf"(?<=[.!?\"”’'])\s{{0,4}}{_CREDIT}\Z"), people=True
        ),
    ),
)
