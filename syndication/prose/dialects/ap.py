"""AP: `The AP` below a notice; else a rule of underscores, then who helped, above the copyright line."""

import re

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

DIALECT = Dialect(
    "ap",
    "AP",
    lines=(
        Closing("ap-name", "The A", Expression(r"[-–— ]{0,4}The (?:AP|Associated Press)\Z")),
        Closing(
            "ap-contributors",
            "ssociated Press",
            Expression(
                r"(?:The )?Associated Press (?:[a-z]+ ){0,3}writers?\b.{3,300}\b(?:contributed|reported)\b.{0,200}\Z",
                re.IGNORECASE,
            ),
            people=True,
        ),
    ),
)
