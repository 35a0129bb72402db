"""From tagged words to the terminals of the statement grammar, in one pass with local context.

Nominal words become one run, verbs keep their voice, and every conjunction is typed by what stands on either side.
That is where the ambiguity of the language is resolved, so that the grammar can be LALR.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linter.model import Word

TO_THE_END = {"agar", "supaya", "sehingga", "bahwa"}
"""Subordinators whose clause is one tail: what follows them qualifies nothing else."""

_BASE = {
    "V_ACT": "VA", "V_PASS": "VP", "V_TER": "VT", "V_BER": "VB", "V_STAT": "VS", "V_ROOT": "VR", "V_NYA": "NYA",
    "A_NYA": "NYA", "ADA_NYA": "NYA", "N": "N", "N_PEAN": "N", "N_PERAN": "N", "N_KEAN": "N", "N_AN": "N", "N_PE": "N",
    "ADJ": "A", "ADJR": "N", "ADV": "ADV", "DEG": "DEG", "PREP": "PREP", "DGN": "DGN", "SECARA": "SECARA",
    "SESUAI": "SESUAI", "UNTUK": "UNTUK", "TANPA": "DGN", "CONJ": "CJ", "COMMA": "CJ", "SUB": "SUB", "NEG": "NEG",
    "NEG_ADA": "NEGADA", "YANG": "YANG", "ADA": "ADA", "AUX": "AUX", "COP": "COP", "DET": "N", "DEM": "N", "NUM": "N",
    "PRON": "N", "LIM": "LIM", "ORD": "N", "QTY": "QTY", "TIME": "TIME", "PAREN": "PAREN", "SEP": "SEP", "SLASH": "/",
    "COLON": ":", "STOP": ".", "PUNCT": "-", "LP": "-", "RP": "-",
}  # fmt: skip
_VERB = {"VA": "VACT", "VP": "VPAS", "VT": "VTER", "VS": "VSTA", "VB": "VSTA", "VR": "VSTA"}
_PREDICATES = {"VP", "VT", "VS"}
_GERUND_HEADS = {
    "kegiatan", "kemampuan", "cara", "upaya", "proses", "tugas", "hak", "izin", "minat", "budaya", "gerakan", "program",
    "metode", "teknik", "kewajiban", "kesempatan", "alat", "kebiasaan", "keterampilan", "pekerjaan", "model", "tempat",
}  # fmt: skip
_TITLES_BEFORE_FIELD = {
    "kepala", "ketua", "wakil", "sub", "kegiatan", "fungsi", "tugas", "staf", "seksi", "kabid", "program", "kinerja", "dan",
    "anggota", "koordinator", "subkoordinator", "tiap", "setiap",
}  # fmt: skip
_TAKES_NP = {
    "NYA", "VIN", "VACT", "VPAS", "VTER", "VSTA", "NEGADA", "ADA", "PREP", "UNTUK", "DGN", "SECARA", "SESUAI", "YANG", "LIM", "COP",
    "CJN", "PROC", "STATE",
}  # fmt: skip
_OPENS_CLAUSE = {"SEP", "CJC"}
_MODIFIED = {"vague", "firm", "manner"}


class Terminal(msgspec.Struct, frozen=True, gc=False):
    """A chunk: its terminal in the grammar and the first and last word it covers."""

    type: str
    first: int
    last: int


def terminals(words: Sequence[Word]) -> list[Terminal]:
    """Return the terminals of *words*; words that carry nothing (brackets, stray marks) are left out."""
    return _Lexer(words).run()


def base_of(word: Word) -> str:
    """Return the coarse class of *word* that the lexer works with."""
    return _BASE.get(word.tag, "N")


class _Lexer:
    """One pass over the words of one statement."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.bases = [base_of(w) for w in words]
        self.out: list[Terminal] = []
        self.main = False  # the clause has its verb: verbs inside later nouns are embedded
        self.i = 0

    def run(self) -> list[Terminal]:
        n = len(self.words)
        while self.i < n:
            base = self.bases[self.i]
            step = getattr(self, "_on_" + _HANDLERS.get(base, "other"))
            step(base)
        while self.out and self.out[-1].type in ("SEP", "CJC", "CJQ", "CJP", "CJN", "CJV", "CJA", "CJU"):
            self.out.pop()
        return self.out

    # -- looking around

    def _base(self, i: int) -> str:
        """Return the coarse class at *i*, marks and parentheses passed over; "" at the end."""
        i = self._skip(i)
        return self.bases[i] if i < len(self.bases) else ""

    def _skip(self, i: int) -> int:
        while i < len(self.bases) and self.bases[i] in ("-", "PAREN"):
            i += 1
        return i

    def _last(self) -> str:
        return self.out[-1].type if self.out else ""

    def _at_start(self) -> bool:
        return not self.out or self.out[-1].type in _OPENS_CLAUSE

    def _emit(self, kind: str, last: int) -> None:
        self.out.append(Terminal(kind, self.i, last))
        self.i = last + 1

    def _nominal(self, i: int) -> bool:
        return self._base(i) in ("N", "PAREN")

    # -- one handler for each kind of word

    def _on_mark(self, base: str) -> None:
        following = self._base(self.i + 1)
        if base == ":" and following == "VA" and self.out and self._last() not in _OPENS_CLAUSE:
            self._emit("REST", len(self.words) - 1)
        elif base == "." and following and self.i and len(self.words[self.i - 1].text) > 3 and self.words[self.i + 1].text[:1].isupper():
            self._break()
        elif base == "PAREN" and self._last() in ("N", "NX", "PROC", "STATE") and len(self.words[self.i].text) > 3:
            last = self.out.pop()
            self.out.append(Terminal(last.type, last.first, self.i))
            self.i += 1
        else:
            self.i += 1

    def _break(self) -> None:
        if self.out and not self._at_start() and self.i + 1 < len(self.words):
            self._emit("SEP", self.i)
            self.main = False
        else:
            self.i += 1

    def _on_sep(self, base: str) -> None:
        self._break()

    def _on_sub(self, base: str) -> None:
        if self.words[self.i].lower in TO_THE_END and self.out:
            self._emit("REST", len(self.words) - 1)
        else:
            self.bases[self.i] = "PREP"

    def _on_verb(self, base: str) -> None:
        kind = _VERB[base]
        if base == "NYA":
            kind = "NYA"
        if self._at_start() and base in ("VB", "VR"):
            state = "state" in self.words[self.i].reading.features
            kind = "VSTA" if base == "VB" and state or base == "VR" and "bare" in self.words[self.i].reading.features else "VACT"
        elif base == "VB" and "state" not in self.words[self.i].reading.features and self._last() in ("UNTUK", "PREP", "CJV", "AUX"):
            kind = "VACT"
        if kind == "VACT" and self._last() == "NYA":
            kind = "VIN"
        if kind == "VACT" and self._last() in ("VACT", "VIN"):
            last = self.out.pop()
            self.out.append(Terminal(last.type, last.first, self.i))
            self.i += 1
            return
        if self._last() == "ADJ":
            self._quality_is_subject()
        if self._last() in ("PROC", "N", "NX", "STATE", "") or self._at_start() or self._last() in ("CJV", "AUX", "NEG"):
            self.main = True
        self._emit(kind, self.i)

    def _quality_is_subject(self) -> None:
        """Read an adjective between a noun and its verb as part of the noun: "Rumah layak dibangun"."""
        if len(self.out) > 1 and self.out[-2].type == "N":
            adjective = self.out.pop()
            noun = self.out.pop()
            self.out.append(Terminal("N", noun.first, adjective.last))

    def _on_nya(self, base: str) -> None:
        if self._at_start() or (self._last() == "CJV"):
            self.main = True
            self._emit("NYA", self.i)
        else:
            self._on_noun(base)

    def _on_noun(self, base: str) -> None:
        if base == "N" and self._last() in ("N", "NX") and self._is_field(self.i):
            self._emit("PREP", self.i)
            return
        start = self.i
        last = self._run_end(start)
        if (self._at_start() or self._last() == "CJV") and self._head_kind(start):
            self._emit_head(start, last)
            return
        kind = "N" if self._at_start() or self._last() in _TAKES_NP else "NX"
        if self._last() == "CJA":
            kind = "NX"
        self._emit(kind, last)

    def _head_kind(self, i: int) -> str:
        """Return PROC or STATE where the word at *i* can head a clause as an action or a state, else ""."""
        features = self.words[i].reading.features
        if self.words[i].tag not in ("N", "N_PEAN", "N_PERAN", "N_KEAN", "N_AN"):
            return ""
        return "PROC" if "process" in features else "STATE" if "state_noun" in features else ""

    def _emit_head(self, start: int, last: int) -> None:
        """Emit the action or state noun by itself and the rest of its run as its object."""
        head = start
        while head < last and self.words[head + 1].tag == "ADJR" and (head + 1 == last or self.words[head + 1].lower == "teknis"):
            head += 1
        self._emit(self._head_kind(start), head)
        if head < last:
            self._emit("N", last)

    def _is_field(self, i: int) -> bool:
        """Tell whether "bidang" at *i* opens a phrase of its own ("… bidang pertanahan"), not a unit's name."""
        return (
            self.words[i].lower == "bidang"
            and i > 0
            and self._base(i + 1) == "N"
            and self.words[i - 1].lower not in _TITLES_BEFORE_FIELD
        )

    def _run_end(self, j: int) -> int:
        """Return the last index of the run of nominal words that begins at *j*."""
        while True:
            more = self._extends(j)
            if not more:
                return j
            j += more

    def _extends(self, j: int) -> int:
        """Return by how many words the run that ends at *j* goes on."""
        if j + 1 >= len(self.bases):
            return 0
        base = self.bases[j + 1]
        word = self.words[j + 1]
        after = self._base(j + 2)
        if base == "PAREN":
            return 1 if len(word.text) > 3 else 0
        if base == "N":
            return 0 if self._is_field(j + 1) else 1
        if base == "NYA":
            return 1
        if base == "/":
            return 2 if after in ("N", "A", "VR", "VB", "QTY") else 0
        if base == "QTY":
            return 1 if after == "N" and self.bases[j] != "PAREN" and self.main else 0
        if base == "A":
            plain = not word.reading.features & _MODIFIED
            return 1 if after in ("N", "VR") or (plain and (self.main or after in _PREDICATES)) else 0
        if base == "VA":
            return 1 if self.main or self.words[j].lower in _GERUND_HEADS else 0
        if base in ("VT", "VB"):
            return 1 if self.main or (base == "VB" and after in _PREDICATES | {"A"}) else 0
        if base == "VR":
            return 0 if not self.main and "bare" in word.reading.features and after != "N" else 1
        return 0

    def _on_adjective(self, base: str) -> None:
        word = self.words[self.i]
        after = self._base(self.i + 1)
        if after == "QTY" and word.lower in ("minimal", "maksimal", "minimum", "maksimum", "sebesar", "sebanyak"):
            self._emit("LIM", self.i)
        elif base == "DEG":
            if after == "A":
                self._emit("DEG", self.i)
            else:
                self._on_noun(base)
        elif after in ("N", "VR") and self._last() not in ("SECARA", "DGN", "YANG", "DEG") and not self._new_noun_after():
            self._on_noun(base)
        else:
            self._emit("ADJ", self.i)

    def _new_noun_after(self) -> bool:
        """Tell whether a verb without its noun stands before this adjective: "terselesaikan tepat waktu data …"."""
        return self._last() in ("VTER", "VPAS", "VSTA") and bool(self.words[self.i].reading.features & _MODIFIED)

    def _on_opener(self, base: str) -> None:
        """Emit a word that opens a phrase, where the phrase it opens is there."""
        after = self._base(self.i + 1)
        wants = _COMPLEMENTS[base]
        if after in wants or (base in ("SESUAI",) and after in ("", "CJ", "SEP")):
            self._emit(base, self.i)
        elif base in ("PREP", "UNTUK", "LIM", "DGN", "SECARA") and after in ("PREP", "UNTUK", "DGN", "SESUAI", "LIM"):
            self.i += 1
        elif base == "YANG" and after in ("PREP", "DGN", "UNTUK", "SECARA", "LIM"):
            self.i += 1
        else:
            self._emit("ADV", self.i)

    def _on_auxiliary(self, base: str) -> None:
        after = self._base(self.i + 1)
        if after in ("VA", "VP", "VT", "VS", "VB", "VR", "A", "AUX", "NEG", "DEG") or (after == "ADA" and self._last() == "YANG"):
            self._emit(base, self.i)
        elif base == "NEG" and after == "ADA":
            self._emit("NEGADA", self._skip(self.i + 1))
            self.main = True
        elif self._last() in ("N", "NX") and base == "NEG" and after == "N":
            last = self.out.pop()
            self.out.append(Terminal(last.type, last.first, self._run_end(self.i + 1)))
            self.i = self.out[-1].last + 1
        else:
            self._emit("ADV", self.i)

    def _on_existence(self, base: str) -> None:
        after = self._base(self.i + 1)
        self.main = self.main or self._at_start()
        if base == "ADA" and self._at_start() and after not in ("N", "NYA"):
            self._emit("ADV", self.i)
        else:
            self._emit(base, self.i)

    def _on_other(self, base: str) -> None:
        kind = base if base in ("TIME", "QTY", "ADV", "COP") else "ADV"
        if kind == "QTY" and self._base(self.i + 1) == "N" and (self._at_start() or self._last() in _TAKES_NP - {"LIM"}):
            self._on_noun(base)
        elif kind == "COP" and self._base(self.i + 1) not in ("N", "A"):
            self._emit("ADV", self.i)
        elif kind == "TIME" and self._last() == "CJN":
            self._emit("N", self.i)
        else:
            self._emit(kind, self.i)

    # -- conjunctions

    def _on_conjunction(self, base: str) -> None:
        j = self.i
        while j + 1 < len(self.bases) and self.bases[j + 1] in ("CJ", "/", "-"):
            j += 1
        kind = self._conjunction(j + 1)
        if kind:
            self._emit(kind, j)
            if kind == "CJC":
                self.main = False
        else:
            self.i = j + 1

    def _conjunction(self, j: int) -> str:
        """Return the type of the conjunction before the word at *j*, "" where it carries nothing."""
        after, last = self._base(j), self._last()
        j = self._skip(j)
        if not after or self._at_start():
            return ""
        while after in ("AUX", "NEG", "DEG") and j + 1 < len(self.bases):
            j += 1
            after = self._base(j)
        if after in ("VA", "VB") or (after == "VR" and last == "VACT"):
            return self._before_act(last, after)
        if after == "NYA":
            return "CJV" if last in ("NYA", "STATE") else "CJC"
        if after in _PREDICATES or after == "VR":
            return "CJV" if _VERB[after] == last else "CJP" if not self._nominal_list(last, after, j) else "CJN"
        if after == "A":
            return self._before_adjective(last, j)
        if after in ("N", "QTY") or (after == "TIME" and last == "N"):
            return self._before_noun(last, j)
        return "CJQ" if after in ("PREP", "DGN", "SECARA", "SESUAI", "UNTUK", "YANG", "LIM", "SUB", "TIME", "ADV") else ""

    def _before_act(self, last: str, after: str) -> str:
        if last == "VACT" or (last == "PROC" and after == "VA"):
            return "CJV"
        if after == "VB" and last in ("N", "NX", "ADJ"):
            return "CJN" if last == "N" else "CJQ" if last == "ADJ" else ""
        opened = next((t.type for t in reversed(self.out) if t.type in ("UNTUK", "PREP", "YANG", "DGN", "SEP", "CJC")), "")
        return "CJU" if opened == "UNTUK" and any(t.type == "VACT" for t in self.out[-4:]) else "CJC"

    def _nominal_list(self, last: str, after: str, j: int) -> bool:
        """Tell whether the verb at *j* modifies a noun in a list: "… dan terlantar"."""
        return last == "N" and after == "VT" and self.main and self._base(j + 1) in ("CJ", "")

    def _before_adjective(self, last: str, j: int) -> str:
        if last == "ADJ":
            return "CJA" if self._base(j + 1) != "N" else "CJC"
        if last in ("N", "PROC", "STATE") and (self._base(j + 1) == "N" or not self.words[j].reading.features & _MODIFIED):
            return self._before_noun(last, j)
        return "CJQ"

    def _before_noun(self, last: str, j: int) -> str:
        if last in ("N", "NX"):
            return "CJN"
        heads_only = all(t.type in ("PROC", "STATE", "CJV", "VACT") for t in self._clause())
        if last in ("PROC", "STATE"):
            if heads_only and self._head_kind(j) == last:
                return "CJV"
            noun = self.out.pop()
            self.out.append(Terminal("N", noun.first, noun.last))
            self._heads_are_nouns()
            return "CJN"
        if last in ("VACT", "VPAS", "VTER", "VSTA", "NYA"):
            return ""
        return "CJC"

    def _clause(self) -> list[Terminal]:
        begin = next((k + 1 for k in range(len(self.out) - 1, -1, -1) if self.out[k].type in _OPENS_CLAUSE), 0)
        return self.out[begin:]

    def _heads_are_nouns(self) -> None:
        """Retype heads joined before a plain noun: "pelatihan, seminar dan buku panduan" is one list of nouns."""
        for k in range(len(self.out) - 1, -1, -1):
            kind = self.out[k].type
            if kind in ("PROC", "STATE", "CJV"):
                self.out[k] = Terminal("CJN" if kind == "CJV" else "N", self.out[k].first, self.out[k].last)
            elif kind in _OPENS_CLAUSE:
                return


