"""A sample of the mutated files; ``python tests/documents/fuzz.py`` runs ten thousand."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("fuzz", Path(__file__).with_name("fuzz.py"))
assert _SPEC is not None and _SPEC.loader is not None
fuzz = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fuzz)


@pytest.mark.parametrize("seed", range(6))
def test_a_mutated_file_gives_a_result_or_one_clear_error(seed: int) -> None:
    told = {fuzz.outcome(suffix, data) for suffix, data in fuzz.files(100, seed)}
    assert told == {"dibaca", "galat"}
