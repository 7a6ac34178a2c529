"""Hindusthan Samachar: its name and the writers' behind slashes."""

from syndication.on_demand import Expression
from syndication.prose.dialects.dialect import Closing, Dialect

_NAME = r"[^\W\d_][^/\n]{1,30}"

DIALECT = Dialect(
    "hindusthan-samachar",
    "HS",
    lines=(
        Closing(
            "samachar-line",
            "amachar",
            Expression(
                rf"[-–— ]{{0,4}}Hindust?han Samachar(?:\s?/\s?(?P<initials>{_NAME}(?:/{_NAME}){{0,3}}))?\Z"
            ),
        ),
        Closing(
            "samachar-line",
            "समाचार",
            Expression(
                rf"[-–— ]{{0,4}}(?:हिन्दुस्थान|हिंदुस्थान|हिन्दुस्तान) समाचार(?:\s?/\s?(?P<initials>{_NAME}(?:/{_NAME}){{0,3}}))?\Z"
            ),
        ),
    ),
)
