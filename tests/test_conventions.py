"""What the house agreed on and no linter knows."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "syndication"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ROOMS = sorted(p.parent for p in PACKAGE.rglob("__init__.py"))

LONGEST = 300
LONG_FOR_A_REASON: dict[str, str] = {}

CATCHES_EVERYTHING = {
    "syndication/ingest/intake.py": "whatever one delivery does to a parser stays with that delivery",
    "syndication/schedule.py": "a job that fails must not end its thread",
    "syndication/web/error_route.py": "the error route serves on",
}

# Whoever needs the present gets it as an argument, except at the edge of the process.
MAY_ASK_THE_TIME = ("syndication/daemon", "syndication/cli", "syndication/web", "syndication/schedule.py")
CLOCKS = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "gmtime"), ("time", "localtime"),
}  # fmt: skip

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base", "core"}
LIKE_THE_LIBRARY = {"html", "email", "http", "json", "xml", "calendar", "types", "typing"}

PURE = ("model", "vocabulary", "prose", "parse", "render", "validate")
REACHES_OUT = {
    "urllib.request",
    "http.client",
    "http.server",
    "multiprocessing",
    "concurrent",
    "tempfile",
    "shutil",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Whether it swallows any exception; one that ends with a bare `raise` only cleans up."""
    last = handler.body[-1]
    kinds = {"BaseException"} if handler.type is None else set(re.findall(r"\w+", ast.unparse(handler.type)))
    return bool(kinds & {"Exception", "BaseException"}) and not (
        isinstance(last, ast.Raise) and last.exc is None
    )


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 50
    assert len(ROOMS) > 8


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_one_concept(path: Path) -> None:
    length = len(path.read_text().splitlines())
    assert length <= LONGEST or name(path) in LONG_FOR_A_REASON


def test_every_reason_is_still_needed() -> None:
    for long, reason in LONG_FOR_A_REASON.items():
        assert len((ROOT / long).read_text().splitlines()) > LONGEST
        assert reason


def test_everything_is_caught_in_three_places_only() -> None:
    found = set()
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler) and catches_everything(node):
                found.add(name(path))
    assert found == set(CATCHES_EVERYTHING)


@pytest.mark.parametrize("path", [p for p in MODULES if not name(p).startswith(MAY_ASK_THE_TIME)], ids=name)
def test_nobody_asks_the_time(path: Path) -> None:
    asked = [
        ast.unparse(node)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (ast.unparse(node.value).rpartition(".")[2], node.attr) in CLOCKS
    ]
    assert asked == []


@pytest.mark.parametrize("path", [p for p in MODULES if name(p).split("/")[1] in PURE], ids=name)
def test_a_pure_room_reaches_nowhere(path: Path) -> None:
    """import-linter knows whole packages only; this knows their parts."""
    reached = {i for i in imports(tree(path)) for r in REACHES_OUT if i == r or i.startswith(r + ".")}
    assert reached == set()
    called = {
        n.func.id for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "eval", "exec", "__import__"}
    assert not [n for n in ast.walk(tree(path)) if isinstance(n, ast.Global)]


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name)
def test_a_name_says_what_it_holds(path: Path) -> None:
    words = {path.stem, *path.relative_to(ROOT).parts[:-1]} if path.stem != "__init__" else {path.parent.name}
    assert not words & SAYS_NOTHING
    assert path.stem not in LIKE_THE_LIBRARY


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name)
def test_nothing_is_left_for_later_or_silenced_without_reason(path: Path) -> None:
    text = path.read_text()
    if path == Path(__file__):
        return
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)
    for line in text.splitlines():
        silenced = re.search(r"#\s*(noqa|type:\s*ignore)(.*)", line)
        if silenced:
            assert re.match(r"(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s*(--?|#)\s*\w+", silenced[2]), (
                line.strip()
            )


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_a_room_says_what_it_is(room: Path) -> None:
    assert ast.get_docstring(tree(room / "__init__.py"))


def test_the_top_level_is_fixed() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert top <= {
        ".ci", ".gitattributes", ".gitignore", ".python-version", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
        "config", "feeds", "pyproject.toml", "requirements-dev.txt", "requirements.txt", "syndication", "tests",
    }  # fmt: skip


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_with_hashes_and_names_no_place(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text())[1:]
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9_.-]+==\S+( ; .*)? \\\n    --hash=sha256:[0-9a-f]{64}", entry), entry[:80]
    assert not re.search(
        r"^\s*(-i|-f|--index|--extra-index|--find-links|--trusted)|://",
        (ROOT / lock).read_text(),
        re.MULTILINE,
    )


def test_the_locks_agree_and_hold_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    def pinned(lock: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9_.-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))

    def plain(requirement: str) -> str:
        return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", requirement)[0]).lower()

    runtime, tools = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert runtime.items() <= tools.items()
    assert {plain(r) for r in project["project"]["dependencies"]} <= runtime.keys()
    assert {plain(r) for r in project["dependency-groups"]["dev"]} <= tools.keys()
