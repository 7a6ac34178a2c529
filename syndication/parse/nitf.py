"""NITF 3 (iptc.org/std/NITF): a story as one document, with a DTD, a schema or neither."""

from collections.abc import Iterator

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.parse import nitf_document, xml_reader
from syndication.parse.editor_notes import editor_notes
from syndication.parse.html_story import Story, from_house
from syndication.parse.standard_elements import local
from syndication.parse.standard_story import filled, read, with_notes
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context

NAME = "nitf"


def sniff(head: bytes) -> bool:
    """Tell NITF by its first element."""
    return (xml_reader.root_name(head) or "").lower() == NAME


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the story of the document; raise UnreadableCopy for what is no NITF, or says nothing."""
    read_in = xml_reader.read(delivery)
    if local(read_in.root).lower() != NAME:
        raise UnreadableCopy("not NITF", delivery.locator)
    context = Context.of(delivery, NAME)
    found = nitf_document.document(read_in.root, context)
    noted = editor_notes(found.notes, context)
    known = with_notes(filled(found.known), noted)
    said = found.text is not None and found.text.value
    if not (said or known.get("headline") or known.get("pub_status") in {"withheld", "canceled"}):
        raise UnreadableCopy("an NITF document that says nothing", delivery.locator)
    issues = (*read_in.issues, *found.issues, *noted.issues)
    context = from_house(context, known.get("provider"))
    yield read(
        found.text, Story(context, known, issues, (*found.account, *noted.account)), numbered=found.numbered
    )


FORMAT = WireFormat(
    NAME, ("application/nitf+xml", "application/xml", "text/xml"), sniff, parse, versioned=True
)
