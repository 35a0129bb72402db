"""One run of ``skplint score``: units of work are planned, done or found done, added up, and written out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from linter.batch import compare, outputs
from linter.batch.alike import Wordings
from linter.batch.plan import Work, fingerprint, plan, state_of
from linter.batch.pool import Job, do, processes
from linter.batch.records import DocumentRecord, Part
from linter.batch.store import Store
from linter.batch.tables import read_table
from linter.batch.texts import TextWork
from linter.batch.totals import Totals
from linter.batch.worker import COPIES, SHEETS, Asked, Worker
from linter.documents.read import reason
from linter.io.files import shown
from linter.model import NotChecked, UserError
from linter.model.batch import Basis, Batch, DocumentLine, Left

Progress = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


class Outcome(msgspec.Struct, frozen=True):
    """What a run came to: the batch, how many notes were written, what must be known of copies, files found done."""

    batch: Batch
    notes: int
    told: tuple[tuple[str, str], ...]
    resumed: int


def score(
    asked: Asked, jobs: int | None, progress: Progress, before: Batch | None, reviewers: Sequence[compare.Decisions]
) -> Outcome:
    """Do the run that was *asked* for, and write its outputs; what an earlier run with the same input did stands.

    The outputs do not depend on the number of processes, nor on whether the run was stopped and begun again. Raises
    UserError where nothing can be written, and for settings that cannot be used.
    """
    here = Worker(asked)
    store = Store(asked.output)
    store.prepare()
    planned = plan(asked.inputs, _skipping(here, asked.output))
    basis = _basis(here, asked)
    named = [(work, work.fingerprint(basis)) for work in planned.works]
    todo = [job for job in named if not store.has(job[1])]
    total = sum(len(work.files) for work in planned.works) + len(planned.tables)
    done = resumed = sum(len(work.files) for work, one in named if store.has(one))
    progress(done, total)

    def tell(work: Work | TextWork) -> None:
        nonlocal done
        done += len(work.files) if isinstance(work, Work) else 0
        progress(done, total)

    do(todo, asked, here, processes(jobs, todo), tell)
    keys, left = [one for _, one in named], list(planned.left)
    for path in planned.tables:
        try:
            number = jobs if jobs is not None else os.cpu_count() or 1
            do(_texts(path, basis, store, keys), asked, here, number, tell)
        except UserError as error:
            left.append(NotChecked(shown(path), reason(error)))
        done += 1
        progress(done, total)
    outcome = _added_up(asked, here, store, keys, left, before, reviewers)
    store.keep(keys)
    return msgspec.structs.replace(outcome, resumed=resumed)


def _texts(path: str, basis: str, store: Store, keys: list[str]) -> Iterator[Job]:
    """Yield the rows of a table that are still to be done, batch by batch; the fingerprints of all go into *keys*."""
    state = state_of(path)
    for number, batch in enumerate(read_table(path)):
        key = fingerprint(basis, path, state, str(number))
        keys.append(key)
        if not store.has(key):
            yield TextWork.of(path, number, batch), key


def _skipping(here: Worker, output: str) -> Callable[[str, bool], bool]:
    """Return what tells that a path is left out of its folder: as in any run, and the output of this one."""
    own = Path(output).absolute()

    def skip(path: str, is_folder: bool) -> bool:
        return Path(path).absolute() == own or here.by_path.left_out(path, is_folder)

    return skip


def _basis(here: Worker, asked: Asked) -> str:
    """Return what the parts of a run depend on besides the files."""
    run = here.analyser.run
    settings = msgspec.structs.replace(asked.settings, places=())
    told = (
        run.engine,
        run.rules,
        settings,
        asked.given,
        asked.configuration,
        asked.copies,
        asked.sheets,
        asked.decisions,
    )
    return "\0".join(map(str, told))


def _documents(parts: Iterable[Part]) -> Iterator[tuple[str, DocumentRecord]]:
    """Yield every document in the order of the inputs, with its name in the report."""
    documents = (document for part in parts for document in part.documents)
    return ((f"SKP {n}", document) for n, document in enumerate(documents, 1))


def _parts(store: Store, keys: Sequence[str]) -> Iterator[Part]:
    """Yield what was done, part by part."""
    return (part for key in keys if (part := store.get(key)) is not None)


class _Sums:
    """All that is kept of a batch while its parts are read."""

    def __init__(self, key: bytes | None, *, keys: bool) -> None:
        self._key = key
        self.totals, self.wordings = Totals(), Wordings()
        self.lines: list[DocumentLine] = []
        self.left: list[Left] = []
        self.told: list[tuple[str, str]] = []
        self.written: set[str] = set()
        self.regimes: set[str] = set()
        self.codes: list[tuple[str, str]] = []
        self._keys = keys

    def heard(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield the *parts*, after what they say besides their documents was noted."""
        for part in parts:
            self.left += (Left(one.path, one.reason, one.fatal) for one in part.left)
            self.told += part.told
            self.written.update(part.written)
            self.regimes.update(part.regimes)
            yield part

    def add(self, name: str, document: DocumentRecord) -> None:
        self.totals.add(document, name)
        self.wordings.add(document, name)
        self.lines.append(_line(name, document, self._key))
        if self._keys:
            self.codes += ((note.key, note.code) for note in document.notes)


