"""What became of the notes that silence rules: those without a code, without a reason, unknown, in vain or unread are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linter.engine import SilenceUse
from linter.model import Checked, Silence


class Ledger:
    """The silences of one document and the codes in them that found something to silence."""

    def __init__(self, known: Iterable[tuple[str, str]], chosen: Iterable[str]) -> None:
        """*known* are code and name of every rule, *chosen* the codes that are on: only these can be in vain."""
        self._code = {key: code for code, name in known for key in (code.casefold(), name)}
        self._chosen = frozenset(chosen)
        self._seen: dict[tuple[str, frozenset[tuple[str, Any]]], tuple[Silence, set[str]]] = {}

    def see(self, silences: Iterable[Silence], checked: Checked | None = None) -> None:
        """Note *silences*, and which of their codes silenced a finding of *checked*; a row's silence is seen with each text."""
        for silence in silences:
            place = (silence.text, frozenset(silence.at.items()))
            _, used = self._seen.setdefault(place, (silence, set()))
            if checked is not None:
                used.update(f.code for f in checked.findings if silence.covers(f.code, f.name))

    def faulty(self) -> Iterator[tuple[Silence, SilenceUse]]:
        """Yield every silence that something is wrong with, in the order in which they were seen."""
        for silence, used in self._seen.values():
            use = self._use(silence, used)
            if use.faulty:
                yield silence, use

    def _use(self, silence: Silence, used: set[str]) -> SilenceUse:
        codes = {listed: self._code.get(listed.casefold()) for listed in silence.codes}
        return SilenceUse(
            bare=not silence.codes and not silence.unread,
            unknown=tuple(listed for listed, code in codes.items() if code is None),
            unused=tuple(listed for listed, code in codes.items() if code in self._chosen - used),
            unreasoned=silence.reason is None and not silence.unread,
            unread=silence.unread,
        )
