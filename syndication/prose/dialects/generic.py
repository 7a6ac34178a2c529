"""What all agencies share: a dash or two, the agency's name, perhaps a second source and initials."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "generic",
    None,
    lines=(
        Closing(
            "dash-agency",
            "",
            Expression(
                r"(?P<dash>[-–—_](?:[ ]?[-–—_]){0,3}|)\s{0,3}(?P<open>\(|)(?P<agency>[^\W\d_][\w.&']{1,14}(?:-\w{1,14})?(?: [A-Z][\w'-]{1,14}){0,4}?)"
                r"(?P<close>\)|)(?P<rest>(?:/[\w.]{2,20}){0,2}(?:[-–— ]{0,3}[a-z]{1,12}(?:[/ ][a-z]{0,12}){0,5})?)"
                r"[-–—. ]{0,3}\Z"
            ),
        ),
    ),
)
