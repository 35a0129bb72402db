"""Name the type of each qualifier phrase, and tell whether it sets a standard that can be checked.

Types: mutu, waktu, kesesuaian, kuantitas, lingkup, tujuan, penerima, cara, relatif. The prepositions decide, with the
kind of noun they govern where one preposition serves several types.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.grammar.scan import FROM_WHEN
from linter.model import Word

_PREPOSITION = {
    "kepada": "penerima", "bagi": "penerima", "pada": "lingkup", "di": "lingkup", "melalui": "cara", "oleh": "cara",
    "lewat": "cara", "via": "cara", "dengan cara": "cara", "dalam bentuk": "cara", "berdasarkan": "kesesuaian",
    "menurut": "kesesuaian", "mengacu pada": "kesesuaian", "sebagaimana": "kesesuaian", "sebelum": "waktu",
    "sepanjang": "waktu", "dalam waktu": "waktu", "dalam jangka waktu": "waktu", "dalam tempo": "waktu",
    "dalam kondisi": "mutu", "dalam keadaan": "mutu", "setelah": "waktu",
    "sesudah": "waktu", "sejak": "waktu", "selama": "waktu", "pada saat": "waktu", "saat": "waktu", "ketika": "waktu",
    "sewaktu": "waktu", "tatkala": "waktu", "manakala": "waktu", "seusai": "waktu", "sehabis": "waktu", "bilamana": "waktu",
    "setiap": "waktu", "tiap": "waktu", "tiap-tiap": "waktu", "mewakili": "cara", "karena": "lingkup", "akibat": "lingkup",
}  # fmt: skip
"""Type by preposition; every other one is lingkup (tentang, terkait, dalam, dari, antara, di bidang …)."""

_ABLE = {"mampu", "dapat", "bisa", "mudah", "siap"}


class Standards(msgspec.Struct, frozen=True):
    """The word lists by which a standard is told from a vague phrase (lower case).

    ``vague`` are quality words without a standard, ``references`` nouns that name nothing ("sesuai tugas").
    """

    vague: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()


def type_of(kind: str, words: Sequence[Word]) -> str:
    """Return the type of the qualifier that the grammar calls *kind* and that covers *words*."""
    if words[0].tag == "YANG" and kind == "pp" and len(words) > 1:
        words = words[1:]
    opener = words[0].lower
    if kind in {"time", "quantity"}:
        return "waktu" if kind == "time" or words[-1].reading.features & {"duration", "frequency"} else "kuantitas"
    if kind == "limit":
        return (
            "waktu"
            if (any(w.tag in {"TIME", "QTY"} for w in words) and _timed(words))
            or "lama" in opener
            or "lambat" in opener
            else "kuantitas"
        )
    if kind == "quality":
        return _quality(words)
    if kind == "manner":
        return _manner(opener, words)
    if kind == "agent":
        return "cara"
    if kind == "conformity":
        return "kesesuaian"
    if kind == "purpose":
        return "penerima" if _addresses(words[1:2]) else "tujuan"
    if kind == "relative":
        return _relative(words)
    if kind == "rest":
        return "tujuan" if words[0].tag == "SUB" else "cara"
    if kind == "pp":
        return _preposition(opener, words)
    return "lingkup"


def _quality(words: Sequence[Word]) -> str:
    if any(w.lower == "tepat waktu" for w in words):
        return "waktu"
    return "cara" if all("manner" in w.reading.features or w.tag not in {"ADJ", "DEG"} for w in words) else "mutu"


def _manner(opener: str, words: Sequence[Word]) -> str:
    rest = words[1:]
    if words[0].tag == "TANPA":
        return "mutu"
    if any(w.tag == "QTY" for w in rest) or (
        rest and "measure" in rest[0].reading.features and any(w.tag == "NUM" for w in rest)
    ):
        return "waktu" if _timed(rest) else "kuantitas"
    if any("periodic" in w.reading.features for w in rest):
        return "waktu"
    if rest and rest[0].tag in {"ADJ", "DEG", "ADV"}:
        return _quality(rest)
    if opener == "dengan" and _addresses(rest[:1]):
        return "lingkup"
    return "cara"


def _relative(words: Sequence[Word]) -> str:
    tags = {w.tag for w in words}
    if "SESUAI" in tags:
        return "kesesuaian"
    verb = next((w for w in words if w.tag.startswith("V_")), None)
    if verb is None:
        said = any(w.tag == "ADJ" and w.reading.features & {"apart", "vague"} for w in words)
        return "mutu" if said else "relatif"
    if "scopes" in verb.reading.features:
        return "lingkup"
    if any("qualifies" in w.reading.features for w in words[:4]) or any(w.lower in _ABLE for w in words[:3]):
        return "mutu"
    return "waktu" if any(w.lower == "tepat waktu" for w in words) else "relatif"


def _preposition(opener: str, words: Sequence[Word]) -> str:
    complement = words[1:]
    if _timed(complement[:1]) and opener not in {"tentang", "terkait", "mengenai"}:
        return "waktu"
    if opener == "sebagai":
        return "cara" if _addresses(complement[:1]) else "tujuan"
    if opener in {"terhadap", "atas"}:
        return "penerima" if opener == "terhadap" and _addresses(complement[:1]) else "lingkup"
    if opener in {"di bawah", "di atas"} and any(w.tag == "QTY" for w in complement):
        return "kuantitas"
    if opener == "ke" and _addresses(complement[:1]):
        return "penerima"
    if opener == "pada" and _addresses_persons(complement[:1]):
        return "penerima"
    return _PREPOSITION.get(opener, "lingkup")


def _addresses_persons(words: Sequence[Word]) -> bool:
    """Tell whether a phrase is about persons, not about a body that is a person in law ("pemerintah daerah")."""
    return bool(words) and "person" in words[0].reading.features and not words[0].lemma.startswith("pemerintah")


def _addresses(words: Sequence[Word]) -> bool:
    return bool(words) and bool(words[0].reading.features & {"person", "body"})


def _timed(words: Sequence[Word]) -> bool:
    for word in words:
        features = word.reading.features
        if word.tag == "TIME" or "time" in features or (word.tag == "QTY" and "duration" in features):
            return True
    return False


def is_standard(kind: str, words: Sequence[Word], standards: Standards) -> bool:
    """Tell whether a qualifier of type *kind* over *words* names a standard that can be checked.

    A calendar year, a frequency, a vague word and an empty reference are none (annotation guide §1, decision 6).
    """
    if kind == "kuantitas":
        return True
    if kind in {"penerima", "lingkup"}:  # "kepada 95 persen anak", "di 18 pasar"
        return len(words) > 1 and words[1].tag in {"NUM", "QTY"} and "duration" not in words[1].reading.features
    if kind == "waktu":
        if len(words) == 1 and ("span" in words[0].reading.features or words[0].lower == "24 jam"):
            return False  # "semester II" and "24 jam" by themselves are labels
        return words[0].lower in FROM_WHEN or any(
            w.lower == "tepat waktu"
            or w.tag == "LIM"
            or (w.tag == "TIME" and not w.reading.features & {"year", "frequency", "period"})
            or (w.tag == "QTY" and "duration" in w.reading.features)
            for w in words
        )
    if kind == "kesesuaian":
        nouns = [w for w in words[1:] if w.tag.startswith(("N", "V_ROOT")) and w.tag != "NEG"]
        return bool(nouns) and nouns[0].lower.split(" ")[0] not in standards.references
    if kind == "mutu":
        if words[0].tag == "TANPA" or any(w.lower == "bebas" for w in words):
            return True
        qualities = [w for w in words if w.tag == "ADJ"]
        if qualities:
            return any(
                w.lower not in standards.vague and not w.reading.features & {"manner", "vague"} for w in qualities
            )
        return len(words) > 2
    return False
