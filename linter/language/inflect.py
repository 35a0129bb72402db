"""From a verb or an action noun to its other forms: susun → menyusun, disusun, tersusun, tersusunnya, penyusunan, penyusun.

Every form has a standing. What the table of verbs lists is usual or possible; what only the affix rules make is possible
where the verb is in no table, and not said where the table has the verb without it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.language.affixes import actor, nasal, ter
from linter.language.lexicon import Lexicon, Verb
from linter.model import Parse, Reading

USUAL, POSSIBLE, NOT_SAID = "usual", "possible", "not_said"
_SECOND = frozenset({"", "per", "pel", "ber", "bel"})
"""What may stand between di- and the root: diperbarui, dibelajarkan."""
_LOANS = ("si", "viu", "sis", "ing", "it", "ur")


class Form(msgspec.Struct, frozen=True, gc=False):
    """A word form and its standing: usual, possible, or not_said."""

    text: str
    standing: str


class Paradigm(msgspec.Struct, frozen=True):
    """The forms of one verb, best first in each place.

    ``result`` is the predicate of what has come about (tersusun, ditetapkan, meningkat), ``event`` the same as a noun
    (tersusunnya), ``action`` the noun of the act, ``agent`` that of the one who acts.
    """

    root: str
    active: tuple[Form, ...]
    passive: tuple[Form, ...] = ()
    result: tuple[Form, ...] = ()
    action: tuple[Form, ...] = ()
    agent: tuple[Form, ...] = ()

    @property
    def event(self) -> tuple[Form, ...]:
        """The nominalised results: tersusunnya, ditetapkannya, meningkatnya."""
        return tuple(Form(f.text + "nya", f.standing) for f in self.result)


def best(forms: tuple[Form, ...]) -> str:
    """Return the first of *forms* that people say; "" where there is none."""
    return next((form.text for form in forms if form.standing != NOT_SAID), "")


_LIMIT = 5_000
"""Paradigms that are remembered at most."""


class Inflection:
    """Paradigms under a lexicon, with a bounded memory of those that were asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = lexicon.verbs
        self._known: dict[tuple[str, str, str], Paradigm | None] = {}
        self._actions: dict[str, Verb] = {}
        for entries in lexicon.verbs.values():
            for verb in entries:
                for action in verb.actions:
                    known = self._actions.get(action)
                    own = action == verb.root and bool(verb.passive)
                    if known is None or (own and not (known.root == action and known.passive)):
                        self._actions[action] = verb

    def of(self, reading: Reading) -> Paradigm | None:
        """Return the forms of the verb or action noun that *reading* is a form of; None where it is none."""
        key = reading.form, reading.tag, reading.root
        if key not in self._known:
            if len(self._known) >= _LIMIT:
                self._known.clear()
            self._known[key] = self._of(reading)
        return self._known[key]

    def _of(self, reading: Reading) -> Paradigm | None:
        root = reading.root.replace(" ", "")
        if reading.guessed or reading.tag == "N_KEAN" or not root.isalpha():
            return None
        entries = self._verbs.get(root, ())
        if " " in reading.root and not entries and root not in self._actions:
            return None  # "data entry" takes no affixes
        pattern = _pattern(reading)
        if pattern is None:
            act = "process" in reading.features and "event" not in reading.features
            found = self._actions.get(reading.form)
            if found is None and (act or reading.tag in {"N_PEAN", "V_ROOT", "V_STAT", "V_BER"}):
                found = next((v for v in entries if v.passive), next(iter(entries), None))
            made = reading.tag == "N_PEAN" or "loan" in reading.features
            return _listed(found) if found is not None else _made(root, "", "") if made else None
        form = reading.form.replace(" ", "")
        found = (
            next((v for v in entries if form in {v.active, v.passive}), None)
            or next((v for v in entries if _shape(v) == pattern), None)
            or next((v for v in entries if reading.form.removesuffix("nya") in v.results), None)
        )
        return _listed(found) if found is not None else _made(root, *pattern)

    def of_root(self, root: str) -> Paradigm | None:
        """Return the forms of the first verb of *root* that has a passive; None where the table has none."""
        found = next((verb for verb in self._verbs.get(root, ()) if verb.passive), None)
        return _listed(found) if found is not None else None

    def of_parse(self, parse: Parse) -> Paradigm | None:
        """Return the forms of the verb or action noun of *parse*."""
        return None if parse.verb is None else self.of(parse.words[parse.verb.head].reading)


def _pattern(reading: Reading) -> tuple[str, str] | None:
    """Return (second prefix, suffix) of a verb form: ("", "kan") for menyampaikan, ("per", "i") for memperbarui."""
    if reading.tag not in {"V_ACT", "V_PASS", "V_TER", "V_NYA"}:
        return None
    suffix = next((a[1:] for a in reading.affixes if a in {"-kan", "-i"}), "")
    second = next((a for a in reading.affixes if a in {"meN-per-", "di-per-", "meN-ber-", "di-ber-"}), "")
    prefix = second[second.index("-") + 1 : -1] if second else ""
    if reading.root == "ajar" and prefix:
        prefix = prefix[:2] + "l"  # mempelajari, membelajarkan
    return prefix, suffix


def _shape(verb: Verb) -> tuple[str, str] | None:
    """Return (second prefix, suffix) of a listed verb, read off its passive; None where its root is not whole in it."""
    before, root, after = verb.passive.removeprefix("di").partition(verb.root)
    return (before, after) if root and before in _SECOND else None


def _listed(verb: Verb) -> Paradigm:
    shape = _shape(verb)
    made = _made(verb.root, *shape) if shape else Paradigm(verb.root, ())
    return Paradigm(
        verb.root,
        tuple(_ranked((verb.active,), made.active, POSSIBLE)),
        tuple(_ranked((verb.passive,) if verb.passive else (), (), NOT_SAID)),
        tuple(_ranked(verb.results, made.result, NOT_SAID)),
        tuple(_ranked(verb.actions, made.action, NOT_SAID)),
        tuple(_ranked(verb.agents, made.agent, NOT_SAID)),
    )


def _ranked(listed: tuple[str, ...], made: tuple[Form, ...], otherwise: str) -> Iterator[Form]:
    """Yield the listed forms, the first as usual, then what the rules make besides."""
    for n, text in enumerate(listed):
        yield Form(text, USUAL if n == 0 else POSSIBLE)
    for form in made:
        if form.text not in listed:
            yield Form(form.text, otherwise)


def _made(root: str, second: str, suffix: str) -> Paradigm:
    """Return the forms that the affix rules alone make; all of them are possible at most."""
    stem = second + root
    active = ("mem" + stem if second else nasal(root)) + suffix
    if second:
        results: tuple[str, ...] = ("di" + stem + suffix,)
    else:
        results = (ter(root) + suffix, "di" + root + suffix)
    actions: tuple[str, ...] = (actor(stem if second == "ber" else root) + "an",)
    if root.endswith(_LOANS) and not second:
        actions = (root, *actions)
    elif second == "per":
        actions = (*actions, stem + "an")
    return Paradigm(
        root,
        _possible(active),
        _possible("di" + stem + suffix),
        _possible(*results),
        _possible(*actions),
        _possible(actor(root)) if not second else (),
    )


def _possible(*texts: str) -> tuple[Form, ...]:
    return tuple(Form(text, POSSIBLE) for text in texts)
