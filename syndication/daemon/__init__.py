"""Builds the rooms and runs them: one daemon per state."""

from syndication.daemon.lock import lock_path
from syndication.daemon.service import run, run_once

__all__ = ["lock_path", "run", "run_once"]
