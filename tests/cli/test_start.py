"""What a command that lives for a moment loads: nothing that its documents have no use for."""

import subprocess
import sys
from pathlib import Path

from tests.acceptance.newsroom import environment

FEED = """<rss version="2.0"><channel><title>Harbour</title><item><title>Ferries return</title>
<guid isPermaLink="false">urn:x:1</guid><description>They came back on Monday.</description></item></channel></rss>"""
SCRIPT = """
import sys
from syndication.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
OTHERS = {
    "syndication.share", "syndication.validate", "syndication.daemon", "syndication.store", "syndication.web",
    "syndication.sources.folder", "syndication.render.newsml_g2", "syndication.render.apple_news",
    "syndication.parse.internet_message", "syndication.parse.html_page", "segno", "regex", "rich", "structlog",
    "logging", "ssl", "http.client", "urllib.request", "email.message", "sqlite3", "typer", "lxml.html",
}  # fmt: skip


def _loaded(*arguments: str, folder: Path) -> set[str]:
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)
    return set(done.stderr.decode().split())


def test_rendering_a_feed_loads_its_reader_and_its_writer_alone(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(FEED)
    loaded = _loaded("render", "feed.rss", "--to", "rss", folder=tmp_path)
    assert "syndication.render.rss" in loaded
    assert not loaded & OTHERS


def test_help_loads_no_room(tmp_path: Path) -> None:
    loaded = _loaded("--help", folder=tmp_path)
    rooms = {name for name in loaded if name.startswith("syndication.") and name.count(".") == 1}
    assert rooms <= {"syndication.cli", "syndication.errors"}
    assert not loaded & (OTHERS | {"lxml.etree", "msgspec"})
