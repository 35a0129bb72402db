"""Contoh setiap aturan adalah uji; jalankan dengan pytest setelah paket ini terpasang."""

from linter import Analyser, Settings

OWN = ("C900", "P900", "P901")


def test_every_example_comes_out_as_the_rule_says() -> None:
    analyser = Analyser(Settings(select=("semua",)))
    outcomes = list(analyser.test(frozenset(OWN)))
    assert {outcome.code for outcome in outcomes} == set(OWN)
    assert [outcome for outcome in outcomes if outcome.kind != "ok"] == []


def test_there_is_nothing_to_mend() -> None:
    assert Analyser().review() == ()
