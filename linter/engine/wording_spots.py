"""Places where a text does not say what it means: unexplained abbreviations, A/B, a reference to nothing in particular.

Like the spots of linter/engine/spots.py, but none of them knows what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.engine.facts import Facts
from linter.engine.spots import SPOTS, WORDY, Spot, spot
from linter.model import Word

__all__ = ["SPOTS"]

# -- abbreviations

_EXPLAINED = re.compile(r"\(([^()]*)\)")
_LONGEST_SHORT = 7
"""Letters of the longest word in capitals that is taken for an abbreviation."""


@spot(
    "unknown_abbreviation",
    "Singkatan yang tidak dikenal, tidak ada di pengaturan, dan tidak dijelaskan dalam teks atau dokumen yang sama; bukan "
    "bagian sebuah nama (Satpol PP, SINTA 2, aplikasi GOL).",
    cues=("#guessed",),
)
def _unknown_abbreviation(f: Facts) -> Iterator[Spot]:
    text = f.item.text
    if text.isupper():
        return
    bracketed = _EXPLAINED.findall(f"{text} {f.item.rk or ''}")
    explained = {token for inner in bracketed for token in inner.split()} | f.around.explained
    common = f.lists.get("singkatan-umum", frozenset())
    words = f.parse.words
    initials = _initials(words) + " " + _initials(f.rk.words if f.rk else ())
    for n, word in enumerate(words):
        form = word.text
        if not (word.reading.guessed and form.isalpha() and form.isupper() and 2 <= len(form) <= _LONGEST_SHORT):
            continue
        bracket = words[n + 1] if n + 1 < len(words) else None
        if form in explained or form.lower() in common or (bracket is not None and bracket.tag == "PAREN"):
            continue
        if form.lower() not in initials and not _names(words, n, f):
            yield Spot(word.start, word.end)


def _initials(words: Sequence[Word]) -> str:
    """Return the first letters of *words*, in which an abbreviation that they spell out is found."""
    return "".join(token[0] for word in words for token in word.lower.split(" ") if token and not word.text.isupper())


def _names(words: Sequence[Word], n: int, f: Facts) -> bool:
    """Tell whether the abbreviation at *n* names a body, a thing or a place, or is part of a name.

    It does behind "aplikasi", "di", "oleh", "diterbitkan", and beside a number, a slash or a name.
    """
    before, after = (words[n - 1] if n else None), (words[n + 1] if n + 1 < len(words) else None)
    named = f.lists.get("sebutan-nama", frozenset())
    if before is not None and (before.lower in named or before.tag in {"PREP", "DGN", "V_PASS"}):
        return True
    if any(w is not None and (w.text[0].isdigit() or w.tag == "SLASH") for w in (before, after)):
        return True
    beside = (before if n > 1 else None, after)
    return not _in_title_case(words) and any(w is not None and _is_name(w) for w in beside)


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.text.isalpha() and not word.text.isupper()


def _in_title_case(words: Sequence[Word]) -> bool:
    """Tell whether nearly all words behind the first have a capital, so that a capital says nothing."""
    long_ones = [w for w in words[1:] if len(w.text) >= WORDY]
    return 4 * sum(map(_is_name, long_ones)) > 3 * len(long_ones)


# -- one or the other


@spot(
    "slash_choice",
    "Dua kata benda yang disambung garis miring, atau dan/atau, sehingga tidak jelas mana yang dimaksud (surat/dokumen); "
    "bukan pasangan baku (kabupaten/kota), singkatan, atau angka.",
    cues=("#/",),
)
def _slash_choice(f: Facts) -> Iterator[Spot]:
    if "/" not in f.item.text:
        return
    words = f.parse.words
    fixed = f.lists.get("pasangan-garis-miring", frozenset())
    at = 0
    while at < len(words):
        first = last = at
        if words[at].tag == "CONJ" and "/" in words[at].text:
            yield Spot(words[at].start, words[at].end)
        doubtful = False
        while last + 2 < len(words) and words[last + 1].tag == "SLASH" and _is_choice(words, last, f):
            doubtful = doubtful or not _is_pair(words[last], words[last + 2], fixed)
            last += 2
        if doubtful:
            yield Spot(words[first].start, words[last].end)
        at = last + 1


def _is_choice(words: Sequence[Word], n: int, f: Facts) -> bool:
    """Tell whether nouns, and no abbreviations, stand on both sides of the slash behind *n*."""
    capitals = f.item.text.isupper()
    return all(
        w.is_noun
        and w.text.replace(" ", "").isalpha()
        and len(w.text) > _SHORT
        and "abbreviation" not in w.reading.features
        and (capitals or not w.text[1:].isupper())
        for w in (words[n], words[n + 2])
    )


_SHORT = 2
"""Letters of a word that is rather a code (RT/RW, K/L)."""


def _is_pair(one: Word, other: Word, fixed: frozenset[str]) -> bool:
    a, b = one.lower.split(" ")[-1], other.lower.split(" ")[0]
    return a == b or f"{a}/{b}" in fixed or f"{b}/{a}" in fixed


# -- references


@spot(
    "unnamed_reference",
    "Kesesuaian dengan rujukan yang tidak disebut namanya (sesuai ketentuan yang berlaku), bukan sesuai ketentuan PP 94/2021.",
    cues=("@rujukan-umum",),
)
def _unnamed_reference(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    general = f.lists.get("rujukan-umum", frozenset())
    at = 0
    while at < len(words):
        opens = words[at].tag == "SESUAI" or words[at].lower.split(" ")[0] in _BASED
        end = _reference_end(words, at, general) if opens else None
        if end is not None and not _goes_on(words, end):
            yield Spot(words[at].start, words[end - 1].end)
        at = end or at + 1


_BASED = frozenset({"berdasarkan", "berdasar", "menurut", "mengacu", "merujuk", "berpedoman"})
_LINKS = frozenset({"dengan", "pada", "kepada"})


def _reference_end(words: Sequence[Word], at: int, general: frozenset[str]) -> int | None:
    """Return the index behind "sesuai (dengan) ketentuan dan peraturan yang berlaku" at *at*; None where there is none."""
    begin = at + 1 + (at + 1 < len(words) and words[at + 1].lower in _LINKS)
    end = begin
    while end < len(words):
        joined = words[end].tag in {"CONJ", "COMMA"} and end > begin
        step = end + joined
        if step >= len(words) or not general.issuperset(words[step].lower.split(" ")):
            break
        end = step + 1
    if end == begin:
        return None
    return end + _valid_length(words, end)


_VALID = frozenset({"berlaku", "ada", "ditetapkan", "ditentukan", "dipersyaratkan"})
_ALREADY = frozenset({"telah", "sudah", "masih"})


def _valid_length(words: Sequence[Word], at: int) -> int:
    """Return how many words at *at* say of a reference only that it holds: "yang (telah) ditetapkan"; 0 for none."""
    said = [word.lower for word in words[at : at + 3]]
    if said[:1] != ["yang"]:
        return 0
    length = 2 + (said[1:2] != [] and said[1] in _ALREADY)
    return length if said[length - 1 : length] and said[length - 1] in _VALID else 0


_NAMING = frozenset({"dalam", "tentang", "mengenai", "pada", "perihal", "dari", "oleh", "di bidang", "bidang"})
_NAMING_TAGS = frozenset({"ADJ", "ADJR", "NUM", "PAREN", "ORD", "SLASH", "COLON", "YANG"})


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether the words at *at* name the reference: a noun, a number, "dalam PP 11", "dan SOP …"."""
    if at >= len(words):
        return False
    word, after = words[at], (words[at + 1] if at + 1 < len(words) else None)
    if word.tag == "CONJ" or word.lower in _NAMING:
        return after is not None and after.is_noun
    return word.is_noun or word.tag in _NAMING_TAGS
