"""What is made where it is first used."""

import pkgutil
import re
from importlib import import_module

import pytest

import syndication
from syndication.on_demand import Expression, Registry
from syndication.render import FORMATS, SINGLES


def test_an_expression_is_compiled_where_it_is_first_used() -> None:
    word = Expression("[a-z]+", re.IGNORECASE)
    broken = Expression("(")
    assert "findall" not in vars(word)
    assert word.findall("a B") == ["a", "B"]
    assert "findall" in vars(word)
    assert word.sub("-", "a 1") == "- 1"
    with pytest.raises(re.error):
        broken.search("ferry")


def test_every_expression_of_the_program_can_be_compiled() -> None:
    modules = [
        import_module(m.name)
        for m in pkgutil.walk_packages(syndication.__path__, "syndication.")
        if not m.name.endswith("__main__")
    ]
    expressions = [e for m in modules for e in vars(m).values() if isinstance(e, Expression)]
    assert len(expressions) > 200
    for expression in expressions:
        re.compile(expression.pattern, expression.flags)


def test_a_registry_imports_what_is_asked_for_and_nothing_else() -> None:
    registry = Registry[object]({"digits": "string:digits", "lost": "no.such.module:thing"})
    assert list(registry) == ["digits", "lost"]
    assert len(registry) == 2
    assert "lost" in registry
    assert registry["digits"] == "0123456789"
    with pytest.raises(ModuleNotFoundError):
        registry["lost"]
    with pytest.raises(KeyError):
        registry["letters"]
    with pytest.raises(ModuleNotFoundError):
        registry.load()


@pytest.mark.parametrize("registry", [FORMATS, SINGLES], ids=["feeds", "single stories"])
def test_every_output_format_has_the_name_that_it_is_registered_under(registry: Registry[object]) -> None:
    assert [getattr(form, "name", None) for form in registry.values()] == list(registry)
