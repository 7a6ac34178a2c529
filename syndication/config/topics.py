"""The table `[topics]`: the site's vocabulary of Media Topics, and what its desks and categories mean in it."""

from collections.abc import Iterable, Iterator

from syndication.config.settings import Topics
from syndication.config.toml_file import TomlFile
from syndication.errors import BadConfiguration
from syndication.model import Feed
from syndication.vocabulary.classification import Classification, TopicMapping, default_mapping
from syndication.vocabulary.media_topics import SCHEME, MediaTopics, media_topics


def classification(file: TomlFile, said: Topics) -> Classification:
    """Return how the site classifies; a file that holds no vocabulary, and a code that is none, is noted.

    A newer release retires codes: what names one is sound, and `remarks` says so.
    """
    topics = media_topics()
    if said.media_topics is not None:
        try:
            topics = topics.under(_official(said))
        except BadConfiguration as error:
            file.wrong(f"{error.where}: {error.what}", "topics", "media_topics")
    for table, codes in (("desks", said.desks), ("categories", said.categories)):
        for name, code in codes.items():
            if code and topics.name(code) is None:
                file.wrong(f"{code} is no Media Topic, such as medtop:15000000", "topics", table, name)
    own = TopicMapping(desks=said.desks, categories=said.categories)
    return Classification(default_mapping().changed(own), topics)


def remarks(classification: Classification, feeds: Iterable[Feed]) -> Iterator[str]:
    """Yield what is no mistake and yet perhaps not meant: retired codes, and codes that nothing here knows."""
    mapping, topics = classification.mapping, classification.topics
    for what, table in (("desk", mapping.desks), ("category", mapping.categories)):
        for name, code in sorted(table.items()):
            if code and topics.current(code) != code:
                yield f"{what} {name}: {_retired(code, topics)}"
    for feed in feeds:
        for code in feed.query.subjects:
            if code.startswith(f"{SCHEME}:") and topics.name(code) is None:
                yield f"feed {feed.name}: {code} is no Media Topic that is known here"


def _retired(code: str, topics: MediaTopics) -> str:
    instead = topics.current(code)
    stands = f"{instead} ({topics.name(instead)}) stands for it" if instead else "nothing stands for it"
    return f"{code} is retired; {stands}"


def _official(said: Topics) -> MediaTopics:
    from syndication.vocabulary.newscodes import official  # noqa: PLC0415 - a reader of XML that few sites need

    try:
        data = said.media_topics.read_bytes() if said.media_topics else b""
    except OSError as error:
        raise BadConfiguration(error.strerror or str(error), str(said.media_topics)) from error
    return official(data, str(said.media_topics))