def _added_up(
    asked: Asked,
    here: Worker,
    store: Store,
    keys: Sequence[str],
    left: Sequence[NotChecked],
    before: Batch | None,
    reviewers: Sequence[compare.Decisions],
) -> Outcome:
    lang, run = asked.settings.lang, here.analyser.run
    sums = _Sums(asked.key, keys=bool(reviewers))
    for name, document in _documents(sums.heard(_parts(store, keys))):
        sums.add(name, document)
    known = {rule.code: rule for rule in here.analyser.rules}
    counts = sums.totals.total
    batch = Batch(
        basis=Basis(run.engine, run.rules, tuple(sorted(sums.regimes)), run.profile),
        total=counts,
        units=sums.totals.units,
        levels=sums.totals.levels,
        rules=sums.totals.rules(known, lang),
        histogram=sums.totals.histogram,
        doubtful=tuple(sums.totals.doubtful),
        alike=sums.wordings.alike(),
        shared=sums.totals.shared(known, lang),
        coverage=sums.totals.coverage,
        drift=compare.drift(before, counts, sums.lines) if before is not None else (),
        agreement=compare.agreement(sums.codes, reviewers),
        left=(*(Left(nc.path, nc.reason.said(lang), nc.fatal) for nc in left), *sums.left),
        documents=tuple(sums.lines),
    )
    metadata = (("engine", run.engine), ("rules", run.rules), ("profile", run.profile))
    notes = outputs.write_tables(asked.output, _documents(_parts(store, keys)), metadata)
    outputs.write_summary(asked.output, batch, lang)
    handed_back = [name for name, wanted in ((COPIES, asked.copies), (SHEETS, asked.sheets)) if wanted]
    outputs.remove_old(asked.output, handed_back, sums.written)
    return Outcome(batch, notes, tuple(sums.told), 0)


def _line(name: str, doc: DocumentRecord, key: bytes | None) -> DocumentLine:
    notes: dict[str, int] = {}
    for note in doc.notes:
        notes[note.severity] = notes.get(note.severity, 0) + 1
    return DocumentLine(
        name, doc.path, doc.unit, doc.post, doc.level, doc.clean, doc.statements, doc.mandatory, dict(sorted(notes.items())),
        round(doc.index, 1) if doc.index is not None else None, _pseudonym(doc, key),
    )  # fmt: skip


def _pseudonym(doc: DocumentRecord, key: bytes | None) -> str:
    """Return what stands for the owner of a document, by the *key*: the person where known, else file and place in it."""
    whose = f"{doc.person}\0{doc.post}" if doc.person else f"{doc.path}\0{doc.number}"
    return blake2b(whose.encode("utf-8", "surrogateescape"), digest_size=8, key=key).hexdigest() if key else ""
