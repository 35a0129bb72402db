"""The word tables of the language, built once from the texts of the list files.

A list is a text file: `#` comments, one entry a line, columns separated by tabs. The lexicon knows roots with their
features, fixed readings of full forms, and multiword terms; it knows nothing about SKP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from linter.language.affixes import actor, ter
from linter.model import Reading

VERB_FLAGS = {
    "t": "transitive", "i": "intransitive", "bare": "bare", "state": "state", "stative_act": "stative",
    "role": "role", "loan": "loan",
}  # fmt: skip
"""Flags of verbs.txt and the features they stand for."""

NOUN_KINDS = frozenset({
    "noun", "process", "act", "event", "doc", "person", "body", "place", "thing", "measure", "field", "abstract", "line", "time",
    "unit", "domain", "abbreviation", "state_noun", "other",
})  # fmt: skip
"""What the lists say of a root as a noun; a verb that is made of the root does not have it."""

MEASURES = frozenset({"count", "share", "quality", "time", "cost", "rate"})
"""Kinds of measure, as measures.tsv names them."""

SHORTEST_ACRONYM = 4
"""Letters of an abbreviation that may be the root of a longer form; a shorter one is in many words: ump in "pengumpan"."""

VERB_TAGS = frozenset({"V_ACT", "V_PASS", "V_TER", "V_NYA"})
NOUN_TAGS = frozenset({"N", "N_PEAN", "N_PERAN", "N_KEAN", "N_AN", "N_PE"})

_VOICES = {"me": "V_ACT", "di": "V_PASS", "ter": "V_TER", "ber": "V_BER", "be": "V_BER"}


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A verb in use: its active and passive ("" where it has none), results, action and agent nouns, best first.

    ``content`` is "empty" where its result says only that work was done (terlaksana), "real" where it is a state of a thing.
    """

    root: str
    active: str
    passive: str
    results: tuple[str, ...]
    actions: tuple[str, ...]
    agents: tuple[str, ...]
    content: str


class Lexicon(msgspec.Struct, frozen=True):
    """Tables: ``roots`` (root → features), ``forms`` (full form → reading), ``terms`` (first word → longer terms).

    A term is (words, reading); the longest comes first. ``marks`` says how a word or a root takes part in a measure,
    ``verbs`` which verbs a root makes, the most used first, ``listed`` of which roots a form is one that is in use, and as what,
    ``variants`` which root a nonstandard one stands for, ``short`` which word a shortened one stands for ("kpd"),
    ``behaviour`` and ``root_behaviour`` how a form or a root behaves in a sentence; the morphology adds these to the features.
    """

    roots: dict[str, frozenset[str]]
    forms: dict[str, Reading]
    terms: dict[str, tuple[tuple[tuple[str, ...], Reading], ...]]
    marks: dict[str, frozenset[str]]
    verbs: dict[str, tuple[Verb, ...]]
    listed: dict[str, dict[str, str]]
    variants: dict[str, str]
    short: dict[str, str]
    behaviour: dict[str, frozenset[str]]
    root_behaviour: dict[str, frozenset[str]]

    def features(self, root: str) -> frozenset[str]:
        """Return what is known of *root*; empty where it is unknown."""
        return self.roots.get(root, frozenset())


def entries(text: str) -> Iterable[tuple[str, ...]]:
    """Yield the columns of each entry of a list file; comments and blank lines are none."""
    for line in text.split("\n"):
        line = line.rstrip("\r")
        if line and not line.startswith("#"):
            yield tuple(column.strip() for column in line.split("\t"))


