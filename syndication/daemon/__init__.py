"""Builds the rooms and runs them: one daemon per state."""

from syndication.daemon.service import lock_path, run, run_once

__all__ = ["lock_path", "run", "run_once"]
