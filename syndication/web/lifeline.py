"""The child ends when its parent does, however that came about.

Twice over: the kernel kills the child with the thread that started it (Linux), and a pipe whose other end
only the parent holds reads as ended. A web process that outlived its daemon would hold the port and serve
what nobody updates.
"""

import ctypes
import os
import signal
import sys
import threading

_PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Have the kernel kill this process when the thread that started it ends (prctl(2)).

    Nothing has to be tidied up, so the signal is one that a hung process obeys too. Elsewhere than on Linux
    the pipe alone has to do.
    """
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(0)


def hold(pipe: int) -> None:
    """Ask this process to stop (SIGTERM to itself) once the other end of `pipe` is closed."""
    threading.Thread(target=_wait, args=(pipe,), name="lifeline", daemon=True).start()


def _wait(pipe: int) -> None:
    while os.read(pipe, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
