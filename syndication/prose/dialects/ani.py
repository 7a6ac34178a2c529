"""ANI: `(ANI)` at the end of the last sentence, no line of its own."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "ani",
    "ANI",
    trailers=(Closing("ani-trailer", "(ANI", Expression(r"\s{0,3}\(ANI(?P<rest>/[A-Z][\w]{1,12})?\)\.?\Z")),),
)
