"""Reuters: `(Reporting by A in X; Editing by B)` in the place of a sign-off."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_CREDIT = (
    r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled|Reported|Written)(?: and [a-z]{4,10})?"
    r" by [A-Z][^()]{1,300}\)[.]?"
)

DIALECT = Dialect(
    "reuters",
    None,  # other agencies credit in the same form
    lines=(Closing("reporting-line", " by ", Expression(rf"{_CREDIT}\Z"), people=True),),
    trailers=(
        Closing(
            "reporting-trailer", " by ", Expression(rf"(?<=[.!?\"”’'])\s{{0,4}}{_CREDIT}\Z"), people=True
        ),
    ),
)
