"""UNI: `UNI ABC DEF 1432`, initials and the time of transmission."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_MARK = r"UNI (?P<initials>[A-Z]{1,5}(?:[ /-][A-Z]{1,5}){0,5})(?: ?\d{4})?(?:NNNN)?"

DIALECT = Dialect(
    "uni",
    "UNI",
    lines=(Closing("uni-line", "UNI", Expression(rf"[-–— ]{{0,4}}{_MARK}\Z")),),
    trailers=(Closing("uni-trailer", "UNI", Expression(rf"(?<=[.!?\"”’')\]])\s{{0,4}}{_MARK}\Z")),),
)
