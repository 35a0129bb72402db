"""From tagged words to the terminals of the statement grammar, in one pass with local context.

Nominal words become one run, verbs keep their voice, and every conjunction is typed by what stands on either side.
That is where the ambiguity of the language is resolved, so that the grammar can be LALR.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.grammar.conjunctions import conjunction_type
from linter.grammar.contexts import VERBAL, Contexts
from linter.grammar.nominal import TAKES_NP, adjective, noun, result
from linter.grammar.runs import run_end
from linter.grammar.scan import CONJUNCTIONS, FROM_WHEN, PREDICATES, Scan, Terminal
from linter.grammar.verbal import verb
from linter.language.times import EVERY
from linter.model import Word

MAX_WORDS = 400
_TO_THE_END = {"agar", "supaya", "sehingga", "bahwa"}
_WHEN = frozenset({"ketika", "tatkala", "sewaktu", "saat", "bilamana", "manakala", "setiap", "tiap"})
"""Words behind which an event always stands as a clause of its own."""
_PLACES = {"dalam", "atas", "bawah", "luar", "depan", "belakang", "antara"}
_COMPLEMENTS = {
    "PREP": VERBAL | {"N", "A", "TIME", "QTY", "NYA", "DEG", "AUX", "NEG"},
    "DGN": {"N", "A", "VA", "VP", "QTY", "NYA", "DEG", "VR", "VB", "LIM", "AUX"},
    "SECARA": {"N", "A", "DEG", "VA", "VR", "VB", "NYA"},
    "SESUAI": {"N", "A", "NYA", "VR"},
    "UNTUK": VERBAL | {"N", "A", "NYA", "AUX", "NEG", "QTY"},
    "YANG": VERBAL | {"A", "N", "ADA", "NEG", "AUX", "COP", "QTY", "SESUAI", "DEG", "NEGADA", "NYA"},
    "LIM": {"QTY", "TIME", "N"},
}
_OPENERS = {"PREP", "UNTUK", "DGN", "SESUAI", "LIM", "SECARA"}


def terminals(words: Sequence[Word], contexts: Contexts) -> list[Terminal]:
    """Return the terminals of *words*; words that carry nothing (brackets, stray marks) are left out.

    Beyond ``MAX_WORDS`` words a text is no statement; the rest gets no terminal and the reader keeps it as unplaced.
    """
    words = words[:MAX_WORDS]
    scan = Scan(words, contexts.classes(words))
    while scan.i < len(scan.words):
        base = scan.bases[scan.i]
        if "particle" in scan.words[scan.i].reading.features and scan.behind_verb():
            scan.widen(scan.i)  # menerbitkan kembali
        else:
            _HANDLERS.get(base, _other)(scan, base)
    while scan.out and scan.out[-1].type in CONJUNCTIONS:
        scan.out.pop()
    return scan.out


def places(found: Sequence[Terminal], words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return start and end of each terminal in code points of the text."""
    return [(words[t.first].start, words[t.last].end) for t in found]


def spelled(found: Sequence[Terminal], words: Sequence[Word]) -> list[str]:
    """Return the characters of each terminal, for drawing: words joined by "_"."""
    return ["_".join(w.text.replace(" ", "_") for w in words[t.first : t.last + 1]) for t in found]


def _mark(scan: Scan, base: str) -> None:
    i, words = scan.i, scan.words
    following = scan.base(i + 1)
    if base == ":" and following == "VA" and _only_leads(scan):
        scan.emit("CJC", i)
        scan.main = scan.embedded = False
    elif base == ":" and following == "VA" and not scan.at_start():
        first = i
        if scan.last() == "ADV" and words[scan.out[-1].last].lower == "dengan":
            first = scan.out.pop().first
        scan.emit("REST", len(scan.words) - 1, first)
    elif base == "." and following and i and len(words[i - 1].text) > 3 and words[i + 1].text[:1].isupper():
        _separator(scan, base)
    elif base == "PAREN" and scan.last() in {"N", "NX", "PROC", "STATE"} and len(words[i].text) > 3:
        scan.widen(i)
    else:
        scan.i += 1


def _separator(scan: Scan, base: str) -> None:
    if scan.at_start() or scan.i + 1 >= len(scan.words):
        scan.i += 1
        return
    scan.emit("SEP", scan.i)
    scan.main = scan.embedded = False


