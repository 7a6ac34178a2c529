"""HT Syndication: a sentence names whose story it is and who published it."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_SENTENCE = r"Published by HT (?:Digital Content Services|Syndication)\b.{0,200}"

DIALECT = Dialect(
    "ht-syndication",
    "HT Syndication",
    lines=(Closing("ht-published", "Published by HT", Expression(rf"{_SENTENCE}\Z")),),
    trailers=(Closing("ht-trailer", "Published by HT", Expression(rf"(?<=[.!?\"”])\s{{0,4}}{_SENTENCE}\Z")),),
)
