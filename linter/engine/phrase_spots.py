"""Spots of phrases that a statement does better without: purposes that say nothing, persons and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.engine.facts import Facts
from linter.engine.spots import Spot, spot
from linter.model import Word

_AIMS = frozenset({"dalam rangka", "dalam upaya", "guna", "untuk", "demi", "agar", "supaya", "sehingga"})


@spot(
    "empty_purpose",
    "Keterangan tujuan di akhir rumusan yang hanya berisi kata umum dari rules/lists/tujuan-kosong (dalam rangka mendukung "
    "kelancaran tugas).",
    cues=("dalam", "dalam rangka", "dalam upaya", "guna", "untuk", "demi", "agar", "supaya", "sehingga"),
)
def _empty_purpose(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    empty = f.lists.get("tujuan-kosong", frozenset())
    for n in range(len(words) - 1, 0, -1):
        word = words[n]
        if word.lower in _AIMS or (word.lower == "dalam" and words[n + 1 : n + 2] and words[n + 1].tag == "V_ACT"):
            if n < len(words) - 1:
                yield Spot(words[n - 1 if words[n - 1].tag == "COMMA" else n].start, words[-1].end)
            return
        if word.tag not in {"COMMA", "CONJ"} and not empty.issuperset(word.lower.split()):
            return


_ADDRESSED = frozenset({"bu", "pak", "sdr", "sdr.", "sdri", "sdri."})
"""Titles that stand before a name; those that are common nouns too (ibu hamil) stand with them in ``_TITLES``."""
_TITLES = _ADDRESSED | {"bapak", "ibu", "saudara", "saudari"}
_NAMED_AFTER = frozenset({"jalan", "jl", "jl.", "gang", "taman", "museum", "monumen", "makam"})
_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}[ .]?(?:19|20)\d{4}[ .]?[12][ .]?\d{3}(?!\d)")


@spot(
    "person",
    "Nama orang dengan sapaan, atau NIP (Pak Gading, Ibu Zwetla).",
    cues=("bu", "pak", "sdr", "sdr.", "sdri", "sdri.", "bapak", "ibu", "saudara", "saudari", "#long_number"),
)
def _person(f: Facts) -> Iterator[Spot]:
    words, text = f.parse.words, f.item.text
    for n, word in enumerate(words):
        if word.lower not in _TITLES:
            continue
        named = [after for after in words[n + 1 : n + 3] if after.text != "."][:1]
        if named and _is_name(named[0], word.lower in _ADDRESSED) and not _names_a_place(words[:n]):
            yield Spot(word.start, named[0].end)
    for found in _NIP.finditer(text):
        yield Spot(found.start(), found.end())


def _is_name(word: Word, addressed: bool) -> bool:
    known = "person" in word.reading.features if addressed else not word.reading.guessed
    return word.text.istitle() and word.text.isalpha() and not known


def _names_a_place(before: tuple[Word, ...]) -> bool:
    """Tell whether the word before a title makes a place of the name: Jalan Ibu Zwetla, RSIA Ibu Zwetla."""
    return bool(before) and (
        before[-1].lower in _NAMED_AFTER or not {"place", "body"}.isdisjoint(before[-1].reading.features)
    )
