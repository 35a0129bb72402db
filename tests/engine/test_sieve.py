"""The sieve under threads: a set of cues that is added while a text is read is met by the texts after it."""

from __future__ import annotations

import pytest

from linter.app import Analyser
from linter.engine.facts import Facts
from linter.engine.sieve import Cues, Sieve
from linter.model import Header, Item

TEXT = "Menyusun denah gudang"


class Disturbed(dict[str, int]):
    """The bits of cues; right after the first look at "denah" another thread adds the set of cues *late*."""

    def __init__(self, sieve: Sieve, late: Cues) -> None:
        super().__init__()
        self.sieve, self.late, self.done = sieve, late, False

    def get(self, cue: str, default: int = 0) -> int:  # type: ignore[override]
        found = super().get(cue, default)
        if cue == "denah" and not self.done:
            self.done = True
            self.sieve.bit(self.late)
        return found


def facts(analyser: Analyser) -> Facts:
    item = Item(TEXT, "rencana_kinerja", {"line": 1, "column": 1})
    return Facts(item, analyser.reader.parse(TEXT), Header(), "p6-2022-kuantitatif", {})


@pytest.mark.parametrize("word", ["menyusun", "denah", "gudang"])
def test_cues_added_while_a_word_is_learned_are_met_later(analyser: Analyser, word: str) -> None:
    sieve, late = Sieve(), frozenset({word})
    disturbed = sieve._of_cue = Disturbed(sieve, late)
    sieve.met(facts(analyser))
    assert disturbed.done
    assert sieve.met(facts(analyser)) & sieve.bit(late)


def test_what_a_text_met_before_is_out_of_date_when_cues_are_added(analyser: Analyser) -> None:
    sieve, read = Sieve(), facts(analyser)
    sieve.met(read)
    bit = sieve.bit(frozenset({"gudang"}))
    assert sieve.met(read) & bit
    other = sieve.bit(frozenset({"jalan"}))
    assert sieve.met(read) & (bit | other) == bit
