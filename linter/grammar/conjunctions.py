"""Conjunctions typed by what stands on either side, so that the grammar never has to guess what they join."""

from __future__ import annotations

from linter.grammar.runs import head_kind, joined_kind, subject_of_relative
from linter.grammar.scan import OPENS_CLAUSE, PREDICATES, VERB, Scan, Terminal

_QUALITIES = {"vague", "firm", "manner"}
_PASSIVE = {"VPAS", "VTER", "VSTA"}


def conjunction_type(scan: Scan, j: int) -> str:
    """Return the type of the conjunction before the word at *j*, "" where it carries nothing."""
    after, last = scan.base(j), scan.last()
    j = scan.skip(j)
    if not after or scan.at_start():
        return ""
    if after == "AUX" and last == "ADJ" and scan.base(j + 1) == "VP" and _opened_by_manner(scan):
        return "CJA"  # secara akurat dan mudah dipahami
    while after in {"AUX", "NEG", "DEG"} and j + 1 < len(scan.bases):
        j += 1
        after = scan.base(j)
    if after == "VB" and "state" in scan.features(j) and last in VERB.values():
        return "CJP" if last == "VACT" else "CJV"
    if (after in PREDICATES or after in {"VA", "VB", "VR"}) and _continues_relative(scan, after, j):
        return "CJR"
    if after in {"VA", "VB"} or (after == "VR" and last == "VACT"):
        return _before_act(scan, last, after)
    if after == "NYA":
        return _before_result(scan, last)
    if after == "VR" and "bare" not in scan.features(j):
        return _before_noun(scan, last, j)
    if after in PREDICATES or after == "VR":
        if last in _PASSIVE:
            return "CJV"
        return _in_list(scan, last, after, j) or "CJP"
    if after == "A":
        root = last in _PASSIVE and scan.words[scan.out[-1].last].tag == "V_ROOT"
        if (root or (scan.words[j].lower == "bebas" and last in _PASSIVE)) and scan.relative_open():
            return "CJR"  # yang terawat, bebas jamur; yang lengkap, ringkas, dan mutakhir
        return _before_adjective(scan, last, j)
    if after == "N" and scan.relative_open() and subject_of_relative(scan, j):
        return "CJR"
    if after in {"N", "QTY"} or (after == "TIME" and last == "N"):
        return _before_noun(scan, last, j)
    return "CJQ" if after in {"PREP", "DGN", "SECARA", "SESUAI", "UNTUK", "YANG", "LIM", "SUB", "TIME", "ADV"} else ""


def _opened_by_manner(scan: Scan) -> bool:
    """Tell whether the adjectives in hand are behind "secara" or "dengan"."""
    opener = next((t.type for t in reversed(scan.out) if t.type not in {"ADJ", "CJA", "DEG"}), "")
    return opener in {"SECARA", "DGN"}


def _before_act(scan: Scan, last: str, after: str) -> str:
    if last == "VACT" or (last == "PROC" and after == "VA"):
        return "CJV"
    if after == "VB" and last in {"N", "NX", "ADJ"}:
        return "CJN" if last == "N" else "CJP" if last == "ADJ" else ""
    opened = next((t.type for t in reversed(scan.out) if t.type in {"UNTUK", "PREP", "YANG", "DGN", *OPENS_CLAUSE}), "")
    own = next((k for k in range(len(scan.out) - 1, -1, -1) if scan.out[k].type == "VACT"), -1)
    return (
        "CJC"
        if own in scan.mains
        else "CJU"
        if opened == "UNTUK" and any(t.type == "VACT" for t in scan.out[-4:])
        else "CJC"
    )


def _before_result(scan: Scan, last: str) -> str:
    """Join a result to the head before it: "Tercetak dan terdistribusinya", "Ketepatan dan terselesaikannya"."""
    if last in {"NYA", "STATE"}:
        return "CJV"
    clause = scan.clause()
    if len(clause) == 1 and last in {"VTER", "VSTA"}:
        scan.retype("NYA")
        return "CJV"
    if len(clause) == 1 and last in {"N", "PROC"} and clause[0].first == clause[0].last:
        scan.retype("STATE")
        return "CJV"
    return "CJC"


def _continues_relative(scan: Scan, after: str, j: int) -> bool:
    """Tell whether the verb at *j* goes on with the relative clause: "arsip yang habis masa simpannya dan dinyatakan …"."""
    if (after == "VR" and "bare" not in scan.features(j)) or not scan.relative_open():
        return False
    if after == "VA":
        return scan.last() != "VACT" and scan.clause()[0].type not in {"VACT", "PREP", "UNTUK"}
    joined = scan.last() in _PASSIVE  # "yang diterima dan diproses": one predicate
    return not joined and (after != "VB" or "state" in scan.features(j))


def _in_list(scan: Scan, last: str, after: str, j: int) -> str:
    """Return the type of the conjunction where the verb at *j* is one of a list of nouns or modifiers; else "".

    "… dan terlantar", "barang keluar dan masuk", "apel, siaga, dan patroli".
    """
    ends = scan.base(j + 1) in {"CJ", ""}
    named = scan.main or "line" in scan.features(scan.clause()[0].first)
    if last == "N" and ends and ((after == "VT" and named) or scan.words[scan.out[-1].last].tag == "V_ROOT"):
        return "CJN"
    if after != "VR" or last not in {"N", "PROC"} or scan.base(j + 1) != "CJ":
        return ""
    n = next((n for n in range(j + 1, len(scan.bases)) if scan.bases[n] not in {"CJ", "-", "PAREN"}), j)
    return _before_noun(scan, last, j) if head_kind(scan, n) else ""


def _before_adjective(scan: Scan, last: str, j: int) -> str:
    free = scan.words[j].lower == "bebas"
    if last == "ADJ":
        return "CJA" if free or scan.base(j + 1) != "N" else "CJC"
    line = bool(scan.clause()) and "line" in scan.features(scan.clause()[0].first) and "apart" not in scan.features(j)
    belongs = line or scan.base(j + 1) == "N" or not scan.features(j) & _QUALITIES or scan.main
    if last in {"N", "PROC", "STATE"} and belongs and not free:
        return _before_noun(scan, last, j)
    return "CJQ"


def _before_noun(scan: Scan, last: str, j: int) -> str:
    if last in {"N", "NX"}:
        return "CJN"
    if last in {"PROC", "STATE"}:
        heads_only = all(t.type in {"PROC", "STATE", "CJV", "VACT"} for t in scan.clause())
        if heads_only and joined_kind(scan, j, last) == last:
            return "CJV"
        _heads_are_nouns(scan)
        return "CJN"
    if last in {"VPAS", "VTER", "VSTA"} and scan.clause()[0].type in {"N", "PROC", "STATE"}:
        return "CJC"
    if last in {"VACT", "VPAS", "VTER", "VSTA", "NYA"}:
        return ""
    return "CJN" if last == "SESUAI" else "CJC"


def _heads_are_nouns(scan: Scan) -> None:
    """Retype heads joined before a plain noun: "pelatihan, seminar dan buku panduan" is one list of nouns."""
    for k in range(len(scan.out) - 1, -1, -1):
        terminal = scan.out[k]
        if terminal.type in OPENS_CLAUSE:
            return
        if terminal.type in {"PROC", "STATE", "CJV"}:
            scan.out[k] = Terminal("CJN" if terminal.type == "CJV" else "N", terminal.first, terminal.last)
