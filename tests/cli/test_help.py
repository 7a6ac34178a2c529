"""What the command line says of itself."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from syndication.render import FORMATS
from tests.acceptance.newsroom import environment


def _said(folder: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "syndication", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def _commands(text: str) -> list[str]:
    return re.findall(r"(?m)^  ([a-z-]+)  ", text.partition("\nCommands:\n")[2])


def test_commands_stand_in_the_order_of_the_work(tmp_path: Path) -> None:
    status, said = _said(tmp_path, "--help")
    assert status == 0
    assert _commands(said)[:3] == ["run", "parse", "render"]
    assert _commands(said)[-2:] == ["quarantine", "backup"]
    assert _commands(_said(tmp_path, "quarantine", "-h")[1]) == ["list", "show", "retry", "drop"]


@pytest.mark.parametrize("group", [(), ("quarantine",)], ids=["syndication", "quarantine"])
def test_each_command_is_told_of_in_a_whole_sentence(tmp_path: Path, group: tuple[str, ...]) -> None:
    assert "..." not in _said(tmp_path, *group, "--help")[1].partition("\nCommands:\n")[2]


def test_help_tells_of_arguments_and_defaults(tmp_path: Path) -> None:
    said = _said(tmp_path, "render", "--help")[1]
    assert "FILE...  Files of copy; - is standard input." in said
    assert "[default: baseline]" in said
    assert "[default: UTC]" in said
    (formats,) = re.findall(r"--to FORMAT (.*?)\.\s", said, re.DOTALL)
    assert sorted(re.findall(r"[a-z0-9-]+", formats.replace(" or ", " "))) == sorted(FORMATS)


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [(("rendr",), "Did you mean 'render'?"), (("--jsn",), "Did you mean '--json'?")],
    ids=["command", "option"],
)
def test_what_is_misspelt_is_bad_usage_and_says_what_was_meant(
    tmp_path: Path, arguments: tuple[str, ...], meant: str
) -> None:
    status, said = _said(tmp_path, *arguments)
    assert status == 2
    assert meant in said


@pytest.mark.parametrize("before", [True, False], ids=["before", "behind"])
def test_common_options_stand_before_the_command_or_behind_it(tmp_path: Path, before: bool) -> None:
    options, command = ("--config", "elsewhere"), ("status",)
    status, said = _said(tmp_path, *((*options, *command) if before else (*command, *options)))
    assert status == 1
    assert "elsewhere" in said
