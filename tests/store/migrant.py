"""Run as a process of its own: opens a new store and is killed by a timer, if it is slow enough."""

import signal
import sys
from pathlib import Path

from tests.desk import fresh

signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
fresh(Path(sys.argv[1])).close()
signal.setitimer(signal.ITIMER_REAL, 0)
