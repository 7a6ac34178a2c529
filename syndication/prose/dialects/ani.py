"""ANI: `(ANI)` at the end of the last sentence, no line of its own."""

import re

from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "ani",
    "ANI",
    trailers=(Closing("ani-trailer", "(ANI", re.compile(r"\s{0,3}\(ANI(?P<rest>/[A-Z][\w]{1,12})?\)\.?\Z")),),
)
