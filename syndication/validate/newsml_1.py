"""NewsML 1.2, lightly: the envelope, the identity and the management of each item."""

from collections.abc import Iterator

from syndication.validate import element_grammar
from syndication.validate.document import Document, Story, Value
from syndication.validate.element_grammar import grammar
from syndication.validate.feed_elements import first
from syndication.validate.finding import Breach, Element, Fault, shown

GRAMMAR = grammar(
    "",
    """
    NewsML @... : ~ Catalog? TopicSet* NewsEnvelope NewsItem+
    NewsEnvelope @... : ~ TransmissionId? SentFrom? SentTo? DateAndTime NewsService* NewsProduct* Priority?
    DateAndTime @... =compact-time
    NewsItem @... : ~ Comment* Catalog? Identification NewsManagement NewsComponent? Update* TopicSet?
    Identification @... : ~ NewsIdentifier NameLabel? DateLabel? Label*
    NewsIdentifier @... : ~ ProviderId DateId NewsItemId RevisionId PublicIdentifier
    ProviderId @... =nonempty
    DateId @... =compact-day
    NewsItemId @... =nonempty
    RevisionId @PreviousRevision:count @Update:N|A|U @... =positive
    PublicIdentifier @... =uri
    FirstCreated @... =compact-time
    ThisRevisionCreated @... =compact-time
    NewsManagement @... : ~ NewsItemType FirstCreated ThisRevisionCreated Status StatusWillChange? Urgency? RevisionHistory? DerivedFrom* AssociatedWith* Instruction* Property*
    NewsItemType @FormalName:nonempty @... : ...
    Status @FormalName:nonempty @... : ...
    Urgency @FormalName:nonempty @... : ...
    """,
)
_FORMAL = (
    "Format",
    "Genre",
    "Language",
    "MediaType",
    "MimeType",
    "Party",
    "Priority",
    "Property",
    "Role",
    "Subject",
)
"""What is named by a word of a vocabulary, beside what the table says so of."""


def recognises(root: Element) -> bool:
    """Tell NewsML 1 by its root."""
    return root.tag == "NewsML"


def read(root: Element, data: bytes) -> Document:
    """Return the facts of the items."""
    return Document(
        format="newsml",
        data=data,
        root=root,
        stories=tuple(_story(item) for item in root.iterfind("NewsItem")),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against NewsML 1.2 (functional specification, chapter 5.5 for the identity)."""
    root = document.root
    if root is None:
        return
    yield from element_grammar.check(root, GRAMMAR)
    for named in root.iter(*_FORMAL):
        if not (named.get("FormalName") or "").strip():
            said = f"{named.tag} lacks its attribute FormalName"
            yield Breach("attribute-missing", Fault(named, said))
    for identity in root.iter("NewsIdentifier"):
        yield from _identity(identity)


def _identity(identity: Element) -> Iterator[Breach]:
    """The public identifier is made of the other parts."""
    parts = [identity.findtext(n, "").strip() for n in ("ProviderId", "DateId", "NewsItemId", "RevisionId")]
    public = identity.find("PublicIdentifier")
    revision = identity.find("RevisionId")
    if public is None or revision is None or not all(parts):
        return
    update = (revision.get("Update") or "N").replace("N", "")
    wanted = "urn:newsml:" + ":".join(parts) + update
    if (public.text or "").strip() != wanted:
        yield Breach("identity", Fault(public, f"PublicIdentifier is not {shown(wanted)}, as its parts say"))


def _story(item: Element) -> Story:
    status = item.find("NewsManagement/Status")
    public = first(item, "Identification/NewsIdentifier/PublicIdentifier")
    lines = first(item, ".//NewsLines/HeadLine")
    formal = "" if status is None else status.get("FormalName", "")
    return Story(
        node=item,
        guid=public or Value("", item),
        title=lines,
        withdrawn=formal.lower() in {"canceled", "cancelled", "withheld"},
    )