def _subordinator(scan: Scan, base: str) -> None:
    comma = next((n for n in range(scan.i, len(scan.words)) if scan.words[n].tag == "COMMA"), 0)
    if scan.words[scan.i].lower.split(" ")[0] in _TO_THE_END and scan.out:
        scan.emit("REST", len(scan.words) - 1)
    elif comma and not scan.out and comma + 1 < len(scan.words) and scan.clause_between(scan.i + 1, comma):
        scan.emit("REST", comma - 1)
        scan.emit("CJC", comma)
    else:
        scan.bases[scan.i] = "PREP"


def _opener(scan: Scan, base: str) -> None:
    """Emit a word that opens a phrase, where the phrase it opens is there."""
    i, after, word = scan.i, scan.base(scan.i + 1), scan.words[scan.i]
    if base == "PREP" and word.lower in FROM_WHEN | _WHEN and (end := _event_end(scan)):
        scan.emit("TIME", end)
    elif base == "LIM" and (after == "LIM" or (after == "PREP" and scan.base(i + 2) in {"QTY", "N"})):
        scan.emit("LIM", scan.skip(i + 1))
    elif base == "SESUAI" and scan.last() in {"AUX", "NEG"}:
        scan.main = True  # selalu selaras dengan
        scan.emit("VSTA", i)
    elif after in _COMPLEMENTS[base] or (base == "SESUAI" and after in {"", "CJ", "SEP"}):
        scan.emit(base, i)
    elif base == "PREP" and after == "CJ" and scan.base(i + 2) in {"PREP", "N"}:
        end = i + 2 if scan.base(i + 2) == "PREP" else i + 1
        scan.emit("PREP", end)
    elif base == "YANG" and after in _OPENERS:
        opened = scan.skip(i + 1)
        scan.i = opened
        _opener(scan, after)
        if scan.out and scan.out[-1].first == opened:
            kind, end = scan.out[-1].type, scan.out[-1].last
            scan.out[-1] = Terminal(kind, i, end)
    elif base in _OPENERS and after in _OPENERS:
        scan.i = scan.skip(i + 1)
        there = len(scan.out)
        _opener(scan, after)
        if len(scan.out) > there and base == "PREP":
            scan.out[there] = Terminal(scan.out[there].type, i, scan.out[there].last)  # pada minimal 80%
    elif base == "PREP" and word.lower in _PLACES and scan.last() in {"N", "NX"}:
        scan.widen(i)
    else:
        scan.emit("ADV", i)


def _event_end(scan: Scan) -> int:
    """Return the last word of an event that sets a time, where it is a clause: "sejak laporan diterima"; else 0."""
    if scan.base(scan.i + 1) in {"ADA", "VT"} and scan.base(scan.i + 2) == "N" and scan.words[scan.i].lower in _WHEN:
        return run_end(scan, scan.skip(scan.i + 2))  # setiap ada gempa
    counted = scan.last() in {"QTY", "TIME"} or scan.words[scan.i].lower in _WHEN  # dalam 30 menit setelah …
    said = any(t.type == "ADJ" for t in scan.clause())  # lengkap sebelum SPJ diajukan
    if scan.base(scan.i + 1) != "N":
        return 0
    end = run_end(scan, scan.skip(scan.i + 1))
    verb = scan.skip(end + 1)
    leads = scan.at_start() and scan.base(verb + 1) == "VA"  # Sebelum tahun anggaran ditutup | menghapus …
    if not (scan.has_verb() or said or counted or leads):
        return 0
    ends = PREDICATES | {"VR"} if counted else PREDICATES
    if counted and scan.words[scan.i].lower not in EVERY:
        ends |= {"VA"}  # "setiap pergantian sif | mencocokkan …": the act is the writer's
    return verb if verb < len(scan.bases) and scan.bases[verb] in ends else 0


