"""dpa: `dpa ab xy n1 cde` on a line of its own: the writers' letters, the desk's, the editors'."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "dpa",
    "dpa",
    lines=(Closing("dpa-line", "dpa", Expression(r"[-–— ]{0,4}dpa(?P<rest>(?: [a-z]{1,4}\d?){1,8})\Z")),),
)
