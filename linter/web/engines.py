"""The analysers of the server: one reading of rules and words, judged under the regime and language that a page asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from threading import RLock

import msgspec

from linter.app import Analyser
from linter.app.exercises import Pool
from linter.app.settings import DEFAULT_REGIME, Settings
from linter.model import RuleInfo

LONGEST = 10_000
"""Code points of a text that the page and the API take; a statement has some hundred."""


class Engines:
    """Gives the analyser for a regime and a language; each is made once, and all read with the same words."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.base = Analyser(settings)
        self._made: dict[tuple[str | None, str], Analyser] = {}
        self._rules: dict[tuple[str | None, str], Mapping[str, RuleInfo]] = {}
        self._lock = RLock()

    @property
    def pool(self) -> Pool:
        """What exercises are drawn from, read when the first one is asked for; the settings of the server do not change it."""
        with self._lock:
            return self._pool

    @cached_property
    def _pool(self) -> Pool:
        return Pool.of(self._plain)

    @cached_property
    def _plain(self) -> Analyser:
        return Analyser()

    def warm(self) -> None:
        """Read what the first exercises and lessons would wait for."""
        self.engine().check_text("Laporan tersusun", part="indikator", target="1 laporan")
        self.rules()
        _ = self.pool

    def plain(self, lang: str) -> Analyser:
        """Return the analyser with the built-in rules alone, which explains the keys of exercises in *lang*."""
        with self._lock:
            return self._plain.under(msgspec.structs.replace(self._plain.settings, lang=lang))

    def rules(self, regime: str | None = None, lang: str | None = None) -> Mapping[str, RuleInfo]:
        """Return every rule by its code, as the analyser under *regime* and in *lang* has it; found once."""
        key = (regime, lang or self.base.settings.lang)
        with self._lock:
            if key not in self._rules:
                self._rules[key] = {rule.code: rule for rule in self.engine(*key).rules}
            return self._rules[key]

    @property
    def regimes(self) -> tuple[str, ...]:
        """The names of the regimes that are known."""
        return tuple(sorted(self.base.resources.rules.regimes))

    @property
    def lang(self) -> str:
        """The language of the server."""
        return self.base.settings.lang

    @property
    def regime(self) -> str:
        """The regime that holds where a page names none."""
        return self.base.settings.regime or DEFAULT_REGIME

    def engine(self, regime: str | None = None, lang: str | None = None) -> Analyser:
        """Return the analyser under *regime* and in *lang*; raises UserError for a regime that is not known."""
        self.base.refuse_regime(regime)
        key = (regime, lang or self.base.settings.lang)
        with self._lock:
            if key not in self._made:
                settings = self.base.settings
                told = msgspec.structs.replace(settings, regime=regime or settings.regime, lang=key[1])
                self._made[key] = self.base.under(told)
            return self._made[key]