_COMPLEMENTS = {
    "PREP": {"N", "A", "VA", "VB", "VP", "VT", "VS", "VR", "TIME", "QTY", "NYA", "DEG"},
    "DGN": {"N", "A", "VA", "QTY", "NYA", "DEG", "VR", "VB"},
    "SECARA": {"N", "A", "DEG", "VA", "VR", "VB", "NYA"},
    "SESUAI": {"N", "A", "NYA", "VR"},
    "UNTUK": {"N", "A", "VA", "VB", "VP", "VT", "VS", "VR", "NYA", "AUX", "NEG", "QTY"},
    "YANG": {"VA", "VP", "VT", "VS", "VB", "VR", "A", "N", "ADA", "NEG", "AUX", "COP", "QTY", "SESUAI", "DEG", "NEGADA", "NYA"},
    "LIM": {"QTY", "TIME", "N"},
}
_HANDLERS = {
    "-": "mark", ":": "mark", ".": "mark", "PAREN": "mark", "/": "conjunction", "SEP": "sep", "SUB": "sub", "CJ": "conjunction",
    "VA": "verb", "VP": "verb", "VT": "verb", "VS": "verb", "VB": "verb", "VR": "verb", "NYA": "nya", "N": "noun",
    "A": "adjective", "DEG": "adjective", "PREP": "opener", "DGN": "opener", "SECARA": "opener", "SESUAI": "opener",
    "UNTUK": "opener", "YANG": "opener", "LIM": "opener", "AUX": "auxiliary", "NEG": "auxiliary", "ADA": "existence",
    "NEGADA": "existence",
}  # fmt: skip
