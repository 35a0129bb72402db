"""The application: settings, the analyser, and the pipeline that every shell uses."""

from collections.abc import Iterator

import msgspec

from linter.app.analyser import Analyser, Explained, TraceLine
from linter.app.fixing import Fixed, Fixer, Held
from linter.app.inplace import fix_inputs, save
from linter.app.pipeline import check_inputs, texts_of
from linter.app.settings import Settings
from linter.engine import ExampleOutcome, Notice

__all__ = [
    "Analyser", "ExampleOutcome", "Explained", "Fixed", "Fixer", "Held", "Notice", "Settings", "TraceLine",
    "check_inputs", "fix_inputs", "save", "test_rules", "texts_of",
]  # fmt: skip


def test_rules(settings: Settings) -> Iterator[ExampleOutcome]:
    """Yield the outcome of every example of the rules that *settings* select, judged with every rule, preview ones too."""
    analyser = Analyser(msgspec.structs.replace(settings, select=("semua",), ignore=()))
    return analyser.test(analyser.codes(settings.select))
