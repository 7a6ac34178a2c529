"""Every version of every Article, the log of changes, and what each follower has reached.

`protocols.py` is what callers see; `open_store` gives the SQLite implementation. WAL with
`synchronous=FULL`: a commit survives power loss and costs a quarter of a millisecond, so callers batch.
"""

from syndication.store.arrivals import Cursors, Deliveries, Notice, Notices, Quarantine, Refused
from syndication.store.database import Store, back_up, open_store
from syndication.store.life import Carried, Decision, Gone, History, Housekeeping, Kinship, Past
from syndication.store.protocols import (
    Articles,
    Change,
    Changes,
    Shown,
    Story,
    Transactions,
    Version,
    Window,
    Windows,
)

__all__ = [
    "Articles",
    "Carried",
    "Change",
    "Changes",
    "Cursors",
    "Decision",
    "Deliveries",
    "Gone",
    "History",
    "Housekeeping",
    "Kinship",
    "Notice",
    "Notices",
    "Past",
    "Quarantine",
    "Refused",
    "Shown",
    "Store",
    "Story",
    "Transactions",
    "Version",
    "Window",
    "Windows",
    "back_up",
    "open_store",
]