def build_lexicon(tables: Mapping[str, str]) -> Lexicon:
    """Return the lexicon of the list files in *tables* (file name without its ending → text)."""
    builder = _Builder(tables)
    verbs = _verbs(tables.get("inflections", ""))
    builder.verbs()
    builder.verbs_in_use(verbs)
    builder.nouns("process", "process")
    builder.nouns("nouns")
    builder.nouns("ke-an-domain", "domain", tag="N_KEAN")
    builder.adjectives()
    builder.relational()
    builder.nouns("states", "state_noun", tag="N_KEAN", certain=True)
    builder.nouns("abbreviations", "abbreviation")
    builder.loans()
    builder.changes()
    builder.variants()
    builder.full_forms()
    builder.verbal_nouns()
    roots = {root: frozenset(features) for root, features in builder.roots.items()}
    marks = _marks(tables.get("measures", ""))
    behaviour = _behaviour(tables.get("behaviour", ""))
    for word in (word for word, its in marks.items() if its & {"defect", "loss"}):
        behaviour[word] = behaviour.get(word, frozenset()) | {"defect"}
    return Lexicon(
        roots,
        builder.forms,
        _terms(tables.get("terms", ""), behaviour),
        marks,
        verbs,
        _listed(verbs),
        {row[0]: row[1] for row in entries(tables.get("variants", ""))},
        {row[0]: row[1] for row in entries(tables.get("short", ""))},
        behaviour,
        _behaviour(tables.get("root-behaviour", "")),
    )


class _Builder:
    """Collects roots and full forms, list by list; a list read earlier keeps its reading unless the later is certain."""

    def __init__(self, tables: Mapping[str, str]) -> None:
        self.tables = tables
        self.roots: dict[str, set[str]] = {}
        self.forms: dict[str, Reading] = {}

    def verbs(self) -> None:
        for root, *flags in self._entries("verbs"):
            marked = {VERB_FLAGS[f] for f in (flags[0].split(",") if flags else ()) if f in VERB_FLAGS}
            self._know(root, marked | {"verb"})

    def verbs_in_use(self, verbs: Mapping[str, Iterable[Verb]]) -> None:
        """Know the roots of the verbs in use, and what their results say.

        That is a state of a thing ("real"), or only that work was done ("empty"). A root that is its own result is a
        predicate by itself: a state ("puas") unless it is an act as well ("hadir").
        """
        for root, its in verbs.items():
            self._know(root, {"verb", *("transitive" if verb.passive else "intransitive" for verb in its)})
            if any(root in verb.results for verb in its):
                acts = any(root == verb.active for verb in its)
                self._know(root, {"bare"} if acts else {"bare", "state"})
            contents = {verb.content for verb in its}
            self._know(root, {"real"} if "real" in contents else contents & {"empty"})

    def nouns(self, name: str, *features: str, tag: str = "N", certain: bool = False) -> None:
        for noun, *kind in self._entries(name):
            known = frozenset({"noun", *features, *kind})
            if "abbreviation" not in known or len(noun) >= SHORTEST_ACRONYM:
                self._know(noun, known)
            reading = Reading(noun, tag, noun, features=known, rule=name)
            self.forms[noun] = reading if certain else self.forms.get(noun, reading)

    def adjectives(self) -> None:
        for adjective, mark, *root in self._entries("adjectives"):
            known = frozenset({"adjective", mark})
            self._know(adjective, known)
            made_of = root[0] if root else adjective
            self.forms[adjective] = Reading(adjective, "ADJ", made_of, features=known, rule="adjectives")

    def relational(self) -> None:
        known = frozenset({"relational"})
        for adjective, *root in self._entries("relational"):
            self._know(adjective, known)
            made_of = root[0] if root else adjective
            self.forms.setdefault(adjective, Reading(adjective, "ADJR", made_of, features=known, rule="relational"))

    def loans(self) -> None:
        """Read a loan verb root as the noun of its act where no list of nouns has it."""
        known = frozenset({"noun", "process", "act", "loan"})
        for root, features in self.roots.items():
            if "loan" in features:
                self.forms.setdefault(root, Reading(root, "N", root, features=known, rule="verbs"))

    def verbal_nouns(self) -> None:
        """Mark the nouns whose bare form is also an order: "rekap", "cek", "scan"."""
        for form, reading in self.forms.items():
            its = self.roots.get(form, set())
            if reading.tag == "N" and form == reading.root and "verb" in its:
                marked = reading.features | {"also_verb"} | ({"loan"} & its)
                self.forms[form] = msgspec.structs.replace(reading, features=marked)

    def changes(self) -> None:
        """Mark the roots whose intransitive verb says what becomes of something."""
        for root, prefix in self._entries("changes"):
            self._know(root, {prefix + "_change"})

    def variants(self) -> None:
        """Know a nonstandard spelling of a root as what it stands for: "himbau" has the features of imbau."""
        for variant, root in self._entries("variants"):
            self._know(variant, self.roots.get(root, ()))

    def full_forms(self) -> None:
        for form, tag, root, *rest in self._entries("forms"):
            named = frozenset(rest[0].split(",")) - {""} if rest else frozenset()
            own = frozenset(self.roots.get(form, ())) if tag in NOUN_TAGS else frozenset()
            if tag in VERB_TAGS:
                own = frozenset(self.roots.get(root, ())) - NOUN_KINDS - {"state"}
            self.forms[form] = Reading(form, tag, root, features=named | own, rule="forms")

    def _entries(self, name: str) -> Iterable[tuple[str, ...]]:
        return entries(self.tables.get(name, ""))

    def _know(self, root: str, features: Iterable[str]) -> None:
        self.roots.setdefault(root, set()).update(features)


