"""Run as a process of its own: a file may not grow (as on a full disk), then it may again."""

import resource
import sys
from pathlib import Path

from syndication.errors import CannotStore
from tests.desk import accept, at, fresh, story

path = Path(sys.argv[1])
store = fresh(path)
numbers = iter(range(1, 10_000))
waiting: list[int] = []
accept(store, [story(next(numbers))], at(0))
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, most))
while len(waiting) < 5:
    number = next(numbers)
    try:
        accept(store, [story(number)], at(number))
    except CannotStore:
        waiting.append(number)
        if store.articles.current(f"urn:example:story:{number}") is not None:
            sys.exit("a refused story is there")
        if store.articles.current("urn:example:story:1") is None:
            sys.exit("an accepted story is gone")
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
accept(store, [story(number) for number in waiting], at(number))
print(len(waiting), number)  # noqa: T201 - read by the test
store.close()
