"""The command line with a small stand-in for the application behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from linter.app import ExampleOutcome, Explained, Notice, Settings, TraceLine
from linter.cli import main
from linter.model import (
    Checked,
    Clause,
    Document,
    Finding,
    Item,
    NotChecked,
    Parse,
    Phrase,
    Qualifier,
    Reading,
    RuleExample,
    RuleInfo,
    Runner,
    Said,
    Softening,
    UserError,
    Verdict,
    Word,
)
from linter.report import Run, Tally

TEXT = "Menyusun laporan keuangan tepat waktu"


def rule(code: str, name: str, class_: str, severity: str | None, **said: Any) -> RuleInfo:
    """Return a class rule with what the tests ask for."""
    rest: dict[str, Any] = {"parts": ("rencana_kinerja",), "status": "stable", "since": "0.1", "force": "saran"}
    path = f"rules/kelas/{code}-{name}.yaml"
    return RuleInfo(code=code, name=name, kind="class", class_=class_, severity=severity, path=path, **{**rest, **said})


RULES = (
    rule(
        "C001", "verba-aktivitas", "aktivitas", "error",
        parts=("rencana_kinerja", "sel_matriks"),
        force="pedoman",
        priority=950,
        confidence=0.9,
        basis=("Materi 2025, Kerja – Kinerja (pedoman)",),
        message=Said("Rumusan ini menyebut kegiatan (“{verb}”)."),
        why=Said("SKP memuat hasil, bukan {verb}."),
        softened=(Softening("off", (Clause(0, Said("`asal` adalah “katalog”")),)), Softening("info", ())),
        when=(Clause(0, Said("`form` adalah “verba_aktif”", "`form` is “verba_aktif”")),),
        bad=(RuleExample("[[Menyusun]] laporan"),),
        good=(RuleExample("Laporan tersaji tepat waktu"),),
    ),
    rule(
        "C103", "hasil-ter", "pencapaian", None,
        bad=(RuleExample("Berkas tersusun lengkap"),),
        good=(RuleExample("Berkas usulan"),),
    ),
)  # fmt: skip


def parse(text: str) -> Parse:
    """Read the first word as the verb, the last two as a time, what is between as the object."""
    words, at = [], 0
    for form in text.split():
        at = text.index(form, at)
        reading = Reading(form.lower(), "V", form.lower().removeprefix("meny"), ("meN-",) if at == 0 else ())
        words.append(Word(form, at, at + len(form), reading, "V" if at == 0 else "N"))
        at += len(form)

    def phrase(first: int, last: int) -> Phrase:
        start, end = words[first].start, words[last].end
        return Phrase(text[start:end], start, end, first, last, first)

    time = Qualifier("waktu", True, phrase(-2, -1))
    return Parse("verba_aktif", True, tuple(words), None, phrase(0, 0), phrase(1, -3), (time,))


def check(text: str, regime: str = "p6") -> Checked:
    """Judge every text to be an activity."""
    finding = Finding(
        "C001", "verba-aktivitas", "error", "pedoman", 0, 8, "Rumusan ini menyebut kegiatan (“Menyusun”).",
        "SKP memuat hasil.", ("Materi 2025 (pedoman)",), ("Laporan keuangan tersaji tepat waktu",),
    )  # fmt: skip
    verdict = Verdict("aktivitas", False, 0.97, "C001", "verba-aktivitas", (Runner("C103", "pencapaian"),))
    item = Item(text, "rencana_kinerja", {"line": 1, "column": 1})
    return Checked(item, regime, verdict, parse(text), None, (finding,))


class App(ModuleType):
    """Stands for linter.app and keeps what it was asked."""

    Settings, TraceLine, Explained, ExampleOutcome = Settings, TraceLine, Explained, ExampleOutcome

    def __init__(self) -> None:
        super().__init__("linter.app")
        self.asked: list[Any] = []
        self.code = 1
        self.error: BaseException | None = None
        self.outcomes: tuple[ExampleOutcome, ...] = ()
        self.notices: tuple[Notice, ...] = ()
        app = self

        class Analyser:
            def __init__(self, settings: Settings, meter: None = None) -> None:
                app.asked.append(settings)
                if app.error:
                    raise app.error
                self.run = Run(settings.regime or "p6", settings.profile, "0.1.0", "d1", settings.lang)
                self.rules = RULES
                self.chosen = frozenset(rule.code for rule in RULES)

            def review(self) -> tuple[Notice, ...]:
                return app.notices

            def explain(self, text: str) -> Explained:
                held = TraceLine("C103", "hasil-ter", "pencapaian", 200, True, False)
                decided = TraceLine("C001", "verba-aktivitas", "aktivitas", 700, True, True)
                return Explained(check(text), (decided, held, TraceLine("C100", "lain", None, 1, False, False)))

        self.Analyser = Analyser

    def check_inputs(
        self,
        paths: Any,
        analyser: Any,
        reporters: Any,
        *,
        stdin: Callable[[], bytes],
        stdin_name: str | None,
        fail_on: str,
        baseline: None = None,
        **by_path: Any,
    ) -> int:
        self.asked.append((tuple(paths), stdin_name, fail_on))
        tally = Tally()
        document = Document("draf.txt", "text", iter(()))
        text = stdin().decode() if "-" in paths else TEXT
        tally.document()
        for reporter in reporters:
            reporter.begin(analyser.run)
            reporter.document(document)
            reporter.item(document, check(text))
            reporter.not_checked(NotChecked("lama.doc", Said("format ini belum dapat dibaca")))
        tally.item(check(text))
        for reporter in reporters:
            reporter.end(tally.summary())
        return self.code

    def test_rules(self, settings: Settings) -> Any:
        self.asked.append(settings)
        yield from self.outcomes


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> App:
    """The stand-in for linter.app."""
    fake = App()
    monkeypatch.setitem(sys.modules, "linter.app", fake)
    # modules of the command line that have taken the real one must take the stand-in
    monkeypatch.delitem(sys.modules, "linter.cli.settings", raising=False)
    return fake


@pytest.fixture
def skplint(app: App, run_here: Callable[..., Result]) -> Callable[..., Result]:
    """Run a command before the stand-in: ``skplint("check", "draf.txt")`` gives code, stdout and stderr."""
    return run_here


@pytest.fixture
def run_here(capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in this process, with the real application unless ``app`` stands for it."""
    monkeypatch.setenv("COLUMNS", "88")
    for name in ("NO_COLOR", "SKPLINT_LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        code = main(arguments)
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def user_error() -> type[UserError]:
    """The error that is the user's to mend."""
    return UserError
