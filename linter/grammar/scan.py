"""The state of one pass over the words of a statement: what was emitted, where the pass is, what stands around."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.model import Word

BASE = {
    "V_ACT": "VA", "V_PASS": "VP", "V_TER": "VT", "V_BER": "VB", "V_STAT": "VS", "V_ROOT": "VR", "V_NYA": "NYA",
    "A_NYA": "NYA", "ADA_NYA": "NYA", "N": "N", "N_PEAN": "N", "N_PERAN": "N", "N_KEAN": "N", "N_AN": "N", "N_PE": "N",
    "ADJ": "A", "ADJR": "N", "ADV": "ADV", "DEG": "DEG", "PREP": "PREP", "DGN": "DGN", "SECARA": "SECARA",
    "SESUAI": "SESUAI", "UNTUK": "UNTUK", "TANPA": "DGN", "CONJ": "CJ", "COMMA": "CJ", "SUB": "SUB", "NEG": "NEG",
    "NEG_ADA": "NEGADA", "YANG": "YANG", "ADA": "ADA", "AUX": "AUX", "COP": "COP", "DET": "N", "DEM": "N", "NUM": "N",
    "PRON": "N", "LIM": "LIM", "ORD": "N", "QTY": "QTY", "TIME": "TIME", "PAREN": "PAREN", "SEP": "SEP", "SLASH": "/",
    "COLON": ":", "STOP": ".", "PUNCT": "-", "LP": "-", "RP": "-",
}  # fmt: skip
"""Coarse class of a word by its tag; a noun where the tag is of no use to the grammar."""

VERB = {"VA": "VACT", "VP": "VPAS", "VT": "VTER", "VS": "VSTA", "VB": "VSTA", "VR": "VSTA"}
VERBAL = frozenset(VERB)
PREDICATES = frozenset({"VP", "VT", "VS"})
OPENS_CLAUSE = frozenset({"SEP", "CJC"})
CONJUNCTIONS = frozenset({"SEP", "CJC", "CJQ", "CJP", "CJN", "CJV", "CJA", "CJU", "CJR"})

_IN_RELATIVE = frozenset({
    "NREL", "NEG", "AUX", "VACT", "VPAS", "VTER", "VSTA", "ADA", "N", "NX", "ADJ", "DEG", "CJA", "CJN", "CJR", "CJV", "PREP",
    "DGN", "SECARA", "TIME", "QTY", "ADV", "LIM",
})  # fmt: skip
"""Terminals that do not close a relative clause."""
BEYOND = frozenset({"di bawah", "di atas"})
"""Prepositions that before an amount are its bound."""
_WHOLE = frozenset({"seluruhnya", "semuanya"})
_UP_TO = frozenset({"s.d.", "s.d", "s/d"})
_ZERO = frozenset({"nol", "0", "zero"})


class Terminal(msgspec.Struct, frozen=True, gc=False):
    """A chunk: its terminal in the grammar and the first and last word it covers."""

    type: str
    first: int
    last: int


class Scan:
    """Words, their coarse classes, the terminals so far and the position; ``main`` once the clause has its verb.

    ``mains`` are the positions in ``out`` of the verbs that made it so.

    ``embedded`` is true where a purpose or a preposition has opened a verb of its own, so that later verbs belong to it.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.bases = [BASE.get(w.tag, "N") for w in words]
        for i in range(len(words)):
            self.bases[i] = self._in_context(i)
        self.out: list[Terminal] = []
        self.main = False
        self.mains: list[int] = []
        self.embedded = False
        self.i = 0

    def _in_context(self, i: int) -> str:
        """Return the coarse class of the word at *i* where its neighbours change it."""
        base, lower, features = self.bases[i], self.words[i].lower, self.features(i)
        after = self.bases[i + 1] if i + 1 < len(self.bases) else ""
        if "amount" in features and (
            after in ("QTY", "LIM") or (after == "PREP" and self.words[i + 1].lower in BEYOND)
        ):
            return "LIM"
        if lower == "sedang" and after not in VERBAL:
            return "A"
        if lower == "baik" and any(w.lower == "maupun" for w in self.words[i + 1 :]):
            return "CJ"
        if "amount" in features and after == "N" and self.words[i + 1].tag == "NUM":
            return "LIM"
        if "aids" in features and after in VERBAL:
            return "AUX"
        if base in ("N", "VT") and self.words[i].reading.guessed and (guessed := self._by_shape(i, after)):
            return guessed
        before = self.bases[i - 1] if i else ""
        if self.words[i].tag == "ADJR" and before in ("NEG", "AUX") and self.words[i - 1].lower != "bukan":
            return "A"
        if "befell" in features and before in ("NEG", "AUX", "YANG"):
            return "VS"
        if (
            lower == "sampai"
            and after == "PREP"
            and before == "N"
            and not any(b in VERBAL or b == "NYA" for b in self.bases[:i])
        ):
            return "VS"  # surat sampai di meja
        if lower == "dekat" and after == "N":
            return "PREP"
        if lower == "antar" and ((not i and after == "N") or (i and self.words[i - 1].tag == "PRON")):
            return "VR" if i else "VA"
        if lower == "ikut" and after in ("N", "QTY") and (not i or before == "CJ"):
            return "VA"
        if not i and after == "N" and "X-X" in self.words[i].reading.affixes and base == "ADV":
            return "VA"  # bersih-bersih saluran
        if lower in ("lalu", "kemudian") and after in ("VA", "VR") and before in ("CJ", "VR", "N"):
            return "CJ"
        if base == "N" and not i and "also_verb" in features and after == "CJ" and self._verb_after_joint(i):
            return "VR"
        if lower == "tinggal" and i + 1 < len(self.words) and self.words[i + 1].tag in ("NUM", "QTY"):
            return "LIM"
        if lower in _WHOLE and before == "N" and (after in VERBAL or after in ("NEG", "AUX")):
            return "QTY"
        if lower in _UP_TO and before in ("N", "QTY") and after == "N":
            return "CJ" if "process" in self.features(i - 1) & self.features(i + 1) else "N"  # kelas VII s.d. IX
        if base == "ADV" and before == "N" and after == "N" and "X-X" in self.words[i].reading.affixes:
            return "N"  # gerakan bersih-bersih kali
        if lower in _ZERO and self._says_none(i, after):
            return "VS"
        if lower == "tetap" and after == "N" and "abbreviation" in self.features(i + 1):
            return "COP"
        if lower == "cukup" and before == "N" and after in ("UNTUK", "", "PREP"):
            return "A"
        if lower == "bersama" and after != "N":
            return "N"
        if lower == "kembali" and i and self.bases[i - 1] in ("NEG", "AUX"):
            return "VS"
        if "done" in features and i and self.bases[i - 1] in ("N", "PAREN"):
            return "VS"
        return base

    def _verb_after_joint(self, i: int) -> bool:
        """Tell whether a verb without prefix follows the joint behind the word at *i*: "Rekap dan kirim data"."""
        n = next((n for n in range(i + 1, len(self.bases)) if self.bases[n] != "CJ"), len(self.bases))
        return n < len(self.bases) and self.words[n].tag == "V_ROOT"

    def _says_none(self, i: int, after: str) -> bool:
        """Tell whether the zero at *i* is what is said of the noun before it: "Temuan BPK nol", "Keluhan 0 kasus"."""
        if not i or self.bases[i - 1] not in ("N", "A", "PAREN") or any(b in ("VA", "NYA") for b in self.bases[:i]):
            return False
        return not after or after in ("PREP", "TIME") or (after == "N" and "defect" in self.features(0))

    def _by_shape(self, i: int, after: str) -> str:
        """Return the class of an unknown word that has the shape of a verb and stands where a verb does; else "".

        A word in me- first before a noun or after "untuk" is an act; one in small letters between nouns is a verb, since
        names have capitals.
        """
        features, before = self.features(i), self.bases[i - 1] if i else ""
        small = self.words[i].text.islower()
        if "active_shape" in features:
            if not i:
                return "VA" if after in ("N", "QTY", "CJ") else ""
            free = before in ("UNTUK", "AUX", "CJ", "TIME") or (small and before in ("N", "PAREN"))
            return "VA" if free and after in ("N", "QTY") and (small or before != "N") else ""
        if "passive_shape" in features:
            return "VP" if small and before in ("N", "AUX", "NEG", "YANG") and after != "CJ" else ""
        return "N" if self.bases[i] == "VT" and before == "N" and after == "N" else ""

    def base(self, i: int) -> str:
        """Return the coarse class at *i*, marks and parentheses passed over; "" at the end."""
        i = self.skip(i)
        return self.bases[i] if i < len(self.bases) else ""

    def skip(self, i: int) -> int:
        """Return the index of the first word from *i* on that is no mark or parenthesis."""
        while i < len(self.bases) and self.bases[i] in ("-", "PAREN"):
            i += 1
        return i

    def last(self) -> str:
        """Return the type of the last terminal, "" where there is none."""
        return self.out[-1].type if self.out else ""

    def at_start(self) -> bool:
        """Tell whether a clause begins here."""
        return not self.out or self.out[-1].type in OPENS_CLAUSE

    def emit(self, kind: str, last: int, first: int | None = None) -> None:
        """Add a terminal that covers the words from *first* (the current one) to *last*, and go on behind it."""
        self.out.append(Terminal(kind, self.i if first is None else first, last))
        self.i = last + 1

    def widen(self, last: int) -> None:
        """Stretch the last terminal to the word *last*, and go on behind it."""
        before = self.out.pop()
        self.out.append(Terminal(before.type, before.first, last))
        self.i = last + 1

    def retype(self, kind: str) -> None:
        """Change the type of the last terminal."""
        before = self.out.pop()
        self.out.append(Terminal(kind, before.first, before.last))

    def opened_by(self) -> str:
        """Return the type of the terminal that opened the noun phrase in hand, its coordinated nouns passed over."""
        return next((t.type for t in reversed(self.out) if t.type not in ("N", "NX", "CJN")), "")

    def in_relative(self) -> bool:
        """Tell whether the verb here is that of a relative clause or a purpose, auxiliaries passed over."""
        before = next((t.type for t in reversed(self.out) if t.type not in ("AUX", "NEG", "NREL")), "")
        return before in ("YANG", "UNTUK", "CJR")

    def relative_open(self) -> bool:
        """Tell whether a relative clause with a verb is open, so that a verb after "dan" may still be part of it."""
        begin = next((k for k in range(len(self.out) - 1, -1, -1) if self.out[k].type == "YANG"), -1)
        return (
            begin >= 0
            and all(at < begin for at in self.mains)
            and all(t.type in _IN_RELATIVE for t in self.out[begin + 1 :])
            and any(t.type in ("VACT", "VPAS", "VTER", "VSTA", "ADJ") for t in self.out[begin + 1 :])
        )

    def has_verb_outside_lead(self) -> bool:
        """Tell whether a verb stands in the open clause that no purpose or preposition has opened."""
        clause = self.clause()
        return any(
            t.type in ("VACT", "VPAS", "VTER", "VSTA")
            and (k == 0 or clause[k - 1].type not in ("UNTUK", "PREP", "DGN", "CJU"))
            for k, t in enumerate(clause)
        )

    def has_verb(self) -> bool:
        """Tell whether the clause that is open has a verb."""
        return any(t.type in ("NYA", "VACT", "VPAS", "VTER", "VSTA", "NEGADA") for t in self.clause())

    def predicate_ahead(self) -> bool:
        """Tell whether a predicate follows in the sentence, so that the word here is its noun: "Koleksi … terawat"."""
        for k in range(self.i + 1, len(self.bases)):
            base, features = self.bases[k], self.features(k)
            if base in ("SEP", "YANG", "UNTUK", "SUB"):
                return False
            if (
                base in PREDICATES
                or base == "NEGADA"
                or (base == "VB" and "state" in features)
                or (base == "A" and "apart" in features)
            ):
                return True
        return False

    def verb_beyond(self, j: int) -> bool:
        """Tell whether a verb of the same clause follows the adjective at *j* and its phrases, so that it is the noun's.

        "Petani bawang merah di lereng gunung menggunakan …", "saluran air kotor tidak tersumbat".
        """
        for k in range(j + 1, len(self.bases)):
            base = self.bases[k]
            if base in ("SEP", "YANG", "UNTUK", "SUB", "CJ", "SESUAI", "DGN", "SECARA"):
                return False
            if base in PREDICATES or base in ("VA", "NEGADA"):
                return self.bases[k - 1] not in ("PREP", "VR", "VB")
        return False

    def none_beyond(self, j: int) -> bool:
        """Tell whether the clause ends by saying that there is none of what stands before *j*."""
        ahead = [b for b in self.bases[j + 1 :] if b in ("SEP", "YANG", "UNTUK", "SUB", "CJ", "NEGADA")]
        return ahead[:1] == ["NEGADA"]

    def behind_verb(self) -> bool:
        """Tell whether the word right before is a verb that stands as one in the clause."""
        return bool(self.out) and self.out[-1].type in VERB.values() and self.out[-1].last == self.i - 1

    def clause_between(self, first: int, last: int) -> bool:
        """Tell whether a verb or an adjective stands between the words *first* and *last*."""
        return any(base in VERBAL or base in ("A", "NYA") for base in self.bases[first:last])

    def clause(self) -> list[Terminal]:
        """Return the terminals of the clause that is open."""
        begin = next((k + 1 for k in range(len(self.out) - 1, -1, -1) if self.out[k].type in OPENS_CLAUSE), 0)
        return self.out[begin:]

    def features(self, i: int) -> frozenset[str]:
        """Return what the lexicon knows of the word at *i*."""
        return self.words[i].reading.features
