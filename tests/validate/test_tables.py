"""The two notations in which structure is written down."""

import pytest
from lxml import etree

from syndication.validate import element_grammar, object_shape
from syndication.validate.element_grammar import grammar
from syndication.validate.object_shape import outlines

BOATS = grammar(
    "urn:boats",
    """
    fleet @harbour:nonempty : ~ boat+ note?:text
    boat @length?:count : name:nonempty crew*:positive
    """,
)
PIER = grammar(
    "urn:boats",
    """
    %named @id?:id @next?:idref -- a remark
    fleet : ~ ( boat buoy? | raft )+ #flag? ( chart | # )*
    boat %named : ~ ##
    buoy =
    raft %named : ~ #* =
    """,
)
CREW = outlines(
    """
    boat name:nonempty crew?:{sailor}[] lamps?:number home?:day|night lit?:boolean berth?:1..4 _
    sailor name:string ...
    """
)


def kinds(xml: str) -> list[str]:
    root = etree.fromstring(f'<fleet xmlns="urn:boats" {xml}</fleet>')
    return sorted(breach.kind for breach in element_grammar.check(root, BOATS))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('harbour="P"><boat length="9"><name>F</name><crew>3</crew></boat><note/>', []),
        ('harbour="P"><boat><name>F</name><x xmlns="urn:other"/></boat>', []),
        ("><boat><name>F</name></boat>", ["attribute-missing"]),
        ('harbour=""><boat><name>F</name></boat>', ["value"]),
        ('harbour="P" flag="x"><boat><name>F</name></boat>', ["attribute-unknown"]),
        ('harbour="P">', ["missing"]),
        ('harbour="P"><boat><name>F</name><name>G</name></boat>', ["repeated"]),
        ('harbour="P"><boat><name>F</name><sail/></boat>', ["element-unknown"]),
        ('harbour="P"><note/><boat><name>F</name></boat>', ["order"]),
        ('harbour="P">afloat<boat><name>F</name></boat>', ["text"]),
        ('harbour="P"><boat length="long"><name/><crew>0</crew></boat>', ["value", "value", "value"]),
    ],
)
def test_elements(xml: str, said: list[str]) -> None:
    assert kinds(xml) == said


B = "<boat><buoy/></boat>"
FLAG, BIRD = '<flag xmlns="urn:other"/>', '<bird xmlns="urn:other"/>'


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (f"{B}<buoy/><raft/>{B}{FLAG}<chart/>{BIRD}", []),
        (f"<raft>wet{BIRD}</raft>", []),
        ("", ["missing"]),
        ("<raft/><buoy/>", ["order"]),
        (f"{B}<chart/><raft/>", ["order"]),
        (f"{B}{FLAG}{FLAG}", ["repeated"]),
        (f"{FLAG}{B}", ["order"]),
        (f"{B}<whale/>", ["element-unknown"]),
        ("<boat/>", ["missing"]),
        (f"<boat><buoy/>{BIRD}</boat>", ["repeated"]),
        (f"{B}<buoy>{BIRD}</buoy>", ["element-in-text"]),
        ("<boat><buoy><b/></buoy></boat>", ["element-in-text"]),
        ('<raft id="a"/><raft id="b" next="a"/>', []),
        ('<raft id="a"/><raft id="a"/>', ["identity"]),
        ('<raft id="a" next="b"/>', ["reference"]),
        ('<raft id="1"/>', ["value"]),
        ('<raft xml:lang="en-IN"/><raft xml:lang=""/>', []),
        ('<raft xml:lang="english!"/>', ["value"]),
        ('<raft xml:space="wide"/>', ["value"]),
    ],
)
def test_content_models(xml: str, said: list[str]) -> None:
    root = etree.fromstring(f'<fleet xmlns="urn:boats">{xml}</fleet>')
    assert sorted(breach.kind for breach in element_grammar.check(root, PIER)) == said


@pytest.mark.parametrize("line", ["fleet : ~ ( boat", "fleet : ~ boat )"])
def test_a_line_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"a group never ends|closes nothing"):
        grammar("urn:boats", line)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {
                "name": "F",
                "crew": [{"name": "Ada", "age": 40}],
                "lamps": 2,
                "home": "night",
                "lit": True,
                "_x": 1,
            },
            [],
        ),
        ({"name": "F", "berth": 2.0}, []),
        ({"name": "F", "berth": 2.5}, [("value", "/berth")]),
        ({"name": "F", "berth": 5}, [("value", "/berth")]),
        ({"name": "F", "crew": [{"name": "Ada", "_x": 1}]}, []),
        ({}, [("missing", "")]),
        ([], [("type", "")]),
        ({"name": "F", "sail": 1}, [("member-unknown", "/sail")]),
        ({"name": "F", "crew": {}}, [("type", "/crew")]),
        ({"name": "F", "crew": ["Ada"]}, [("type", "/crew/0")]),
        ({"name": "F", "lamps": True}, [("type", "/lamps")]),
        ({"name": "F", "lit": 1}, [("type", "/lit")]),
        ({"name": "F", "home": "noon"}, [("value", "/home")]),
        ({"name": 7}, [("type", "/name")]),
        ({"name": "F", "a/b~c": 1}, [("member-unknown", "/a~1b~0c")]),
    ],
)
def test_objects(value: object, said: list[tuple[str, str]]) -> None:
    assert [(b.kind, b.fault.at) for b in object_shape.check(value, "boat", CREW)] == said
