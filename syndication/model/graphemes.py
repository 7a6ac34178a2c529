"""Graphemes: what a reader takes for one character (UAX #29)."""

import regex

_CLUSTER = regex.compile(r"\X")
# A virama (canonical combining class 9), what may follow it, and the consonant that it joins.
_JOINED = regex.compile(r"\p{ccc=9}[\p{M}\u200d\u200c]*\p{L}")
_DEAD = regex.compile(r"\p{ccc=9}[\p{M}\u200d\u200c]*\Z")


def clusters(text: str) -> list[str]:
    """Return the pieces between which a text may be cut; joined they are the text.

    Besides the clusters of UAX #29 a consonant stays with the virama before it, in every script: what the
    newest Unicode says of Devanagari only, a reader of Tamil or Kannada expects too.
    """
    if text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = []
    for cluster in _CLUSTER.findall(text):
        if found and cluster[0].isalpha() and _DEAD.search(found[-1]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def length(text: str) -> int:
    """Return the number of extended grapheme clusters as the strictest reader counts them.

    Since Unicode 15.1 a Devanagari conjunct is one cluster, before it was one for each consonant. Nobody
    knows which version a network runs, so the larger count holds.
    """
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(1 + (len(_JOINED.findall(c)) if len(c) > 2 else 0) for c in _CLUSTER.findall(text))
