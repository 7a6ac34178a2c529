"""Media Topics from a file as IPTC publishes them: JSON or JSON-LD, SKOS as RDF/XML, a knowledge item of NewsML-G2.

A concept is named by its URI or its QCode, whichever a form has. Concepts of other vocabularies in the file
are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import lxml.etree
import msgspec

from syndication.errors import BadConfiguration
from syndication.on_demand import Expression
from syndication.vocabulary.media_topics import OLD_SCHEME, SCHEME, MediaTopics, Topic
from syndication.xmlns import NAR, RDF, SKOS, XML

_Element: TypeAlias = lxml.etree._Element  # noqa: SLF001 - the type has no public name
_S, _K = f"{{{SKOS}}}", f"{{{NAR}}}"
_NAMED = Expression(r"(?:.*/newscodes/(mediatopic|subjectcode)/|(medtop|subj):)([0-9]{8})\Z", re.ASCII)
_SCHEMES = {"mediatopic": SCHEME, "subjectcode": OLD_SCHEME}
_MATCHES = frozenset({"exactMatch", "closeMatch"})


def official(data: bytes, where: str) -> MediaTopics:
    """Return the vocabulary of a published file; raise BadConfiguration, naming `where`, for any other."""
    try:
        start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        topics = list(_of_json(data) if start in {b"{", b"["} else _of_xml(data))
    except (lxml.etree.XMLSyntaxError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadConfiguration(f"cannot be read: {error}", where) from error
    if not topics:
        raise BadConfiguration(
            "holds no Media Topics: the forms are JSON, RDF/XML and the knowledge item of NewsML-G2", where
        )
    return MediaTopics(topics)


def _of_xml(data: bytes) -> Iterator[Topic]:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = lxml.etree.fromstring(data, parser)
    concepts = root.iter(f"{_K}concept") if root.tag == f"{_K}knowledgeItem" else root.iterchildren("*")
    for concept in concepts:
        yield from _topic(_said(concept))


_Said: TypeAlias = tuple[str | None, dict[str, str], list[tuple[str, str]], bool]
"""A concept's name, its labels by language, its relations, and whether it is retired."""


def _said(concept: _Element) -> _Said:
    """Return what a concept of SKOS (`rdf:about`) or of NewsML-G2 (`conceptId`) says of itself."""
    ident = concept.find(f"{_K}conceptId")
    name = concept.get(f"{{{RDF}}}about") if ident is None else ident.get("qcode") or ident.get("uri")
    labels: dict[str, str] = {}
    relations: list[tuple[str, str]] = []
    retired = ident is not None and ident.get("retired") is not None
    for child in concept.iterchildren("*"):
        kind = lxml.etree.QName(child).localname
        if child.tag in {f"{_S}prefLabel", f"{_K}name"}:
            labels.setdefault(child.get(f"{{{XML}}}lang") or "", child.text or "")
        retired = retired or kind == "retired"
        kind = (child.get("rel") or "").removeprefix("skos:") if child.tag == f"{_K}related" else kind
        if other := child.get(f"{{{RDF}}}resource") or child.get("qcode") or child.get("uri"):
            relations.append((kind, other))
    return name, labels, relations, retired


def _of_json(data: bytes) -> Iterator[Topic]:
    """Yield the topics of the JSON file, or of JSON-LD in its short or its expanded form."""
    whole = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    for holder in whole if isinstance(whole, list) else [whole]:
        graph = holder.get("conceptSet") or holder.get("@graph") if isinstance(holder, dict) else None
        for concept in graph if isinstance(graph, list) else [holder]:
            if isinstance(concept, dict):
                yield from _topic(_told(concept))


def _told(concept: dict[str, object]) -> _Said:
    fields = {re.split(r"[/#:]", key)[-1]: value for key, value in concept.items()}
    name = next((found for key in ("qcode", "uri", "@id") for found in _texts(fields.get(key))), None)
    relations = [
        (kind, other) for kind in ("broader", *sorted(_MATCHES)) for other in _texts(fields.get(kind))
    ]
    return name, dict(_labels(fields.get("prefLabel"))), relations, bool(fields.get("retired"))


def _labels(value: object) -> Iterator[tuple[str, str]]:
    """Yield language and label of a map by language (JSON) or of a list of values (JSON-LD)."""
    if isinstance(value, dict) and "@value" not in value:
        yield from ((tag, text) for tag, text in value.items() if isinstance(text, str))
        return
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and isinstance(text := one.get("@value"), str):
            yield str(one.get("@language") or ""), text


def _texts(value: object) -> list[str]:
    """Return the names in a value: one, a list, or references of JSON-LD."""
    each: Iterable[object] = value if isinstance(value, list) else [value]
    named = (one.get("@id") if isinstance(one, dict) else one for one in each)
    return [name for name in named if isinstance(name, str)]


def _topic(said: _Said) -> Iterator[Topic]:
    """Yield the topic, nothing for a concept of another vocabulary."""
    name, labels, relations, retired = said
    scheme, code = _code(name)
    if scheme != SCHEME:
        return
    others = [(kind, *_code(other)) for kind, other in relations]
    parents = (other for kind, scheme, other in others if kind == "broader" and scheme == SCHEME)
    old = {other for kind, scheme, other in others if kind in _MATCHES and scheme == OLD_SCHEME}
    names = tuple((tag, " ".join(text.split())) for tag, text in sorted(labels.items()) if text.strip())
    yield Topic(code, "", next(parents, None), tuple(sorted(old)), retired, names).titled()


def _code(name: str | None) -> tuple[str, str]:
    """Return alias and code of a concept, empty ones where it is neither Media Topic nor Subject Code."""
    found = _NAMED.match((name or "").strip())
    if found is None:
        return "", ""
    return _SCHEMES.get(found[1] or "", found[2]), found[3]
