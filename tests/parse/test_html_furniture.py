"""Which parts of a page are furniture."""

import subprocess
import sys

import pytest

from tests.acceptance.newsroom import environment

SCRIPT = """
from syndication.parse import html_furniture, html_tree
root = html_tree.tree('<div class="share related trending newsletter">Boats</div>', "a")
print(html_furniture.rule(root.find("body/div")))
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_names_of_several_rules_mean_the_same_in_every_process(seed: str) -> None:
    """Otherwise `parse --explain` would tell one line of copy in different words."""
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=environment(PYTHONHASHSEED=seed), capture_output=True, check=True)
    assert done.stdout == b"subscribe\n"
