"""A story while it is being read: its fields so far, and the account of its lines."""

from syndication.model import Line
from syndication.model.article import EdNote, Issue, RoleText
from syndication.prose.context import Context, Known
from syndication.prose.lines import Row


class Draft:
    """Collects fields, account and issues. What the wire named (`known`) is never overwritten."""

    def __init__(self, context: Context, known: Known) -> None:
        self.context = context
        self.known = known
        self.fields = known.copy()
        self.account: list[Line] = []
        self.issues: list[Issue] = []
        self.sources: list[str] = []
        self.dialect: str | None = None

    def put(self, row: Row, field: str, rule: str, start: int = 0, end: int | None = None) -> None:
        """Account for (a part of) a row as `field`."""
        self.account += [
            Line(number, words, "field", rule, field) for number, words in self._lines(row, start, end)
        ]

    def drop(self, row: Row, rule: str, start: int = 0, end: int | None = None) -> None:
        """Account for (a part of) a row as furniture."""
        self.account += [
            Line(number, words, "furniture", rule) for number, words in self._lines(row, start, end)
        ]

    def doubt(self, row: Row, code: str, start: int = 0, end: int | None = None) -> None:
        """Account for (a part of) a row as an issue whose message is given by `issue`."""
        self.account += [Line(number, words, "issue", code) for number, words in self._lines(row, start, end)]

    def _lines(self, row: Row, start: int, end: int | None) -> list[tuple[int, str]]:
        return row.lines(start, end) if self.context.explained else []

    def issue(self, code: str, message: str, row: Row | None = None) -> None:
        """Note what could not be made sense of."""
        self.issues.append(Issue(code, message, row.number if row else None))

    def signal(self, *signals: str) -> None:
        """Add signals once each."""
        if not signals:
            return
        self.fields["signals"] = tuple(dict.fromkeys((*self.fields.get("signals", ()), *signals)))

    def note(self, text: str, role: str | None = None, *, public: bool = False) -> None:
        """Add a note; it is for editors only unless `public`."""
        self.fields["ed_notes"] = (*self.fields.get("ed_notes", ()), EdNote(text, role, public))

    def headline(self, text: str, role: str) -> None:
        """Add to every headline of the story."""
        self.fields["headlines"] = (*self.fields.get("headlines", ()), RoleText(text, role))

    def summary(self, text: str, role: str) -> None:
        """Add to every summary of the story; captions do not become the summary."""
        self.fields["summaries"] = (*self.fields.get("summaries", ()), RoleText(text, role))
        if role != "caption" and not self.fields.get("summary"):
            self.fields["summary"] = text
