"""The word tables of the language, built once from the texts of the list files.

A list is a text file: `#` comments, one entry a line, columns separated by tabs. The lexicon knows roots with their
features, fixed readings of full forms, and multiword terms; it knows nothing about SKP.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from linter.model import Reading

VERB_FLAGS = {
    "t": "transitive", "i": "intransitive", "bare": "bare", "state": "state", "stative_act": "stative",
    "role": "role", "loan": "loan",
}  # fmt: skip
"""Flags of verbs.txt and the features they stand for."""

_TABLES = {"verbs", "process", "nouns", "adjectives", "relational", "states", "forms", "terms", "abbreviations"}


class Lexicon(msgspec.Struct, frozen=True):
    """Tables: ``roots`` (root → features), ``forms`` (full form → reading), ``terms`` (first word → longer terms).

    A term is (words, reading); the longest comes first.
    """

    roots: dict[str, frozenset[str]]
    forms: dict[str, Reading]
    terms: dict[str, tuple[tuple[tuple[str, ...], Reading], ...]]

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
    roots: dict[str, set[str]] = {}
    forms: dict[str, Reading] = {}
    for root, *flags in entries(tables.get("verbs", "")):
        named = {VERB_FLAGS[f] for f in (flags[0].split(",") if flags else ()) if f in VERB_FLAGS}
        roots.setdefault(root, set()).update(named | {"verb"})
    for noun, *kind in entries(tables.get("process", "")):
        features = frozenset({"noun", "process", *kind})
        roots.setdefault(noun, set()).update(features)
        forms[noun] = Reading(noun, "N", noun, features=features, rule="process")
    for noun, *kind in entries(tables.get("nouns", "")):
        features = frozenset({"noun", *kind})
        roots.setdefault(noun, set()).update(features)
        forms.setdefault(noun, Reading(noun, "N", noun, features=features, rule="nouns"))
    for adjective, *flags in entries(tables.get("adjectives", "")):
        named = frozenset({"adjective", *(flags[0].split(",") if flags and flags[0] else ())})
        if _is_result(adjective, roots):
            continue
        roots.setdefault(adjective, set()).update(named)
        forms[adjective] = Reading(adjective, "ADJ", adjective, features=named, rule="adjectives")
    for (adjective,) in entries(tables.get("relational", "")):
        roots.setdefault(adjective, set()).add("relational")
        forms.setdefault(adjective, Reading(adjective, "ADJR", adjective, features=frozenset({"relational"}), rule="relational"))
    for (noun,) in entries(tables.get("states", "")):
        features = frozenset({"noun", "state_noun"})
        roots.setdefault(noun, set()).update(features)
        forms[noun] = Reading(noun, "N_KEAN", noun, features=features, rule="states")
    for short, *kind in entries(tables.get("abbreviations", "")):
        features = frozenset({"noun", "abbreviation", *kind})
        forms.setdefault(short, Reading(short, "N", short, features=features, rule="abbreviations"))
    for root, known in roots.items():
        if "loan" in known:
            forms.setdefault(root, Reading(root, "N", root, features=frozenset({"noun", "process", "act", "loan"}), rule="verbs"))
    for form, tag, root, *rest in entries(tables.get("forms", "")):
        if tag == "ADJ" and _is_result(form, roots):
            continue
        named = frozenset(rest[0].split(",")) - {""} if rest else frozenset()
        own = frozenset(roots.get(form, ())) if tag.startswith("N") and tag not in ("NEG", "NEG_ADA", "NUM") else frozenset()
        forms[form] = Reading(form, tag, root, features=named | own, rule="forms")
    return Lexicon({r: frozenset(f) for r, f in roots.items()}, forms, _terms(tables.get("terms", "")))


_LEXICALISED = {"terbuka", "terpadu", "terukur", "terbaik", "terbaru", "terbatas", "terampil", "tertib", "terkini", "tertulis"}


def _is_result(form: str, roots: Mapping[str, set[str]]) -> bool:
    """Tell whether *form* is ter- on a known verb and so a result ("tertata"), whatever a list of adjectives says."""
    root = form[3:] if form.startswith("ter") else form[2:]
    return form.startswith("te") and form not in _LEXICALISED and "transitive" in roots.get(root, ())


def _terms(text: str) -> dict[str, tuple[tuple[tuple[str, ...], Reading], ...]]:
    """Index the multiword terms by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Reading]]] = {}
    for words, tag, root, *rest in entries(text):
        features = frozenset(rest[0].split(",")) - {""} if rest else frozenset()
        parts = tuple(words.split(" "))
        found.setdefault(parts[0], []).append((parts, Reading(words, tag, root, features=features, rule="terms")))
    return {first: tuple(sorted(terms, key=lambda t: -len(t[0]))) for first, terms in found.items()}
