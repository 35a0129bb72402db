"""The analysers of the server: one reading of rules and words, judged under the regime and language that a page asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

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
        self._rules: dict[int, Mapping[str, RuleInfo]] = {}
        """By the analyser's identity; analysers are kept."""

    @cached_property
    def pool(self) -> Pool:
        """What exercises are drawn from; the corpus is read when the first one is asked for."""
        return Pool.of(self.base)

    def rules(self, regime: str | None = None, lang: str | None = None) -> Mapping[str, RuleInfo]:
        """Return every rule by its code, as the analyser under *regime* and in *lang* has it; found once."""
        engine = self.engine(regime, lang)
        if id(engine) not in self._rules:
            self._rules[id(engine)] = {rule.code: rule for rule in engine.rules}
        return self._rules[id(engine)]

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
        if key not in self._made:
            settings = self.base.settings
            told = msgspec.structs.replace(settings, regime=regime or settings.regime, lang=key[1])
            self._made[key] = self.base.under(told)
        return self._made[key]
