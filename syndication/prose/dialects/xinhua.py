"""Xinhua: `Enditem` behind the last sentence or on a line of its own."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "xinhua",
    "Xinhua",
    lines=(Closing("xinhua-end", "nditem", Expression(r"Enditem\.?\Z")),),
    trailers=(Closing("xinhua-trailer", "Enditem", Expression(r"(?<=[.!?\"”’)])\s{0,4}Enditem\.?\Z")),),
)
