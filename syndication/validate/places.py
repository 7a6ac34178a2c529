"""Where a fault stands: its line, its path, and the story that it is laid at.

Made once for a document and asked once for each fault, so that a long document full of faults is judged in
a time that grows with its length alone.
"""

from collections import Counter

import msgspec

from syndication.validate.document import Document
from syndication.validate.finding import Element, Fault, Finding, Level, Place, line_of, local_name
from syndication.validate.json_lines import lines_of


class Places:
    """The stories of a document, and the elements that faults were found at so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stories: dict[Element | str, int] = {}
        self._steps: dict[Element, str] = {}
        for number, story in enumerate(document.stories):
            if story.node is not None:
                self._stories[story.node] = number

    def finding(self, level: Level, rule: str, fault: Fault, what: str) -> Finding:
        """Return the fault as a finding; `what` is to be done about it."""
        entry = self._entry(fault.at)
        return Finding(
            level=level,
            rule=rule,
            text=fault.text,
            advice=what,
            line=fault.line or line_of(fault.at),
            path=self._path(fault.at),
            entry=entry,
            story=None if entry is None else self._document.stories[entry].key,
            until=fault.until,
        )

    def with_lines(self, findings: list[Finding]) -> list[Finding]:
        """Return the findings of a JSON document with the lines that their pointers lead to."""
        if self._document.tree is None or not findings:
            return findings
        lines = lines_of(self._document.data, {finding.path for finding in findings})
        return [msgspec.structs.replace(f, line=f.line or lines.get(f.path)) for f in findings]

    def _path(self, place: Place) -> str:
        """Return `/rss/channel/item[2]/link` for an element, a JSON pointer as it is, "" for the document."""
        if place is None or isinstance(place, str):
            return place or ""
        return "/" + "/".join(reversed([self._step(e) for e in (place, *place.iterancestors())]))

    def _step(self, element: Element) -> str:
        known = self._steps.get(element)
        if known is None:
            self._number(element)
            known = self._steps[element]
        return known

    def _number(self, element: Element) -> None:
        """Find the steps of an element and of all its siblings at once."""
        parent = element.getparent()
        siblings = [element] if parent is None else list(parent.iterchildren("*"))
        many = Counter(str(sibling.tag) for sibling in siblings)
        seen: Counter[str] = Counter()
        for sibling in siblings:
            seen[str(sibling.tag)] += 1
            step = local_name(sibling)
            alone = many[str(sibling.tag)] == 1
            self._steps[sibling] = step if alone else f"{step}[{seen[str(sibling.tag)]}]"

    def _entry(self, place: Place) -> int | None:
        if isinstance(place, str):
            while place not in self._stories and "/" in place:
                place = place.rpartition("/")[0]
            return self._stories.get(place)
        holders = () if place is None else (place, *place.iterancestors())
        return next((self._stories[h] for h in holders if h in self._stories), None)
