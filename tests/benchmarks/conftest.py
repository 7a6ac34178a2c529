"""A stopwatch for claims: the median of several runs, printed as a ratio beside its goal."""

import statistics
import time
from collections.abc import Callable

import pytest


class Measure:
    """Times callables and prints ratios; nothing fails because a machine is slow."""

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

    def ratio(self, part: float, whole: float, goal: float) -> float:
        """Print and return `part` as a share of `whole`; the goal is what the docstring promises."""
        share = part / whole
        verdict = "" if share <= goal else "  MISSED"
        times = f"{part * 1e3:.3f} of {whole * 1e3:.3f} ms"
        print(f"\n{self._name}: {share:.4f} (goal {goal:g}; {times}){verdict}")  # noqa: T201 -- its purpose
        return share


@pytest.fixture
def measure(request: pytest.FixtureRequest) -> Measure:
    """Return a stopwatch that prints under the benchmark's own name."""
    return Measure(request.node.name.removeprefix("bench_"))
