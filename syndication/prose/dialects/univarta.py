"""Univarta, UNI in Hindi: the writers' names on a line, its own name on the next."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_NAME = r"[\u0900-\u0963\u0971-\u097f]{1,14}"

DIALECT = Dialect(
    "univarta",
    "Univarta",
    above=Closing(
        "univarta-names", "", Expression(rf"(?P<initials>{_NAME}\.?(?:[ .,]{{1,2}}{_NAME}){{0,3}})\Z")
    ),
)
