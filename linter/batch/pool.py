"""Does units of work, in this process or in several: what brings a process down is found, told, and stops nothing else."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from linter.batch import worker
from linter.batch.plan import Work
from linter.batch.records import LeftRecord, Part
from linter.batch.store import Store
from linter.batch.texts import TextWork
from linter.batch.worker import Asked, Worker
from linter.io.files import shown
from linter.model import Said

PAYS = 40
"""Files for each process from which loading the rules again costs less than is gained."""

Job = tuple[Work | TextWork, str]
"""A unit of work and its fingerprint."""
Done = Callable[[Work | TextWork], None]

_DIED = Said(
    "pemeriksaan berkas ini menghentikan prosesnya (terlalu besar, atau rusak); berkas lain tetap diperiksa",
    "checking this file brought its process down (too large, or broken); all others were checked",
)


def processes(asked: int | None, jobs: Sequence[Job]) -> int:
    """Return how many processes to use: those that were *asked* for, else as many as there are cores and work for."""
    files = sum(len(work.files) if isinstance(work, Work) else PAYS for work, _ in jobs)
    worth = asked if asked is not None else min(os.cpu_count() or 1, files // PAYS)
    return max(1, min(worth, len(jobs)))


def do(jobs: Iterable[Job], asked: Asked, here: Worker, number: int, done: Done) -> None:
    """Do every job and store its part, *number* at a time; tell *done* of each. Jobs are taken as they are needed.

    With one process it is this one, and *here* does the work. Raises UserError where a part cannot be stored.
    """
    waiting = iter(jobs)
    if number < 2:
        store = Store(asked.output)
        for work, fingerprint in waiting:
            store.put(fingerprint, here.part(work))
            done(work)
        return
    suspects = _until_broken(waiting, asked, number, done)
    while suspects:
        for job in suspects:
            _one_by_one(job, asked, here.analyser.settings.lang)
            done(job[0])
        suspects = _until_broken(waiting, asked, number, done)


def _pool(asked: Asked, number: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("forkserver" if "forkserver" in _methods() else "spawn")
    return ProcessPoolExecutor(number, mp_context=context, initializer=worker.begin, initargs=(asked,))


def _methods() -> Iterable[str]:
    return multiprocessing.get_all_start_methods()


def _until_broken(waiting: Iterator[Job], asked: Asked, number: int, done: Done) -> list[Job]:
    """Do the jobs that are *waiting*; return those that were under way when a process died, none if all were done."""
    under_way: dict[Future[None], Job] = {}
    first = next(waiting, None)
    if first is None:
        return []
    with _pool(asked, number) as pool:
        try:
            under_way[pool.submit(worker.run, asked.output, *first)] = first
            while under_way:
                for job in islice(waiting, 2 * number - len(under_way)):
                    under_way[pool.submit(worker.run, asked.output, *job)] = job
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    future.result()
                    done(under_way.pop(future)[0])
        except BrokenProcessPool:
            return list(under_way.values())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return []


def _one_by_one(job: Job, asked: Asked, lang: str) -> None:
    """Do a job that may have brought a process down, in a process of its own; then each of its files, to find which one."""
    work, fingerprint = job
    store = Store(asked.output)
    if _survives(job, asked):
        return
    if isinstance(work, TextWork):
        store.put(fingerprint, Part((), (LeftRecord(shown(work.path), _DIED.said(lang), True),)))
        return
    parts: list[Part] = []
    for file in work.files:
        alone = Work((file,), False)
        name = f"{fingerprint}-{len(parts)}"
        found = store.get(name) if _survives((alone, name), asked) else None
        parts.append(found or Part((), (LeftRecord(shown(file.path), _DIED.said(lang), True),)))
    store.put(fingerprint, _joined(parts))


def _survives(job: Job, asked: Asked) -> bool:
    with _pool(asked, 1) as pool:
        try:
            pool.submit(worker.run, asked.output, *job).result()
        except BrokenProcessPool:
            return False
    return True


def _joined(parts: Sequence[Part]) -> Part:
    return Part(
        tuple(one for part in parts for one in part.documents),
        tuple(one for part in parts for one in part.left),
        tuple(sorted({one for part in parts for one in part.regimes})),
        tuple(one for part in parts for one in part.told),
        tuple(one for part in parts for one in part.written),
    )
