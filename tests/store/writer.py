"""Run as a process of its own: writes stories one by one and says which is durable."""

import sys
from pathlib import Path

from tests.desk import accept, at, fresh, story

path, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
store = fresh(path)
for number in range(first, first + count):
    accept(store, [story(number)], at(number))
    print(number, flush=True)  # noqa: T201 - read by the test
store.close()
