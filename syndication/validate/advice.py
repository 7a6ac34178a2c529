"""What to do about a fault of structure, by its kind."""

HYGIENE = {
    "B01": "write UTF-8 without a byte order mark, declared as utf-8 in the first line",
    "B02": "leave the DOCTYPE out",
    "B03": "take characters out that the format does not have",
}
_ADVICE = {
    "readable": "no reader gets further than this: correct the document first",
    "format": "publish it as RSS 2.0, Atom 1.0, JSON Feed 1.1 or another of the formats that are named here",
    "packed": "unpack it first, and judge what is inside",
    "missing": "add what is missing",
    "repeated": "leave one of them",
    "element-unknown": "remove it, or put it into a namespace of its own",
    "member-unknown": "correct its name, or remove it",
    "attribute-missing": "add the attribute",
    "attribute-unknown": "remove the attribute",
    "order": "write the elements in the order of the standard",
    "text": "put the words into an element",
    "empty": "fill it, or leave it out",
    "element-in-text": "escape the markup (&lt;b&gt;) or put it into CDATA; other elements stand beside it, not in it",
    "value": "write it so, or leave it out where it is not required",
    "type": "give the value its type",
    "identity": "give every story an identity of its own, and name it once",
    "permalink": 'add isPermaLink="false", or use the address of the page',
    "reference": "refer to what is there",
    "namespace": "declare it on the root, letter by letter as it is given here",
    "size": "split the document, or leave the oldest out",
    "version": "write the current version",
    "date": "write it as in Tue, 24 Nov 2026 08:49:00 GMT, or with a numeric offset such as +0530",
    "zone": "print the zone with it: Z, or an offset such as +05:30",
    "weekday": "print the weekday of the date, or none",
    "self": 'add <link rel="self" href="…"/> with the address of this feed',
    "text-construct": "give the type that the text really has",
    "open-graph": "add the property for those who share the page",
    "canonical": "name one canonical address",
    "json-ld": "write the structured data as JSON",
}


def advice(kind: str) -> str:
    """Return what to do about a fault of this kind."""
    return _ADVICE.get(kind, "compare it with the standard")


KINDS = frozenset(_ADVICE)
