"""The two sets of rules of a comparison: what each is called, and how it judges where only the other knows a name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from linter.app.analyser import Analyser
from linter.app.by_path import ByPath
from linter.app.resources import Resources, load_resources
from linter.app.settings import Settings
from linter.config import Config
from linter.engine import ProfileFile, RegimeFile, RuleSet, matching
from linter.model import Checked, Header, Item, Said, UserError
from linter.model.nearest import hint_at

BUILT_IN = "bawaan"
PACKAGES = "paket"
"""The names of the built-in rules alone, and of these with the rules of installed packages."""


class Side:
    """One set of rules that judges; names that only the *other* set knows are left out here.

    A selection of rules that are all unknown here selects nothing. A profile or regime that is unknown here is, here, the
    nearest one that it extends; where there is none, the default.
    """

    def __init__(
        self, own: Resources, other: Resources, settings: Settings, config: Config, options: Mapping[str, object]
    ) -> None:
        """Raises UserError for a name in *settings* or in *config* that neither side knows."""
        self._own, self._other = own.rules, other.rules
        self.run = Analyser(self._fitted(settings), own)
        self.rule_files = self.run.rule_files
        self.by_path = ByPath(self.run, config, options, self._fitted)

    def refuse_regime(self, header: Header) -> None:
        """Raise UserError where a document names a regime that neither side knows."""
        self.run.refuse_regime(self._regime(header.regime))

    def check(self, path: str, item: Item, header: Header) -> Checked:
        """Return *item* of the file *path* judged by these rules, under the *header* of its document."""
        head = msgspec.structs.replace(header, regime=self._regime(header.regime))
        item = msgspec.structs.replace(item, regime=self._regime(item.regime))
        return self.by_path.analyser(path).check(item, head)

    def _fitted(self, settings: Settings) -> Settings:
        select, ignore = self._known(settings.select), self._known(settings.ignore)
        nothing = bool(settings.select) and not select
        return msgspec.structs.replace(
            settings,
            select=select,
            ignore=("semua",) if nothing else ignore,
            may_be_none=nothing,
            profile=_nearest(settings.profile, self._own.profiles, self._other.profiles) or Settings().profile,
            regime=self._regime(settings.regime),
        )

    def _regime(self, regime: str | None) -> str | None:
        return regime and _nearest(regime, self._own.regimes, self._other.regimes)

    def _known(self, selectors: tuple[str, ...]) -> tuple[str, ...]:
        """Return the *selectors* without those that only the other side knows."""
        return tuple(s for s in selectors if _selects(s, self._own) or not _selects(s, self._other))


def sides(
    names: tuple[str, str], settings: Settings, config: Config, options: Mapping[str, object]
) -> tuple[Side, Side]:
    """Return the sides that *names* call for: "bawaan", "paket", or a folder or file of rules over "paket".

    *config* with its *options* says what differs for single files. Raises UserError for a name that means nothing, for
    rules that cannot be loaded, and for a rule, profile or regime that neither side knows.
    """
    old, new = (_resources(name, settings) for name in names)
    return Side(old, new, settings, config, options), Side(new, old, settings, config, options)


def _resources(name: str, settings: Settings) -> Resources:
    if name == BUILT_IN:
        return load_resources((), words=settings.words, plugins=False)
    if name == PACKAGES:
        if not settings.plugins:
            message = Said(
                "'paket' berarti dengan paket yang terpasang; hapus --no-plugins atau tulis 'bawaan'",
                "'paket' means with the installed packages; leave out --no-plugins or write 'bawaan'",
            )
            raise UserError(message)
        return load_resources((), words=settings.words)
    if not Path(name).exists():
        message = Said(
            "tidak ada folder atau berkas aturan dengan nama ini; atau tulis 'bawaan' atau 'paket'",
            "there is no folder or file of rules of this name; or write 'bawaan' or 'paket'",
        )
        raise UserError(message, path=name, hint=hint_at(name, (BUILT_IN, PACKAGES)))
    return load_resources((name,), words=settings.words, plugins=settings.plugins)


def _selects(selector: str, rules: RuleSet) -> bool:
    try:
        return bool(matching((selector,), rules.rules))
    except UserError:
        return False


def _nearest(
    name: str, own: Mapping[str, ProfileFile] | Mapping[str, RegimeFile],
    other: Mapping[str, ProfileFile] | Mapping[str, RegimeFile],
) -> str | None:  # fmt: skip
    """Return *name* or the first that it extends which *own* has; *name* itself where *other* has none either."""
    here: str | None = name
    passed: set[str] = set()
    while here is not None and here not in own:
        if here not in other or here in passed:
            return here
        passed.add(here)
        here = other[here].extends
    return here
