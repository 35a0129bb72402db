"""A sample of the mutated files; ``python tests/documents/fuzz.py`` runs ten thousand."""

from __future__ import annotations

import fuzz
import pytest


@pytest.mark.parametrize("seed", range(6))
def test_a_mutated_file_gives_a_result_or_one_clear_error(seed: int) -> None:
    told = {fuzz.outcome(suffix, data) for suffix, data in fuzz.files(100, seed)}
    assert told == {"dibaca", "galat"}
