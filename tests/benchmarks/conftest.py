"""A stopwatch for claims: each figure is printed on a line with its name and its goal, and nothing fails."""

import resource
import statistics
import time
from collections.abc import Callable

import pytest


class Measure:
    """Times callables and prints what they took; nothing fails because a machine is slow."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, work: Callable[[], object], runs: int = 7) -> float:
        """Return the median seconds of `runs` calls, after one that warms up."""
        work()
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    def compare(
        self,
        work: Callable[[], object],
        base: Callable[[], object],
        goal: float,
        what: str = "",
        runs: int = 9,
    ) -> float:
        """Print and return the processor time of `work` as a share of that of `base`, children included.

        The two take turns, and the least of each counts, so that it hardly matters who else uses the machine.
        """
        least = [float("inf"), float("inf")]
        for _ in range(runs):
            for which, job in enumerate((work, base)):
                start = _processor_seconds()
                job()
                least[which] = min(least[which], _processor_seconds() - start)
        return self.ratio(*least, goal, what)

    def ratio(self, part: float, whole: float, goal: float, what: str = "") -> float:
        """Print and return `part` as a share of `whole`; the goal is what the docstring promises."""
        share = part / whole
        times = f"{part * 1e3:.3f} of {whole * 1e3:.3f} ms"
        self._say(what, f"{share:.4f} (goal {goal:g}; {times})", kept=share <= goal)
        return share

    def at_most(self, figure: float, unit: str, goal: float, what: str = "") -> None:
        """Print a figure that should be no more than its goal."""
        self._say(what, f"{figure:,.2f} {unit} (goal: at most {goal:,g})", kept=figure <= goal)

    def at_least(self, figure: float, unit: str, goal: float, what: str = "") -> None:
        """Print a figure that should be no less than its goal."""
        self._say(what, f"{figure:,.2f} {unit} (goal: at least {goal:,g})", kept=figure >= goal)

    def _say(self, what: str, said: str, *, kept: bool) -> None:
        name = f"{self._name}, {what}" if what else self._name
        print(f"\n{name}: {said}{'' if kept else '  MISSED'}")  # noqa: T201 -- its purpose


def _processor_seconds() -> float:
    """Return what this process and the children it waited for have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


@pytest.fixture
def measure(request: pytest.FixtureRequest) -> Measure:
    """Return a stopwatch that prints under the benchmark's own name."""
    return Measure(request.node.name.removeprefix("bench_"))