def _auxiliary(scan: Scan, base: str) -> None:
    i, after, last = scan.i, scan.base(scan.i + 1), scan.last()
    opens_result = after == "NYA" and scan.at_start()
    if last == "CJA" and after == "VP":
        scan.emit("ADJ", scan.skip(i + 1))  # secara akurat dan | mudah dipahami
    elif (
        opens_result
        or after in VERBAL
        or after in {"A", "AUX", "NEG", "DEG", "SESUAI"}
        or (after == "ADA" and last == "YANG")
    ):
        scan.emit(base, i)
    elif base == "NEG" and after == "ADA":
        scan.main = True
        scan.emit("NEGADA", scan.skip(i + 1))
    elif (
        scan.words[i].lower == "bukan"
        and last == "N"
        and after == "N"
        and not scan.main
        and scan.clause()[0].type == "N"
    ):
        scan.main = True
        scan.emit("COP", i)
    elif last in {"N", "NX"} and base == "NEG" and after == "N":
        scan.widen(run_end(scan, i + 1))
    else:
        scan.emit("ADV", i)


def _existence(scan: Scan, base: str) -> None:
    after = scan.base(scan.i + 1)
    scan.main = scan.main or scan.at_start()
    if base == "ADA" and scan.at_start() and after not in {"N", "NYA"}:
        scan.emit("ADV", scan.i)
    else:
        scan.emit(base, scan.i)


def _conjunction(scan: Scan, base: str) -> None:
    j = scan.i
    while j + 1 < len(scan.bases) and scan.bases[j + 1] in {"CJ", "/", "-"}:
        j += 1
    if scan.last() in {"N", "NX", "QTY"} and scan.base(j + 1) == "DEG" and scan.words[j].lower == "atau":
        scan.widen(min(scan.skip(j + 2), len(scan.words) - 1))  # peringkat madya atau lebih tinggi
        return
    kind = conjunction_type(scan, j + 1)
    if scan.words[scan.i].tag == "COMMA" and j == scan.i and _only_leads(scan) and kind in {"CJU", "CJN", "CJC"}:
        kind = "CJC"  # a purpose or a place in front, a comma, and then the clause: "Untuk …, menyusun …"
    if not kind:
        scan.i = j + 1
        return
    scan.emit(kind, j)
    if kind == "CJC":
        scan.main = scan.embedded = False


def _only_leads(scan: Scan) -> bool:
    """Tell whether the clause so far is only a phrase in front of it."""
    clause = scan.clause()
    return (
        bool(clause)
        and clause[0].type in {"UNTUK", "PREP", "DGN", "TIME", "SESUAI", "REST"}
        and not scan.has_verb_outside_lead()
    )


def _other(scan: Scan, base: str) -> None:
    kind = base if base in {"TIME", "QTY", "ADV", "COP"} else "ADV"
    after = scan.base(scan.i + 1)
    if kind == "QTY" and after == "N" and not _lasts(scan) and (scan.at_start() or scan.last() in TAKES_NP - {"LIM"}):
        noun(scan, base)
    elif kind == "COP" and after not in {"N", "A"}:
        scan.emit("ADV", scan.i)
    elif kind == "COP":
        scan.main = True
        scan.emit("COP", scan.i)
    elif kind == "TIME" and scan.last() == "CJN":
        scan.emit("N", scan.i)
    elif kind == "TIME" and scan.at_start() and (not after or scan.words[scan.i].reading.features & {"year"}):
        noun(scan, base)
    else:
        scan.emit(kind, scan.i)


def _lasts(scan: Scan) -> bool:
    """Tell whether a phrase of time ends with the duration here: "Dalam waktu 15 menit | pasien …"."""
    return scan.last() == "PREP" and "duration" in scan.features(scan.i) and len(scan.clause()) == 1


_HANDLERS: dict[str, Callable[[Scan, str], None]] = {
    "-": _mark, ":": _mark, ".": _mark, "PAREN": _mark, "/": _conjunction, "SEP": _separator, "SUB": _subordinator,
    "CJ": _conjunction, "VA": verb, "VP": verb, "VT": verb, "VS": verb, "VB": verb, "VR": verb, "NYA": result, "N": noun,
    "A": adjective, "DEG": adjective, "PREP": _opener, "DGN": _opener, "SECARA": _opener, "SESUAI": _opener,
    "UNTUK": _opener, "YANG": _opener, "LIM": _opener, "AUX": _auxiliary, "NEG": _auxiliary, "ADA": _existence,
    "NEGADA": _existence,
}  # fmt: skip
