"""An institution's own words: from the configuration into the tables of the lexicon and the lists of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from linter.config import ConfigFile, Place
from linter.engine import ListFile
from linter.model import Said, UserError
from linter.model.nearest import hint_at

_TERMS = "istilah-baku"
_ROWS = {
    "verba": ("verbs", "t"), "verba-intransitif": ("verbs", "i"), "kegiatan": ("process", "act"), "dokumen": ("nouns", "doc"),
    "orang": ("nouns", "person"), "lembaga": ("nouns", "body"), "tempat": ("nouns", "place"), "benda": ("nouns", "thing"),
    "bidang": ("nouns", "field"), "sifat": ("adjectives", "firm"), "sifat-kabur": ("adjectives", "vague"),
    "penjenis": ("relational", ""),
}  # fmt: skip
"""Word class → the table of linter/language/lexicon that has such roots, and what stands in its second column."""


_PAIRS = (
    Said("daftar ini berisi pasangan salah dan benar", "this is a list of pairs, wrong and right"),
    Said('tulis { salah = "benar" }', 'write { wrong = "right" }'),
)
_NO_PAIRS = (
    Said("daftar ini berisi kata saja, bukan pasangan", "this is a list of words, not of pairs"),
    Said('tulis ["kata", "kata lain"]', 'write ["word", "other word"]'),
)


class OwnWords(msgspec.Struct, frozen=True):
    """Words beyond those of the package, all in lower case: roots by class, abbreviations, additions to lists.

    ``lists`` holds (list, word, partner or ""), ``places`` where the additions to each list were written.
    """

    roots: tuple[tuple[str, str], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, str, str], ...] = ()
    places: tuple[tuple[str, Place], ...] = ()


NO_WORDS = OwnWords()


def own_words(file: ConfigFile, places: Mapping[str, Place]) -> OwnWords:
    """Return the words that a configuration gives; *places* says where the additions to a list were written."""
    added = [(_TERMS, _plain(term), "") for term in file.terms]
    for name, words in file.lists.items():
        pairs = words.items() if isinstance(words, dict) else ((word, "") for word in words)
        added += [(name, _plain(word), right.strip()) for word, right in pairs]
    return OwnWords(
        roots=tuple({_plain(root): kind for root, kind in file.roots.items()}.items()),
        abbreviations=tuple(_abbreviations(file.abbreviations).items()),
        lists=tuple(added),
        places=tuple(places.items()),
    )


def _abbreviations(given: Mapping[str, str]) -> dict[str, str]:
    """Return the abbreviations; one with stops also with and without the last, which the end of a sentence takes away."""
    found: dict[str, str] = {}
    for short, long in given.items():
        bare = _plain(short).rstrip(".")
        found |= dict.fromkeys((bare, f"{bare}.") if "." in short else (bare,), _plain(long))
    return found


def tables_with(tables: Mapping[str, str], words: OwnWords) -> dict[str, str]:
    """Return the *tables* of the lexicon (name → text) with the own roots behind the others."""
    more = dict(tables)
    for root, kind in words.roots:
        name, mark = _ROWS[kind]
        row = f"{root}\t{mark}" if mark else root
        more[name] = f"{more.get(name, '').rstrip()}\n{row}\n"
    return more


def lists_with(lists: Mapping[str, ListFile], words: OwnWords) -> dict[str, ListFile]:
    """Return the *lists* of the rules, by name, with the own words.

    Raises UserError for a list that is not known, pairs for a list of words, and words for a list of pairs.
    """
    more = dict(lists)
    for name, word, partner in words.lists:
        if name not in lists:
            said = Said(f"daftar '{name}' tidak dikenal", f"list '{name}' is not known")
            raise _fault(name, words, said, hint_at(name, lists))
        entries = [row for row in lists[name].text.splitlines() if row.strip() and not row.startswith("#")]
        if entries and bool(partner) != any("\t" in row for row in entries):
            raise _fault(name, words, *(_NO_PAIRS if partner else _PAIRS))
        row = f"{word}\t{partner}" if partner else word
        more[name] = ListFile(f"{more[name].text.rstrip()}\n{row}\n", more[name].path)
    return more


def _fault(name: str, words: OwnWords, message: Said, hint: Said | None) -> UserError:
    """Return the error about the additions to the list *name*, with their place."""
    place = dict(words.places).get(name)
    if place is None:
        return UserError(message, hint=hint)
    return UserError(message, path=place.path, line=place.line, column=place.column, hint=hint)


def shown_words(words: OwnWords) -> Iterator[bytes]:
    """Yield the own words as bytes, for the digest that names a rule set."""
    for row in (*words.roots, *words.abbreviations, *words.lists):
        yield "\t".join(row).encode() + b"\n"


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
