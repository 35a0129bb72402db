"""What a process of the pool does: units of work in, parts out; the rules are loaded once a process."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from linter.app.analyser import Analyser
from linter.app.aspects import aspects_for
from linter.app.by_path import ByPath
from linter.app.handback import Annotator, Placing, Reviewing, Tell, Written
from linter.app.pipeline import check_files, loaded_set_apart
from linter.app.settings import Settings
from linter.batch.kernel import Kernel
from linter.batch.plan import Work
from linter.batch.records import LeftRecord, Part, Recorder
from linter.batch.store import Store
from linter.batch.texts import Texts, TextWork
from linter.cache import ResultCache, default_folder
from linter.config import Config
from linter.model import Item, NotChecked, Reviewed
from linter.report.base import Reporter
from linter.report.reviewsheet import Signing
from linter.report.words import words

COPIES, SHEETS = "salinan", "lembar-reviu"
"""The folders of marked copies and of review sheets in the output."""


class Asked(msgspec.Struct, frozen=True):
    """What a batch was asked for; it goes to every process of the pool.

    ``inputs`` are the paths as they were named, ``given`` the options that stand above the *configuration*. ``decisions``
    (None: nobody decided) are those about notes, by fingerprint. ``key`` makes pseudonyms that hold from run to run. Where
    it is ``cached``, texts of tables that any run met before are not judged again.
    """

    settings: Settings
    configuration: Config
    given: tuple[tuple[str, object], ...]
    inputs: tuple[str, ...]
    output: str
    copies: bool = False
    sheets: bool = False
    decisions: tuple[tuple[str, bool], ...] | None = None
    key: bytes | None = None
    cached: bool = True


class Worker:
    """The rules and what was asked, for one unit of work after the other."""

    def __init__(self, asked: Asked) -> None:
        """Raises UserError for a name in the settings that is not known, and for a bad rule file."""
        self._asked = asked
        self._analyser = Analyser(asked.settings)
        self._by_path = ByPath(self._analyser, asked.configuration, dict(asked.given))
        self._words = words(asked.settings.lang)

    @property
    def analyser(self) -> Analyser:
        """What the files are checked by."""
        return self._analyser

    @property
    def by_path(self) -> ByPath:
        """What differs for single files."""
        return self._by_path

    def part(self, work: Work | TextWork) -> Part:
        """Return what becomes of a unit of work, after the copies and sheets of its files were written."""
        if isinstance(work, TextWork):
            with loaded_set_apart():
                return self._texts.part(work)
        return self._of_files(work)

    @functools.cached_property
    def _texts(self) -> Texts:
        rules = {rule.code: rule for rule in self._analyser.rules}
        return Texts(Kernel(analyser=self._analyser, cache=self._cache()), rules, self._asked.settings.lang)

    def _cache(self) -> ResultCache | None:
        return ResultCache(default_folder()) if self._asked.cached else None

    def _of_files(self, work: Work) -> Part:
        recorder = Recorder(self._words, self._level)
        left: list[LeftRecord] = []
        told: list[tuple[str, str]] = []
        written: list[str] = []
        lang = self._asked.settings.lang

        def tell(found: Written | NotChecked) -> None:
            if isinstance(found, NotChecked):
                left.append(LeftRecord(found.path, found.reason.said(lang), found.fatal))
            else:
                told.extend((found.path, said.said(lang)) for said in found.told)
                written.extend(found.written)

        reporters: list[Reporter] = [recorder]
        if self._asked.copies:
            placing = Placing(self._asked.inputs, self._folder(COPIES))
            reporters.append(Annotator(tell, placing, lang, index=True, beside=True))
        if self._asked.sheets:
            reporters.append(self._reviewing(tell))
        with loaded_set_apart():
            check_files(work.files, self._by_path, reporters, linked=work.linked)
        return Part(
            tuple(recorder.documents),
            (*recorder.left, *left),
            tuple(sorted(recorder.regimes)),
            tuple(told),
            tuple(written),
        )

    def _reviewing(self, tell: Tell) -> Reporter:
        decisions = dict(self._asked.decisions) if self._asked.decisions is not None else None
        return Reviewing(
            tell,
            Placing(self._asked.inputs, self._folder(SHEETS)),
            self._asked.settings.lang,
            aspects=lambda document: aspects_for(self._analyser, document.header),
            decisions=decisions,
            accept_all=False,
            signing=Signing(),
            formats=("html",) if decisions is None else ("html", "docx"),
            beside=True,
        )

    def _folder(self, name: str) -> str:
        return str(Path(self._asked.output, name))

    def _level(self, document: Reviewed) -> str:
        _, facts = self._analyser.examine(Item(text="", part="dokumen", at={}), document.header)
        known = self._analyser.resources.rules.facts["level_kind"].get(facts)
        return str(known or document.header.level or "")


_here: list[Worker] = []
"""The worker of this process, once it was begun; a pool hands its tasks nothing else that lasts."""


def begin(asked: Asked) -> None:
    """Begin a process of the pool: load the rules."""
    _here[:] = [Worker(asked)]


def run(output: str, work: Work | TextWork, fingerprint: str) -> None:
    """Do a unit of work in a process that was begun, and store its part in *output*."""
    Store(output).put(fingerprint, _here[0].part(work))
