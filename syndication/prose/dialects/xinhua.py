"""Xinhua: `Enditem` behind the last sentence or on a line of its own."""

import re

from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "xinhua",
    "Xinhua",
    lines=(Closing("xinhua-end", "nditem", re.compile(r"Enditem\.?\Z")),),
    trailers=(Closing("xinhua-trailer", "Enditem", re.compile(r"(?<=[.!?\"”’)])\s{0,4}Enditem\.?\Z")),),
)
