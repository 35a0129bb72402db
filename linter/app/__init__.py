"""The application: settings, the analyser, and the pipeline that every shell uses."""

from collections.abc import Iterator

import msgspec

from linter.app.analyser import Analyser, Explained, RuleCard, TraceLine
from linter.app.pipeline import check_inputs
from linter.app.settings import Settings
from linter.engine import ExampleOutcome

__all__ = ["Analyser", "ExampleOutcome", "Explained", "RuleCard", "Settings", "TraceLine", "check_inputs", "test_rules"]


def test_rules(settings: Settings) -> Iterator[ExampleOutcome]:
    """Yield the outcome of every example of every rule under *settings*."""
    analyser = Analyser(msgspec.structs.replace(settings, select=(), ignore=()))
    return analyser.test(analyser.codes(settings.select))
