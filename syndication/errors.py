"""The errors of the house: one tree, each saying what, where, and what to do."""

from collections.abc import Iterable


class SyndicationError(Exception):
    """Something the program can name. `str()` is one line: `where: what (what to do)`."""

    hint = "see the log"

    def __init__(self, what: str, where: str = "syndication") -> None:
        super().__init__(what, where)
        self.what = what
        self.where = where

    def __str__(self) -> str:
        line = f"{self.where}: {self.what} ({self.hint.format(where=self.where)})"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)


class UnreadableCopy(SyndicationError):
    """The bytes are not what their format promises: they go to quarantine, the daemon goes on."""

    hint = "what is ingested is kept with its bytes: syndication quarantine list"


class Undecided(SyndicationError):
    """Copy that can mean several stories: it goes to quarantine, and a person says which."""

    hint = "see: syndication quarantine show, syndication story"


class UnsafeFile(SyndicationError):
    """Not a regular file of a size that is read: left where it is, or set aside."""

    hint = "give a regular file that can be read, of at most 16 MB"


class BadConfiguration(SyndicationError):
    """A configuration file has an unknown key, a wrong type or a missing secret.

    `problems` holds every mistake that was found, one error each, where the reader goes on after the first.
    """

    hint = "correct it, then: syndication check-config"

    def __init__(
        self, what: str, where: str = "syndication", problems: "Iterable[BadConfiguration]" = ()
    ) -> None:
        super().__init__(what, where)
        self.problems = tuple(problems)


class StoreUnusable(SyndicationError):
    """The store cannot be opened, is damaged, or was written by a newer version."""

    hint = "restore a back-up, mend its permissions, or point [store] url elsewhere; nothing was changed"


class StoreOutdated(StoreUnusable):
    """The store was last written by an older version of this program, and only reading was asked for."""

    hint = (
        "start the daemon anew with this version: that brings it up to date; syndication backup before that"
    )


class CannotStore(SyndicationError):
    """The store could not write (disk full, read-only): nothing was acknowledged, nothing is lost."""

    hint = "free space or mend permissions; copy waits at its source and is tried again"


class CannotBackUp(SyndicationError):
    """A copy of the store could not be written, or was not whole: what was at its place before is untouched."""

    hint = "name another file, in a folder that is there, with room for a copy of the store"


class AlreadyRunning(SyndicationError):
    """Another process holds the lock on the same state."""

    hint = "stop the other one first: syndication status"


class UnknownName(SyndicationError):
    """A feed, source, story or quarantine entry of that name does not exist."""

    hint = "list what there is: syndication feeds, sources, story, quarantine list"


class UnknownNetwork(SyndicationError):
    """No share link exists for a network of that id: unknown, closed, harmful, or never had one."""

    hint = "choose others: syndication share --help, [share] order"


class KeptBack(SyndicationError):
    """A story that may not be seen now has no link, card or page: under embargo, expired, or taken back."""

    hint = "another time may be given: --now TIME"


class CannotPublish(SyndicationError):
    """A file could not be written: the last good edition stays in place."""

    hint = "check free space and permissions of the publish directory"


class UnsoundEdition(SyndicationError):
    """An edition is not as its standard or its taker demands, for which no story can be blamed: it is held back."""

    hint = (
        "what the site lacks: syndication check-config; more of it: syndication validate FILE --profile NAME"
    )


class CannotServe(SyndicationError):
    """The web server could not start, most often because the port is taken."""

    hint = "choose another [web] port, or stop what uses it"
