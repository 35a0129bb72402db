"""The one pipeline of every shell: read, analyse, judge, report."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from linter.app.analyser import Analyser
from linter.app.baseline import Baseline
from linter.app.by_path import ByPath
from linter.app.unit import Unit
from linter.config import NO_CONFIG, Config
from linter.documents.layouts import Layouts, default_layouts
from linter.documents.read import OptionsAt, Skip, read_data, read_path, reason
from linter.model import WEIGHTS, Checked, Document, NotChecked, UserError
from linter.report.base import THRESHOLDS, Reporter, Tally


def check_inputs(
    paths: Sequence[str],
    analyser: Analyser,
    reporters: Sequence[Reporter],
    *,
    stdin: Callable[[], bytes],
    stdin_name: str | None = None,
    fail_on: str = "error",
    baseline: Baseline | None = None,
    config: Config = NO_CONFIG,
    options: Mapping[str, object] | None = None,
) -> int:
    """Check every input, tell every reporter, and return the exit code: 0, 1 (notes at *fail_on*), 2 (not checked).

    Notes of the *baseline* are suppressed. *analyser* has the settings of the run; *config* with its *options* says what
    differs for single files.
    """
    tally = Tally()
    by_path = ByPath(analyser, config, options or {})
    worst = 0
    for reporter in reporters:
        reporter.begin(analyser.run)
    inputs = documents(paths, stdin, by_path.left_out, by_path.text_options, stdin_name)
    unit = Unit()
    with loaded_set_apart():
        for found in map(by_path.admitted, inputs):
            if isinstance(found, NotChecked):
                _tell_unchecked(found, tally, reporters)
            else:
                run = _Run(by_path.analyser(found.path), tally, reporters, baseline)
                worst = max(worst, run.document(found, unit))
        worst = max(worst, _Run(analyser, tally, reporters, baseline).links(unit))
    summary = tally.summary()
    for reporter in reporters:
        reporter.end(summary)
    if summary.not_checked:
        return 2
    return 1 if worst >= THRESHOLDS[fail_on] else 0


_RARELY = 20_000
"""Things made before the collector looks at the newest of them (usually 700)."""


@contextmanager
def loaded_set_apart() -> Iterator[None]:
    """Spare the garbage collector what is loaded by now, and let it look for rubbish less often.

    Rules and word lists live as long as the run, and what is made of a text goes with the last name for it.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_RARELY, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def texts_of(paths: Sequence[str], stdin: Callable[[], bytes], skip: Skip | None = None) -> Iterator[str | NotChecked]:
    """Yield the text of every item of the inputs, its target behind it, and a NotChecked for what could not be read."""
    for found in documents(paths, stdin, skip):
        if isinstance(found, NotChecked):
            yield found
            continue
        try:
            for item in found.items:
                yield item.text
                if item.target:
                    yield item.target
        except UserError as error:
            yield NotChecked(found.path, reason(error))


def documents(
    paths: Sequence[str],
    stdin: Callable[[], bytes],
    skip: Skip | None = None,
    options: OptionsAt | None = None,
    stdin_name: str | None = None,
) -> Iterator[Document | NotChecked]:
    """Yield the documents of the inputs (none: the current folder), and a NotChecked for what could not be read.

    What *skip* names is left out of a folder; *options* says for each text file what its lines are.
    """
    layouts: Layouts = default_layouts()
    for path in paths or (".",):
        if path == "-":
            yield from read_data(stdin(), stdin_name, layouts=layouts, options=options)
        else:
            yield from read_path(path, layouts=layouts, options=options, skip=skip)


class _Run(NamedTuple):
    """What a document is checked with, and who is told."""

    analyser: Analyser
    tally: Tally
    reporters: Sequence[Reporter]
    baseline: Baseline | None

    def document(self, document: Document, unit: Unit) -> int:
        """Check the items of *document* as they stream in; return the rank of its worst note."""
        try:
            self.analyser.refuse_regime(document.header.regime)
        except UserError as error:
            _tell_unchecked(NotChecked(document.path, reason(error)), self.tally, self.reporters)
            return 0
        self.tally.document()
        for reporter in self.reporters:
            reporter.document(document)
        worst, paper = 0, unit.open(document, self.analyser)
        try:
            for checked in checked_items(document, self.analyser):
                unit.add(paper, checked.item)
                worst = max(worst, self._tell(document, checked))
        except UserError as error:
            _tell_unchecked(NotChecked(document.path, reason(error)), self.tally, self.reporters)
        return worst

    def links(self, unit: Unit) -> int:
        """Tell what the links between documents show; return the rank of the worst note."""
        worst, path = 0, None
        for found in unit.close():
            if isinstance(found, NotChecked):
                _tell_unchecked(found, self.tally, self.reporters)
                continue
            document, checked = found
            if document.path != path:
                path = document.path
                for reporter in self.reporters:
                    reporter.document(document)
            worst = max(worst, self._tell(document, checked))
        return worst

    def _tell(self, document: Document, checked: Checked) -> int:
        """Tell every reporter of a checked item; return the rank of its worst note."""
        checked = self.baseline.cover(checked) if self.baseline and checked.findings else checked
        self.tally.item(checked)
        for reporter in self.reporters:
            reporter.item(document, checked)
        return max((WEIGHTS[note.severity] for note in checked.findings if note.suppressed is None), default=0)


def checked_items(document: Document, analyser: Analyser) -> Iterator[Checked]:
    """Yield every item of *document*, checked, each row behind its last item, and what the whole shows at the end.

    Raises UserError where the document cannot be read to its end.
    """
    sitting = analyser.sitting(document.header)
    for item in document.items:
        yield from sitting.check(item)
    yield from sitting.close()


def _tell_unchecked(found: NotChecked, tally: Tally, reporters: Sequence[Reporter]) -> None:
    tally.not_checked(found)
    for reporter in reporters:
        reporter.not_checked(found)
