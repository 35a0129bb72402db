"""Spots of spelling: misspelt, apart or run together, in capitals, foreign; most of them know what is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.engine.facts import Facts
from linter.engine.fixes import is_cited, is_plain
from linter.engine.phrases import phrases_in, phrases_of
from linter.engine.spots import Spot, spot
from linter.model import Word

_NONE: frozenset[str] = frozenset()


def _cased(text: str, like: str) -> str:
    """Return *text* with the capitals of *like*: all of them, the first, or none."""
    if like.isupper() and len(like) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def _marked(f: Facts, feature: str) -> Iterator[tuple[int, Spot]]:
    """Yield the index and the spot of every word that the reader mended in the way that *feature* names."""
    for n, word in enumerate(f.parse.words):
        if feature in word.reading.features and word.reading.meant:
            yield n, Spot(word.start, word.end, _cased(word.reading.meant, word.text.replace(" ", "")))


@spot("misspelt", "Kata yang salah ketik menurut bentuk dan akarnya (pelayann, terlaksanaya).", cues=("#repaired",))
def _misspelt(f: Facts) -> Iterator[Spot]:
    places, listed = f.lists.get("nomina-tempat", _NONE), f.pairs.get("kata-tidak-baku", {})
    for n, found in _marked(f, "typo"):
        word = f.parse.words[n]
        if word.lower in listed:  # what is right is said there (E001), and may be another word
            continue
        unlikely = word.tag.startswith("V_") and "verb" not in word.reading.features
        if not unlikely and not _is_glued(word, places) and not _by_stranger(f, n):
            yield found


def _by_stranger(f: Facts, n: int) -> bool:
    """Tell whether the noun at *n* stands beside an unknown word, as in a foreign term (net promoter score)."""
    words = f.parse.words
    return words[n].tag == "N" and any(
        word.reading.guessed for word in (*words[max(0, n - 1) : n], *words[n + 1 : n + 2])
    )


@spot("split_word", "Kata berimbuhan yang ditulis terpisah (di laksanakan, terlaksana nya).", cues=("#repaired",))
def _split_word(f: Facts) -> Iterator[Spot]:
    for n, found in _marked(f, "split"):
        if not _is_place(f.parse.words[n]):
            yield found


def _is_place(word: Word) -> bool:
    """Tell whether what follows "di" is a name ("di Serang")."""
    prefix, _, root = word.text.partition(" ")
    return prefix == "di" and root.istitle()


@spot(
    "glued_place",
    "Kata depan di atau ke yang ditulis serangkai dengan kata tempat (dikantor, kesekolah).",
    cues=("di@nomina-tempat", "ke@nomina-tempat"),
)
def _glued_place(f: Facts) -> Iterator[Spot]:
    places = f.lists.get("nomina-tempat", _NONE)
    for n, word in enumerate(f.parse.words):
        if _is_glued(word, places):
            before, noun = word.text[:2], word.text[2:]
            named = n > 0 and word.text.istitle()
            yield Spot(word.start, word.end, f"{before.lower()} {noun.title()}" if named else f"{before} {noun}")


def _is_glued(word: Word, places: frozenset[str]) -> bool:
    """Tell whether *word* is "di" or "ke" with a place; "keluar" and "kelapangan" are words of their own."""
    form = word.lower
    if not form.startswith(("di", "ke")) or form[2:] not in places:
        return False
    own = word.tag == "N_KEAN" or "bare" in word.reading.features
    return form.startswith("di") or word.reading.guessed or not own


@spot(
    "wrong_gap",
    "Kata yang spasinya salah: awalan atau akhiran yang ditulis terpisah, kata depan di dan ke yang ditulis serangkai (di "
    "laksanakan, dikantor).",
    cues=("#repaired", "di@nomina-tempat", "ke@nomina-tempat"),
)
def _wrong_gap(f: Facts) -> Iterator[Spot]:
    yield from sorted((*_split_word(f), *_glued_place(f)), key=lambda found: found.start)


_FUNCTION_WORDS = frozenset({"pada", "dan", "di", "ke", "dari", "yang", "untuk", "dengan", "oleh", "atau", "dalam"})
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")


@spot("glued_words", "Dua kata yang ditulis serangkai (padaSKP, Menyusunlaporan).", cues=("#glued",))
def _glued_words(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    skipped = -1
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else None
        if n != skipped and after and word.end == after.start and word.text.isalpha() and after.text.isalpha():
            skipped = n + 1
            yield Spot(word.start, after.end, f"{word.text} {after.text}")
        elif word.reading.guessed and (cut := _INNER.search(word.text)):
            left, right = word.text[: cut.start()], word.text[cut.start() :]
            if left.lower() in _FUNCTION_WORDS and right.isupper():
                yield Spot(word.start, word.end, f"{left} {right}")


_SMALL_WORDS = frozenset(
    {
        "dan",
        "yang",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "dengan",
        "oleh",
        "atau",
        "serta",
        "terhadap",
        "kepada",
        "bagi",
    }
)
"""Function words that are no part of a name; "dalam" is one (Dalam Angka, Penyakit Dalam, Dalam Negeri)."""


@spot(
    "capital_function_word",
    "Kata tugas berhuruf kapital di tengah rumusan, di luar kutipan (Data Valid Dan Akurat).",
    cues=("#title",),
)
def _capital_function_word(f: Facts) -> Iterator[Spot]:
    for word in f.parse.words[1:]:
        if word.text.istitle() and word.lower in _SMALL_WORDS and not is_cited(f.item.text, word.start, word.end):
            yield Spot(word.start, word.end, word.text.lower())


@spot(
    "foreign_word",
    "Kata asing yang punya padanan dalam rules/lists/kata-asing dan bukan bagian nama atau kutipan.",
    cues=("@kata-asing",),
)
def _foreign_word(f: Facts) -> Iterator[Spot]:
    pairs, words = f.pairs.get("kata-asing", {}), f.parse.words
    for first, last in phrases_in(words, phrases_of(f.lists.get("kata-asing", _NONE))):
        start, end = words[first].start, words[last].end
        form = f.item.text[start:end]
        better = pairs.get(" ".join(form.lower().split()))
        named = form[1:] != form[1:].lower() and not f.item.text.isupper()
        if better and not named and words[first].tag != "PAREN" and is_plain(f.item.text, start, end, ""):
            yield Spot(start, end, _cased(better.text, form))
