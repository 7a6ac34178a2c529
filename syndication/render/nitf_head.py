"""The head of an NITF document: what it is about, who may use it, when it was issued (3.6, "head")."""

from lxml.etree import SubElement, _Element

from syndication.model import Article, Site
from syndication.model.article import Rights, Subject
from syndication.on_demand import Expression
from syndication.render import story
from syndication.render.dates import basic
from syndication.render.plain_text import line
from syndication.vocabulary import corrections
from syndication.xmlns import NITF

_N = f"{{{NITF}}}"
_TOKEN = Expression(r"[A-Za-z0-9._:\-]+\Z")


def append_head(head: _Element, article: Article, page: str, site: Site) -> None:
    """Append all of the head but its title; of a killed story only what names it."""
    usable = article.pub_status == "usable"
    kinds = list(dict.fromkeys(filter(None, (line(g.name) for g in article.genres))))
    if usable and (article.subjects or kinds):
        tobject = SubElement(head, _N + "tobject", {"tobject.type": "news"})
        for kind in kinds:
            SubElement(tobject, _N + "tobject.property", {"tobject.property.type": kind})
        for subject in article.subjects:
            _subject(tobject, subject)
    docdata = SubElement(head, _N + "docdata", {"management-status": str(article.pub_status)})
    source = line(article.provider) or line(site.title)
    SubElement(docdata, _N + "doc-id", {"regsrc": source, "id-string": story.guid(article)})
    SubElement(docdata, _N + "date.issue", norm=basic(article.modified))
    slug = line(article.slugline) if usable else ""
    SubElement(docdata, _N + "du-key", {"version": str(article.version)} | ({"key": slug} if slug else {}))
    for note in article.ed_notes:
        if note.public and (text := line(note.text)):
            SubElement(docdata, _N + "ed-msg", info=text)
    if not usable:
        return
    _docdata(docdata, article)
    published = {"type": "web", "date.publication": basic(article.published), "ex-ref": page}
    if counted := story.word_count(article):
        published |= {"item-length": str(counted), "unit-of-measure": "word"}
    SubElement(head, _N + "pubdata", published | {"name": line(site.title)})
    for note in corrections.notes(article):
        if text := line(note.text):
            revised = {"norm": basic(article.modified), "function": "editor", "comment": text}
            SubElement(head, _N + "revision-history", revised)


def _docdata(docdata: _Element, article: Article) -> None:
    if article.urgency is not None and 1 <= article.urgency <= 8:  # NITF 3.6, `urgency`: 8 is the least
        SubElement(docdata, _N + "urgency", {"ed-urg": str(article.urgency)})
    SubElement(docdata, _N + "date.release", norm=basic(article.published))
    if article.expires:
        SubElement(docdata, _N + "date.expire", norm=basic(article.expires))
    rights = article.rights or Rights()
    if holder := line(rights.holder) or line(rights.notice):
        year = str(article.published.year)
        SubElement(docdata, _N + "doc.copyright", holder=holder, year=year)
    known = {
        "owner": line(rights.holder),
        "startdate": basic(rights.starts) if rights.starts else "",
        "enddate": basic(rights.ends) if rights.ends else "",
        "geography": line(rights.geography),
        "limitations": story.sentences(rights.usage_terms, rights.ai_terms),
    }
    if said := {name: value for name, value in known.items() if value}:
        SubElement(docdata, _N + "doc.rights", said)
    if keywords := list(dict.fromkeys(filter(None, map(line, article.keywords)))):
        keys = SubElement(docdata, _N + "key-list")
        for keyword in keywords:
            SubElement(keys, _N + "keyword", key=keyword)
    _identified(docdata, article)


def _identified(docdata: _Element, article: Article) -> None:
    kinds = (("person", article.people), ("org", article.organisations), ("location", article.places))
    named = [(kind, name) for kind, entities in kinds for e in entities if (name := line(e.name))]
    if named:
        content = SubElement(docdata, _N + "identified-content")
        for kind, name in named:
            SubElement(content, _N + kind).text = name


def _subject(tobject: _Element, subject: Subject) -> None:
    """Append a subject by its code; one without a code, or a code of blanks, is a name only."""
    scheme, _, code = "".join(line(subject.qcode).split()).rpartition(":")
    name = line(subject.name)
    if not (code or name):
        return
    registry = "IPTC" if scheme in {"subj", "medtop"} else scheme or "provider"
    known = {
        "tobject.subject.ipr": registry,
        "tobject.subject.refnum": code if _TOKEN.match(code) else "00000000",
        "tobject.subject.type": name,
    }
    SubElement(tobject, _N + "tobject.subject", {k: v for k, v in known.items() if v})
