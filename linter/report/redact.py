"""Hides names and NIP in reports: what a form says of its persons becomes dots, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from linter.model import Checked, Document, NotChecked, People, Person, Reviewed
from linter.report.base import Reporter, Run, Summary, WholeReporter

T = TypeVar("T")

MASK = "•"
_NUMBER = r"(?<!\d)(?:\d[ .]?){17}\d(?!\d)"
"""18 digits, as a NIP or NI PPPK is written, with or without gaps."""
_BETWEEN = r"[\s._,-]*"
"""What may stand between the words of a name, also in the name of a file."""
_LETTERS = re.compile(r"[^\W\d_]+\.?")


def redacting(reporter: Reporter) -> Reporter:
    """Return a reporter that tells *reporter* the same without names and NIP; every offset stays as it is."""
    return _Whole(reporter) if isinstance(reporter, WholeReporter) else _Redacting(reporter)


class Redactor:
    """Knows the names of the forms that were read so far, and hides them in whatever holds text."""

    def __init__(self) -> None:
        self._known: set[str] = {_NUMBER}
        self._pattern = re.compile(_NUMBER)

    def meet(self, people: People) -> None:
        """Hide from now on what a form says of its persons."""
        known = self._known | {found for one in (people.owner, people.appraiser) for found in _patterns(one)}
        if known != self._known:
            self._known = known
            self._pattern = re.compile("|".join(sorted(known, key=len, reverse=True)), re.IGNORECASE)

    def text(self, text: str) -> str:
        """Return *text* with a dot for each letter and digit of a name or number; its length stays."""
        return self._pattern.sub(lambda found: re.sub(r"\w", MASK, found[0]), text)

    def hidden(self, value: T) -> T:
        """Return *value* with every text in it hidden, however deep it stands."""
        return self._hidden(value)  # type: ignore[no-any-return]

    def _hidden(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, msgspec.Struct):
            told = {name: getattr(value, name) for name in value.__struct_fields__}
            changed = {name: new for name, old in told.items() if (new := self._hidden(old)) != old}
            return msgspec.structs.replace(value, **changed) if changed else value
        if isinstance(value, Mapping):
            return {self._hidden(key): self._hidden(one) for key, one in value.items()}
        if isinstance(value, (tuple, list, frozenset)):
            return type(value)(map(self._hidden, value))
        return value


class _Redacting:
    """Stands between the pipeline and a reporter."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._redactor = Redactor()

    def begin(self, run: Run) -> None:
        self._reporter.begin(run)

    def document(self, doc: Document) -> None:
        self._redactor.meet(doc.people)
        self._reporter.document(self._without_names(doc))

    def item(self, doc: Document, checked: Checked) -> None:
        self._reporter.item(self._without_names(doc), self._redactor.hidden(checked))

    def not_checked(self, nc: NotChecked) -> None:
        self._reporter.not_checked(self._redactor.hidden(nc))

    def end(self, summary: Summary) -> None:
        self._reporter.end(summary)

    def _without_names(self, doc: Document) -> Document:
        return Document(self._redactor.text(doc.path), doc.format, iter(()), self._redactor.hidden(doc.header))


class _Whole(_Redacting):
    """The same for a reporter that wants whole files."""

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        assert isinstance(self._reporter, WholeReporter), "see redacting()"
        bare = (msgspec.structs.replace(one, people=People()) for one in documents)
        self._reporter.file(tuple(map(self._redactor.hidden, bare)))


def _patterns(person: Person) -> list[str]:
    """Return what to look for: the name as written and without titles (a comma ends it, a full stop marks one)."""
    words = _LETTERS.findall(person.name)
    bare = [word for word in _LETTERS.findall(person.name.partition(",")[0]) if not word.endswith(".")]
    names = [[word.rstrip(".") for word in some] for some in (words, bare) if sum(map(len, some)) > 2]
    digits = re.sub(r"\W", "", person.number)
    found = [rf"\b{_BETWEEN.join(map(re.escape, name))}\b" for name in names]
    return [*found, re.escape(digits)] if len(digits) > 4 else found
