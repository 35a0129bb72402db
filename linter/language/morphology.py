"""From a word form to its explained readings: root, affixes and tag, ranked by cost.

Tables come first, then affix rules over known roots, then shape alone, which says that it guesses. Nothing here looks
at the neighbours of a word.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.language.affixes import BOUND, CLITICS, PREFIXES, colloquial, nasal_roots
from linter.language.lexicon import NOUN_KINDS, Lexicon
from linter.language.misspelling import Repair
from linter.language.shape import guess
from linter.model import Reading

_LIMIT = 100_000
_LONGEST = 60
"""Letters of the longest form that is taken apart."""
_DERIVED = {"V_ACT", "V_PASS", "V_TER", "V_BER", "V_NYA", "N_PEAN", "N_PERAN", "N_KEAN", "N_AN", "N_PE"}
"""Tags of listed forms that may have a second reading by the affix rules; another listed form is what it is."""
_EVENT_TAGS = {"V_TER", "V_PASS", "V_BER", "V_STAT", "V_ROOT", "V_ACT", "ADJ", "ADA"}
_BY_TABLE = 2.5
"""Cost of a reading that only the table of verbs gives; one that the affixes show comes first."""
_IN_USE = 0.35
"""What it speaks for a reading that the form is listed as one of its root: mengelas is of las, not of kelas."""
_CLITIC_COST = {"kah": 1.6, "ku": 1.6, "mu": 1.6}
"""Clitics of questions and of I and you are rare in official writing."""
_HYPHENATED = {
    "nge": "V_ACT", "ng": "V_ACT", "me": "V_ACT", "mem": "V_ACT", "men": "V_ACT", "meng": "V_ACT", "meny": "V_ACT",
    "di": "V_PASS", "ter": "V_TER",
}  # fmt: skip
"""Verbal prefixes written with a hyphen before a foreign word: meng-update, di-resolve."""


class Morphology:
    """Readings of word forms under a lexicon, remembered by form (bounded)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._first: dict[str, Reading] = {}
        self._repair = Repair(lexicon.roots, self._candidates)

    def reading(self, form: str) -> Reading:
        """Return the best reading of *form* (lower case)."""
        known = self._first.get(form)
        if known is None and len(form) > _LONGEST:
            return self.readings(form)[0]
        if known is None:
            known = self.readings(form)[0]
            if len(self._first) >= _LIMIT:
                self._first.clear()
            self._first[form] = known
        return known

    def forget(self) -> None:
        """Drop what is remembered of the forms that were read."""
        self._first.clear()

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return all readings of *form*, best first; never empty. A form longer than any word is only guessed."""
        if len(form) > _LONGEST:
            return (guess(form),)
        found = sorted(self._candidates(form), key=lambda r: r.cost)
        if found and found[0].tag == "V_NYA" and not self._in_use(form.removesuffix("nya"), found[0].root):
            meant = (r for r in self._repair.usual(form) if r.root != found[0].root)
            found = sorted((*found, *meant), key=lambda r: r.cost)
        unique: list[Reading] = []
        for reading in map(self._settled, found):
            table = reading.rule == "inflections"
            if not any(u.root == reading.root and (table or u.tag == reading.tag) for u in unique):
                unique.append(reading)
        if not unique or unique[0].guessed:
            repaired = next(self._repair.usual(form), None) or self._repair.slip(form)
            if repaired is not None:
                return (repaired,)
        return tuple(unique) or (guess(form),)

    def _settled(self, reading: Reading) -> Reading:
        """Return *reading* with the standard spelling of its root (meriviu: reviu) and with how form and root behave."""
        root = self.lexicon.variants.get(reading.root)
        marks = self.lexicon.behaviour.get(reading.form, frozenset()) | self.lexicon.root_behaviour.get(
            root or reading.root, frozenset()
        )
        if root is not None:
            marks |= {"nonbaku"}
        if not marks:
            return reading
        return msgspec.structs.replace(reading, root=root or reading.root, features=reading.features | marks)

    def known(self, form: str) -> bool:
        """Tell whether *form* has a reading that is not a guess."""
        return not self.reading(form).guessed

    def _candidates(self, form: str) -> Iterator[Reading]:
        fixed = self.lexicon.forms.get(form)
        if fixed is not None:
            yield self._explained(fixed)
            yield from self._in_table(form)
            if fixed.rule == "forms" and fixed.tag not in _DERIVED:
                return
        else:
            yield from self._in_table(form)
        yield from self._bare(form)
        yield from self._affixed(form)
        yield from self._loan(form)
        if "-" in form:
            yield from self._doubled(form)
        for clitic in CLITICS:
            if form.endswith(clitic) and len(form) > len(clitic) + 2:
                yield from self._with_clitic(form, clitic)
        for bound in BOUND:
            rest = form[len(bound) :].lstrip("-")
            if form.startswith(bound) and len(rest) > 2:
                inner = self.reading(rest)
                if not inner.guessed:
                    yield _derive(form, inner, (bound + "-",), inner.tag, inner.features - {"apart"}, inner.cost + 1.2)

    def _explained(self, fixed: Reading) -> Reading:
        """Return a listed form with the affixes that the rules find over its root: kegiatan is ke-, -an over giat."""
        if fixed.root == fixed.form or fixed.affixes:
            return fixed
        found = next((r for r in self._affixed(fixed.form) if r.root == fixed.root), None)
        if found is None and fixed.form.endswith("nya"):
            found = next((r for r in self._with_clitic(fixed.form, "nya") if r.root == fixed.root), None)
        if found is None and fixed.form.endswith("an") and fixed.form[:-2] == fixed.root:
            return msgspec.structs.replace(fixed, affixes=("-an",))
        return fixed if found is None else msgspec.structs.replace(fixed, affixes=found.affixes)

    def _in_table(self, form: str) -> Iterator[Reading]:
        """Yield a form that the table of verbs has under a root which no rule finds in it: absensi (absen), arsiparis."""
        for root, tag in self.lexicon.listed.get(form, {}).items():
            features = self.lexicon.features(root) - NOUN_KINDS
            named = {"N": frozenset({"noun", "process"}), "N_PE": frozenset({"noun", "person"})}.get(tag, features)
            yield Reading(form, tag, root, (), named, "inflections", _BY_TABLE)

    def _bare(self, form: str) -> Iterator[Reading]:
        features = self.lexicon.features(form)
        if "verb" in features and form not in self.lexicon.forms:
            yield Reading(form, "V_ROOT", form, features=features - NOUN_KINDS, rule="verbs", cost=0.2)

    def _loan(self, form: str) -> Iterator[Reading]:
        """Yield nouns made with foreign endings: stabilisasi (stabil), validator (validasi), auditor (audit)."""
        features = self.lexicon.features
        for ending in ("isasi", "asi"):
            root = form.removesuffix(ending)
            if root != form and features(root) & {"verb", "adjective"} and len(root) > 3:
                acting = frozenset({"noun", "process", "act", "loan"})
                yield Reading(form, "N", root, ("-" + ending,), acting, "-" + ending, 1.2)
        if form.endswith("or"):
            for base in (form[:-3] + "si", form[:-2]):
                if "verb" in features(base):
                    yield Reading(form, "N_PE", base, ("-or",), frozenset({"noun", "person"}), "-or", 1.2)

    def _affixed(self, form: str) -> Iterator[Reading]:
        """Yield the readings by prefix and suffix rules over known roots; a form in use is no other root's by chance."""
        for reading in self._by_rules(form):
            used = self._in_use(form, reading.root)
            yield msgspec.structs.replace(reading, cost=reading.cost - _IN_USE) if used else reading

    def _in_use(self, form: str, root: str) -> bool:
        return root in self.lexicon.listed.get(form, ())

    def _by_rules(self, form: str) -> Iterator[Reading]:
        for suffix in ("kan", "an", "i", ""):
            if suffix and not form.endswith(suffix):
                continue
            stem = form[: len(form) - len(suffix)] if suffix else form
            if len(stem) < 3:
                continue
            yield from self._verbs(form, stem, suffix)
            yield from self._nouns(form, stem, suffix)
            yield from self._plain_prefixes(form, stem, suffix)
            yield from self._imperative(form, stem, suffix)

    def _verbs(self, form: str, stem: str, suffix: str) -> Iterator[Reading]:
        if suffix == "an":
            return
        for prefix, root, cost in (*nasal_roots(stem, "m"), *colloquial(stem)):
            features = self.lexicon.features(root)
            if not features & {"verb", "noun", "adjective"}:
                continue
            tag = "V_STAT" if not suffix and "me_change" in features else "V_ACT"
            affixes = (prefix, "-" + suffix) if suffix else (prefix,)
            extra = (0.0 if "verb" in features else 0.3 if suffix else 0.8) + (0.1 if suffix else 0.0)
            yield Reading(form, tag, root, affixes, features - NOUN_KINDS, "meN-", 1.0 + cost + extra)

    def _nouns(self, form: str, stem: str, suffix: str) -> Iterator[Reading]:
        if suffix == "an":
            for prefix, root, cost in nasal_roots(stem, "p"):
                features = self.lexicon.features(root)
                if features & {"verb", "noun", "adjective"}:
                    extra = 1.0 if "verb" in features else 1.3
                    named = features - NOUN_KINDS | {"noun", "process"}
                    yield Reading(form, "N_PEAN", root, (prefix, "-an"), named, "peN-an", extra + cost)
            features = self.lexicon.features(stem)
            if "verb" in features:
                yield Reading(form, "N_AN", stem, ("-an",), frozenset({"noun"}), "-an", 1.1)
        elif not suffix:
            for prefix, root, cost in nasal_roots(stem, "p"):
                features = self.lexicon.features(root)
                if "verb" in features:
                    yield Reading(form, "N_PE", root, (prefix,), frozenset({"noun", "person"}), "peN-", 1.1 + cost)

    def _imperative(self, form: str, stem: str, suffix: str) -> Iterator[Reading]:
        """Yield a verb without its prefix: "lakukan", "siapkan", "dampingi"."""
        features = self.lexicon.features(stem)
        if suffix in {"kan", "i"} and "verb" in features and len(stem) > 2 and form not in self.lexicon.forms:
            yield Reading(
                form, "V_ROOT", stem, ("-" + suffix,), features - NOUN_KINDS | {"transitive"}, "imperative", 1.3
            )

    def _plain_prefixes(self, form: str, stem: str, suffix: str) -> Iterator[Reading]:
        for letters, tag, name in PREFIXES:
            if not stem.startswith(letters):
                continue
            root = stem[len(letters) :]
            features = self.lexicon.features(root)
            if (len(root) < 3 and not features) or not features & {"verb", "noun", "adjective"}:
                continue
            reading = self._judge(form, letters, tag, name, root, suffix, features)
            if reading is not None:
                yield reading

    def _judge(
        self, form: str, letters: str, tag: str, name: str, root: str, suffix: str, features: frozenset[str]
    ) -> Reading | None:
        """Return the reading of prefix + root + suffix where the language has it."""
        cost = (
            1.0
            + (0.6 if name.count("-") > 1 else 0.0)
            + (0.1 if suffix else 0.0)
            + (0.0 if "verb" in features else 0.3)
        )
        affixes = (name, "-" + suffix) if suffix else (name,)
        if letters in {"te", "be", "pe"} and not (root.startswith("r") or "er" in root[:3]):
            if letters != "pe" or suffix:
                return None
            person = frozenset({"noun", "person"})
            return Reading(form, "N_PE", root, ("pe-",), person, "pe-", cost + 0.5) if "verb" in features else None
        if letters.endswith(("bel", "pel")) and root != "ajar":
            return None
        if tag in {"V_PASS", "V_ACT", "V_TER"}:
            if suffix == "an":
                return None
            if letters in {"member", "diber", "membel", "dibel"} and suffix != "kan":
                return None
            return Reading(form, tag, root, affixes, features - NOUN_KINDS, name.rstrip("-"), cost)
        if tag == "V_BER":
            if suffix in {
                "i",
            }:
                return None
            named = features - NOUN_KINDS - {"state"} | ({"state"} if "ber_change" in features else set())
            return Reading(form, tag, root, affixes, named, "ber-", cost + (0.3 if suffix else 0.0))
        if tag in {"N_PEAN", "N_PERAN", "N_KEAN"}:
            if suffix != "an":
                return None
            process = tag != "N_KEAN" and "verb" in features
            state = tag == "N_KEAN" and ("adjective" in features or name != "ke-")
            named = frozenset({"noun"} | ({"process"} if process else set()) | ({"state_noun"} if state else set()))
            return Reading(form, tag, root, affixes, named, name + "an", cost)
        if tag == "ADV" and not suffix and "adjective" in features:
            return Reading(form, "ADV", root, affixes, features, "se-", cost + 0.4)
        return None

    def _doubled(self, form: str) -> Iterator[Reading]:
        """Yield reduplications: kegiatan-kegiatan, undang-undangnya, sebaik-baiknya, hati-hati."""
        left, _, right = form.partition("-")
        doubled = left == right or (len(right) > len(left) > 2 and right.startswith(left))
        if doubled or (len(left) > 3 and left[2:] == right[: len(left) - 2]):
            inner = self.reading(left)
            tag = "ADV" if inner.tag == "ADJ" else "N" if inner.tag == "V_ROOT" else inner.tag
            yield _derive(form, inner, ("X-X",), tag, inner.features, inner.cost + 0.4)
        elif right in {"kan", "i"} and left.isalpha():  # scan-kan
            yield Reading(form, "V_ROOT", left, ("-" + right,), frozenset({"verb", "transitive"}), "hyphen", 1.5)
        else:
            inner = self.reading(right)
            voice = _HYPHENATED.get(left) if inner.guessed or inner.features & {"verb", "process", "loan"} else None
            if voice is not None:
                yield Reading(form, voice, right, (left + "-",), frozenset({"verb", "transitive"}), "hyphen", 1.5)
            elif not inner.guessed and len(left) <= 5 and not inner.tag.startswith("V_"):
                yield _derive(form, inner, (left + "-",), inner.tag, inner.features, inner.cost + 0.6)

    def _with_clitic(self, form: str, clitic: str) -> Iterator[Reading]:
        stem = form[: -len(clitic)]
        for inner in sorted(self._candidates(stem), key=lambda r: r.cost):
            if inner.tag not in {"PREP", "CONJ", "YANG", "SUB"}:
                yield self._on(form, inner, clitic)

    def _on(self, form: str, inner: Reading, clitic: str) -> Reading:
        """Return the reading of *form* as *inner* with a clitic behind it."""
        affixes = (*inner.affixes, "-" + clitic)
        if clitic != "nya":
            return _derive(form, inner, affixes, inner.tag, inner.features, inner.cost + _CLITIC_COST.get(clitic, 0.8))
        tag = inner.tag
        features = inner.features
        if inner.tag in _EVENT_TAGS:
            tag = {"ADJ": "A_NYA", "ADA": "ADA_NYA"}.get(inner.tag, "V_NYA")
            features = features | {"from_" + inner.tag.lower()}
        return _derive(form, inner, affixes, tag, features, inner.cost + 0.35)


def _derive(
    form: str, inner: Reading, affixes: tuple[str, ...], tag: str, features: frozenset[str], cost: float
) -> Reading:
    """Return the reading of *form* built on the reading of what stands inside it."""
    own = affixes if affixes[: len(inner.affixes)] == inner.affixes else (*affixes, *inner.affixes)
    return Reading(form, tag, inner.root, own, features, inner.rule, cost, inner.guessed)
