"""One run under way: documents are checked as they come, folders are closed when they are left, reporters are told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from linter.app.analyser import Analyser
from linter.app.baseline import Baseline
from linter.app.by_path import ByPath
from linter.app.gather import Case, Gatherer
from linter.app.links import Paper
from linter.app.sitting import checked_items
from linter.app.unit import Unit, folder_of, may_be_linked
from linter.documents.read import reason
from linter.model import WEIGHTS, Checked, Document, NotChecked, UserError
from linter.report.base import Reporter, Tally, WholeReporter


class Checking:
    """Takes in what was read, one input after the other; ``close`` ends the run.

    ``worst`` is the rank of the gravest note so far, ``tally`` counts everything.
    """

    def __init__(
        self,
        paths: Sequence[str],
        by_path: ByPath,
        reporters: Sequence[Reporter],
        baseline: Baseline | None,
        *,
        linked: bool = True,
    ) -> None:
        """*paths* are the inputs as they were named; where they are not *linked* documents are judged each by itself."""
        self.tally = Tally()
        self.worst = 0
        self._ways = [_Way.of(path) for path in paths or (".",)]
        self._by_path = by_path
        self._reporters = reporters
        self._baseline = baseline
        self._unit = Unit() if linked else None
        self._wholes = [one for one in reporters if isinstance(one, WholeReporter)]
        self._gatherer = Gatherer(by_path.run.resources.rules) if self._wholes else None
        self._linked: set[str] = set()
        """Files of which links may still say something."""

    def take(self, found: Document | NotChecked) -> None:
        """Check a document, or tell that an input was not checked."""
        self._leave(found.path)
        if isinstance(found, NotChecked):
            self._tell_unchecked(found)
        else:
            self._document(found, self._by_path.analyser(found.path))

    def close(self) -> None:
        """Judge the links of the folders that are still open, and hand out the files that waited for that."""
        for folder in self._unit.folders if self._unit else ():
            self._close_folder(folder)
        self._hand_out(None)

    # -- documents

    def _document(self, document: Document, analyser: Analyser) -> None:
        """Check the items of *document* as they stream in."""
        try:
            analyser.refuse_regime(document.header.regime)
        except UserError as error:
            self._tell_unchecked(NotChecked(document.path, reason(error)))
            return
        self.tally.document()
        for reporter in self._reporters:
            reporter.document(document)
        paper = self._unit.open(document, analyser) if self._unit else None
        case = self._gatherer.open(document, analyser.settings.lang) if self._gatherer else None
        if case is not None and paper is not None and may_be_linked(paper):
            self._linked.add(document.path)
        try:
            for checked in checked_items(document, analyser):
                if self._unit and paper:
                    self._unit.add(paper, checked.item)
                self._tell(document, checked, case)
        except UserError as error:
            self._tell_unchecked(NotChecked(document.path, reason(error)))

    def _tell(self, document: Document, checked: Checked, case: Case | None) -> None:
        """Tell every reporter of a checked item."""
        checked = self._baseline.cover(checked) if self._baseline and checked.findings else checked
        self.tally.item(checked)
        for reporter in self._reporters:
            reporter.item(document, checked)
        if case is not None:
            case.add(checked)
        for note in checked.findings:
            if note.suppressed is None:
                self.worst = max(self.worst, WEIGHTS[note.severity])

    def _tell_unchecked(self, found: NotChecked) -> None:
        self.tally.not_checked(found)
        for reporter in self._reporters:
            reporter.not_checked(found)

    # -- folders and files

    def _leave(self, path: str) -> None:
        """Close the folders to which nothing comes back now that *path* is read, and hand out the files that are done."""
        for folder in self._unit.folders if self._unit else ():
            if self._is_left(folder, folder_of(path)):
                self._close_folder(folder)
        self._hand_out(path)

    def _is_left(self, folder: str, now: str) -> bool:
        """Tell whether nothing of *folder* will come, a file in the folder *now* being read: its walk has moved on."""
        through = [way for way in self._ways if way.leads_to(folder)]
        return len(through) == 1 and through[0].is_folder and not _is_inside(now, folder)

    def _close_folder(self, folder: str) -> None:
        """Tell what the links between the documents of *folder* show."""
        told: Paper | None = None
        for found in self._unit.close(folder) if self._unit else ():
            if isinstance(found, NotChecked):
                self._tell_unchecked(found)
                continue
            paper, checked = found
            document = Document(paper.path, paper.format, iter(()), paper.header)
            if told is None or told.path != paper.path:
                for reporter in self._reporters:
                    reporter.document(document)
            told = paper
            case = self._gatherer.case(paper.path, paper.number) if self._gatherer else None
            self._tell(document, checked, case)
        self._linked -= {path for path in self._linked if folder_of(path) == folder}

    def _hand_out(self, reading: str | None) -> None:
        """Hand out the files of which nothing more will be said, *reading* being the one that is read now."""
        if self._gatherer is None:
            return
        for path in self._gatherer.waiting:
            crowded = self._unit is not None and self._unit.is_crowded(folder_of(path))
            if path != reading and (path not in self._linked or crowded):
                documents = self._gatherer.close(path)
                for reporter in self._wholes:
                    reporter.file(documents)


class _Way(NamedTuple):
    """An input as it was named: what its name leads to."""

    path: str
    is_folder: bool

    @classmethod
    def of(cls, given: str) -> _Way:
        try:
            is_folder = given != "-" and bool(given) and Path(given).is_dir()
        except (OSError, ValueError):
            is_folder = False
        path = os.path.normpath(given).replace("\\", "/") if given else given
        return cls("" if path == "." else path, is_folder)

    def leads_to(self, folder: str) -> bool:
        """Tell whether files of *folder* are read by this name."""
        return _is_inside(folder, self.path) if self.is_folder else folder_of(self.path) == folder


def _is_inside(path: str, folder: str) -> bool:
    """Tell whether *path* is *folder* or lies below it; "" is the current folder."""
    return path == folder or (path.startswith(f"{folder}/") if folder else not path.startswith(("/", "..")))
