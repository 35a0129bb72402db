"""The one pipeline of every shell: read, analyse, judge, report."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from linter.app.analyser import Analyser
from linter.app.baseline import Baseline
from linter.app.by_path import ByPath
from linter.app.checking import Checking
from linter.config import NO_CONFIG, Config
from linter.documents.layouts import Layouts, default_layouts
from linter.documents.read import OptionsAt, read_data, read_file, read_path, reason
from linter.documents.walk import Skip
from linter.model import Document, NotChecked, UserError
from linter.report.base import THRESHOLDS, Reporter, Summary


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
    by_path = ByPath(analyser, config, options or {})
    checking = Checking(paths, by_path, reporters, baseline)
    inputs = documents(paths, stdin, by_path.left_out, by_path.text_options, stdin_name)
    with loaded_set_apart():
        summary = _checked(checking, inputs, by_path, reporters)
    if summary.not_checked:
        return 2
    return 1 if checking.worst >= THRESHOLDS[fail_on] else 0


class GivenFile(NamedTuple):
    """A file that is to be checked, and whether the user named it (see ``read_path``)."""

    path: str
    explicit: bool


def check_files(
    files: Sequence[GivenFile], by_path: ByPath, reporters: Sequence[Reporter], *, linked: bool = True
) -> Summary:
    """Check *files* in their order, tell every reporter, and return the totals.

    They are whole folders, whose documents are linked, unless *linked* is false.
    """
    layouts = default_layouts()
    inputs = (
        found for file in files for found in read_file(file.path, layouts, by_path.text_options, explicit=file.explicit)
    )
    checking = Checking([file.path for file in files], by_path, reporters, None, linked=linked)
    return _checked(checking, inputs, by_path, reporters)


def _checked(
    checking: Checking, inputs: Iterable[Document | NotChecked], by_path: ByPath, reporters: Sequence[Reporter]
) -> Summary:
    for reporter in reporters:
        reporter.begin(by_path.run.run)
    for found in map(by_path.admitted, inputs):
        checking.take(found)
    checking.close()
    summary = checking.tally.summary()
    for reporter in reporters:
        reporter.end(summary)
    return summary


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
