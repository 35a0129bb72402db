"""What a run is asked to do, and which rules that chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from linter.app.words import NO_WORDS, OwnWords
from linter.config import Place
from linter.engine import Rule, RuleSet, matching, profile_codes
from linter.model import PARTS, Pointer, Said, UserError
from linter.model.nearest import hint_among

DEFAULT_REGIME = "p6-2022-kuantitatif"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices of one run; every name in it is checked when an Analyser is made.

    ``own_titles`` and ``own_units`` stand beside the post and unit of a header, ``asal`` is the origin of texts that say
    none. ``may_be_none`` lets a choice of rules be empty. ``places`` says where a key, (key,), or a rule that it names,
    (key, name), was written in a configuration file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = "lengkap"
    regime: str | None = None
    rule_dirs: tuple[str, ...] = ()
    part: str = "rencana_kinerja"
    aspek: str | None = None
    target: str | None = None
    lang: str = "id"
    plugins: bool = True
    asal: str = "sendiri"
    own_titles: tuple[str, ...] = ()
    own_units: tuple[str, ...] = ()
    words: OwnWords = NO_WORDS
    baseline: str | None = None
    may_be_none: bool = False
    places: tuple[tuple[Pointer, Place], ...] = ()

    def fault(self, pointer: Pointer, message: Said, hint: Said | None = None) -> UserError:
        """Return the error about the key or name at *pointer*, with the place where it was written, if it was."""
        place = dict(self.places).get(pointer)
        if place is None:
            return UserError(message, hint=hint)
        return UserError(message, path=place.path, line=place.line, column=place.column, hint=hint)


def chosen_rules(settings: Settings, rules: RuleSet) -> tuple[Rule, ...]:
    """Return the rules that the profile, ``select`` and ``ignore`` leave on, by code.

    Raises UserError for a profile, regime, code, name or family that is not known, and where no rule is left on.
    """
    if settings.regime is not None and settings.regime not in rules.regimes:
        message = Said(f"rezim '{settings.regime}' tidak dikenal", f"the regime '{settings.regime}' is not known")
        raise settings.fault(("regime",), message, hint_among(settings.regime, rules.regimes))
    if settings.part not in PARTS:
        message = Said(f"bagian '{settings.part}' tidak dikenal", f"the part '{settings.part}' is not known")
        raise settings.fault(("part",), message, hint_among(settings.part, PARTS))
    on = _named(("profile",), settings, partial(profile_codes, settings.profile, rules.profiles, rules.rules))
    if settings.select:
        on = _chosen("select", settings.select, settings, rules)
    on -= _chosen("ignore", settings.ignore, settings, rules)
    if not on and not settings.may_be_none:
        raise settings.fault(
            ("ignore" if settings.ignore else "select" if settings.select else "profile",),
            Said("pilihan aturan ini tidak menyisakan satu pun", "this choice of rules leaves none"),
            Said("kurangi isi ignore, atau tambah isi select", "ignore fewer of them, or select more"),
        )
    return tuple(rule for code, rule in rules.rules.items() if code in on)


def _chosen(key: str, names: Iterable[str], settings: Settings, rules: RuleSet) -> set[str]:
    """Return the codes of all that *key* names."""
    found: set[str] = set()
    for name in names:
        found |= _named((key, name), settings, partial(matching, (name,), rules.rules))
    return found


def _named(pointer: Pointer, settings: Settings, codes: Callable[[], set[str]]) -> set[str]:
    """Return the codes that are named at *pointer*; a UserError gets the place where that was written."""
    try:
        return codes()
    except UserError as error:
        raise settings.fault(pointer, error.message, error.hint) from None