def _terms(
    text: str, behaviour: Mapping[str, frozenset[str]]
) -> dict[str, tuple[tuple[tuple[str, ...], Reading], ...]]:
    """Index the multiword terms by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Reading]]] = {}
    for words, tag, root, *rest in entries(text):
        features = frozenset(rest[0].split(",")) - {""} if rest else frozenset()
        features |= behaviour.get(words, frozenset())
        parts = tuple(words.split(" "))
        found.setdefault(parts[0], []).append((parts, Reading(words, tag, root, features=features, rule="terms")))
    return {first: tuple(sorted(terms, key=lambda t: -len(t[0]))) for first, terms in found.items()}


def _behaviour(text: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(marks.split(",")) for word, marks in entries(text)}


def _marks(text: str) -> dict[str, frozenset[str]]:
    """Return how words take part in a measure: "by_count", "by_time" …, "money", "defect", "outcome", "meets"."""
    return {
        word: frozenset("by_" + kind if kind in MEASURES else kind for kind in kinds.split(","))
        for word, kinds in entries(text)
    }


def _verbs(text: str) -> dict[str, tuple[Verb, ...]]:
    """Index the verbs in use by their root; short forms are written out by the affix rules."""
    found: dict[str, tuple[Verb, ...]] = {}
    for row in entries(text):
        root, active, passive, results, actions, agents, content = (*row, *[""] * (7 - len(row)))
        verb = Verb(
            root=root,
            active=active,
            passive=next(_written_out(passive, root), ""),
            results=tuple(_written_out(results, root)),
            actions=tuple(_written_out(actions, root)),
            agents=tuple(_written_out(agents, root)),
            content=content,
        )
        found[root] = (*found.get(root, ()), verb)
    return found


def _listed(verbs: Mapping[str, Iterable[Verb]]) -> dict[str, dict[str, str]]:
    """Return for each form in use the roots that it is of, each with the tag that it has as such."""
    found: dict[str, dict[str, str]] = {}
    for root, its in verbs.items():
        for verb in its:
            forms = [(verb.active, _voice(verb.active)), (verb.passive, "V_PASS")]
            forms += [(form, _voice(form)) for form in verb.results]
            forms += [(form, "N") for form in verb.actions] + [(form, "N_PE") for form in verb.agents]
            for form, tag in forms:
                if form:
                    found.setdefault(form, {}).setdefault(root, tag)
    return found


def _voice(form: str) -> str:
    """Return the tag of an active or a result by its prefix: menyusun, tersusun, disusun, berlanjut, selesai."""
    return next((tag for prefix, tag in _VOICES.items() if form.startswith(prefix)), "V_ROOT")


def _written_out(forms: str, root: str) -> Iterator[str]:
    """Yield the forms of a cell: "ter--kan|di--kan" of sampai is tersampaikan, disampaikan; other forms stand as they are."""
    for form in filter(None, forms.split("|")):
        prefix, dash, suffix = form.partition("-")
        if form == "=":
            yield root
        elif form in {"peN-", "peN-an"}:
            yield actor(root) + suffix
        elif dash and prefix in {"di", "ter", "per"} and suffix.lstrip("-") in {"", "kan", "i", "an"}:
            yield (ter(root) if prefix == "ter" else prefix + root) + suffix.lstrip("-")
        else:
            yield form
