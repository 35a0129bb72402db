"""Nouns, nominalised results and adjectives of a statement as terminals of the grammar."""

from __future__ import annotations

from linter.grammar.runs import head_end, is_field, joined_kind, own_passive, run_end, subject_of_relative
from linter.grammar.scan import Scan

TAKES_NP = frozenset({
    "NYA", "VIN", "VACT", "VPAS", "VTER", "VSTA", "NEGADA", "ADA", "PREP", "UNTUK", "DGN", "SECARA", "SESUAI", "YANG", "LIM",
    "COP", "CJN", "PROC", "STATE",
})  # fmt: skip
"""Terminals behind which a noun phrase is in its place."""


def result(scan: Scan, base: str) -> None:
    """Emit a nominalised result where a clause begins, else a noun."""
    if scan.at_start() or scan.last() == "CJV" or {t.type for t in scan.clause()} <= {"NEG", "AUX"}:
        scan.main = True
        scan.emit("NYA", scan.i)
    else:
        noun(scan, base)


def noun(scan: Scan, base: str) -> None:
    """Emit a run of nominal words, its head apart where it heads the clause."""
    start, last = scan.i, scan.last()
    if base == "N" and last in {"N", "NX"} and is_field(scan, start):
        scan.emit("PREP", start)
        return
    if own_passive(scan, start) and not scan.at_start() and not scan.main:
        scan.main = True
        scan.mains.append(len(scan.out))
        scan.emit("VPAS", scan.skip(start + 1))
        return
    if last in {"YANG", "CJR"} and (owner := subject_of_relative(scan, start)):
        scan.emit("NREL", owner)
        return
    end = run_end(scan, start)
    before = scan.out[-2].type if last == "CJV" else ""
    kind = joined_kind(scan, start, before) if scan.at_start() or before else ""
    if kind:
        head = head_end(scan, start, end)
        if all(scan.bases[n] in {"PAREN", "-"} for n in range(head + 1, end + 1)):
            head = end
        scan.emit(kind, head)
        if head < end:
            scan.emit("N", end)
        return
    scan.emit("N" if scan.at_start() or last in TAKES_NP else "NX", end)


def adjective(scan: Scan, base: str) -> None:
    """Emit an adjective that is said of something, or the noun run it belongs to."""
    word, after, last = scan.words[scan.i], scan.base(scan.i + 1), scan.last()
    if base == "DEG":
        if after == "NYA" and scan.at_start():
            scan.main = True
            scan.emit("NYA", scan.skip(scan.i + 1))  # semakin singkatnya
        elif after == "A":
            scan.emit("DEG", scan.i)
        else:
            noun(scan, base)
    elif word.lower == "bebas" and after == "N" and last != "CJN":
        kind = "NEGADA" if scan.at_start() else "ADJ"
        scan.main = scan.main or kind == "NEGADA"
        scan.emit(kind, scan.i if kind == "NEGADA" else run_end(scan, scan.i + 1))
    elif last in {"NEG", "AUX"}:
        scan.emit("ADJ", scan.i)
    elif last == "CJN" or (
        after in {"N", "VR"} and last not in {"SECARA", "DGN", "YANG", "DEG", "CJA"} and not _said_of_verb(scan)
    ):
        noun(scan, base)
    else:
        scan.emit("ADJ", scan.i)


def _said_of_verb(scan: Scan) -> bool:
    """Tell whether the adjective qualifies a verb whose noun comes later: "terselesaikan tepat waktu data …"."""
    return scan.last() in {"VTER", "VPAS", "VSTA"} and bool(scan.features(scan.i) & {"vague", "firm", "manner"})
