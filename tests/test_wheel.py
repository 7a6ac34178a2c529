"""The wheel holds all that the program needs, and works without the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPY = """\
Ferry service returns to Lindwick harbour

Lindwick, March 14 (IANS) The ferry between Lindwick and Osterholm sailed again on Saturday after repairs to the
northern pier, the harbour office said.

Two boats a day will cross until the end of the month.

--IANS
int/sd
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that has the wheel, and this one's libraries but not its project."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, symlinks=True)
    site = home / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(home)]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(wheel)], check=True)
    # A plain path: the .pth files of this environment, and with them an editable install, are not read.
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    return home / "bin"


def run(program: Path, *arguments: str, cwd: Path) -> str:
    """Run as a user does, from a directory that is not the checkout; return its output."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COVERAGE"))}
    done = subprocess.run(
        [program, *arguments], cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def package_data() -> Iterator[str]:
    for path in (ROOT / "syndication").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT).as_posix()


def test_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = set(package_data())
    assert any(name.endswith(".sql") for name in expected)
    assert expected <= names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"syndication"}


def test_runs_the_installed_code(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import syndication; print(syndication.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_shows_its_help(installed: Path, tmp_path: Path) -> None:
    said = run(installed / "syndication", "--help", cwd=tmp_path)
    assert "parse" in said
    assert "check-config" in said


def test_parses_copy(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(COPY)
    said = run(
        installed / "syndication",
        "parse",
        "ferry.txt",
        "--received",
        "2026-03-14T12:00:00Z",
        cwd=tmp_path,
    )
    (article,) = (json.loads(line) for line in said.splitlines())
    assert article["headline"] == "Ferry service returns to Lindwick harbour"
    assert article["source"]["format"] == "text"


def test_publishes_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    """SQL, templates and sample copy come from the wheel."""
    (tmp_path / "config").mkdir()
    (tmp_path / "feeds").mkdir()
    (tmp_path / "inbox").mkdir()
    (tmp_path / "config" / "site.toml").write_text(
        '[site]\ntitle = "Test"\n[[source]]\nname = "in"\npath = "inbox"'
    )
    (tmp_path / "feeds" / "all.toml").write_text('title = "All"\nformats = ["rss"]')
    (tmp_path / "inbox" / "ferry.txt").write_text(COPY)
    run(installed / "syndication", "run", "--once", cwd=tmp_path)
    (feed,) = (tmp_path / "var" / "public").rglob("all.rss")
    assert "Lindwick harbour" in feed.read_text()
