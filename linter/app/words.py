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
        roots=tuple((_plain(root), kind) for root, kind in file.roots.items()),
        abbreviations=tuple((_plain(short), _plain(long)) for short, long in file.abbreviations.items()),
        lists=tuple(added),
        places=tuple(places.items()),
    )


def tables_with(tables: Mapping[str, str], words: OwnWords) -> dict[str, str]:
    """Return the *tables* of the lexicon (name → text) with the own roots behind the others."""
    more = dict(tables)
    for root, kind in words.roots:
        name, mark = _ROWS[kind]
        row = f"{root}\t{mark}" if mark else root
        more[name] = f"{more.get(name, '').rstrip()}\n{row}\n"
    return more


def lists_with(lists: Mapping[str, ListFile], words: OwnWords) -> dict[str, ListFile]:
    """Return the *lists* of the rules, by name, with the own words; raises UserError for a list that is not known."""
    more = dict(lists)
    for name, word, partner in words.lists:
        if name not in lists:
            place = dict(words.places).get(name)
            raise UserError(
                Said(f"daftar '{name}' tidak dikenal", f"list '{name}' is not known"),
                path=place.path if place else None,
                line=place.line if place else None,
                column=place.column if place else None,
                hint=hint_at(name, lists),
            )
        row = f"{word}\t{partner}" if partner else word
        more[name] = ListFile(f"{more[name].text.rstrip()}\n{row}\n", more[name].path)
    return more


def shown_words(words: OwnWords) -> Iterator[bytes]:
    """Yield the own words as bytes, for the digest that names a rule set."""
    for row in (*words.roots, *words.abbreviations, *words.lists):
        yield "\t".join(row).encode() + b"\n"


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
