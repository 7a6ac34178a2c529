"""Bhasha, PTI in Hindi: its name and the writers' names behind the last sentence, one repeated below.

The name is also the word for "language" that headlines begin with, so it counts only at the end.
"""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_NAME = r"[\u0900-\u097f]{1,9}"
_NAMES = rf"(?P<initials>{_NAME}(?: {_NAME}){{0,6}})"

DIALECT = Dialect(
    "bhasha",
    "Bhasha",
    trailers=(
        Closing(
            "bhasha-trailer",
            "भाषा",
            Expression(rf"(?:(?<=[।.!?\"”])\s{{0,4}}|\A[-–— ]{{0,4}})भाषा(?: {_NAMES})?\Z"),
        ),
    ),
)
