"""Verbs of a statement as terminals of the grammar: predicates, heads, parts of a noun or of the verb before them."""

from __future__ import annotations

from linter.grammar.nominal import noun
from linter.grammar.scan import VERB, Scan, Terminal


def verb(scan: Scan, base: str) -> None:
    """Emit a verb with its voice, or the noun run or the verb that it belongs to."""
    i, last = scan.i, scan.last()
    if (base == "VR" and not _root_is_verb(scan)) or (base in {"VT", "VR"} and last == "CJN"):
        noun(scan, base)
    elif "means" in scan.features(i) and _says_means(scan):
        scan.emit("DGN", i)
    elif "strikes" in scan.features(i) and last in {"ADJ", "VSTA", "VTER"} and scan.relative_open():
        scan.widen(i)  # yang tambaknya rusak diterjang rob
    else:
        kind = _voice(scan, base)
        if (kind == "VACT" and last in {"VACT", "VIN"}) or _joins_verb(scan, base):
            scan.widen(i)
        elif base in {"VA", "VP"} or not _completes_passive(scan):
            _predicate(scan, kind)


def _predicate(scan: Scan, kind: str) -> None:
    """Emit a verb of its own, and note whether it is that of the clause."""
    last = scan.last()
    if last == "ADJ":
        _quality_is_subject(scan)
    if (
        last in {"PROC", "N", "NX", "STATE", "CJV", "AUX", "NEG", "TIME"} or scan.at_start()
    ) and not scan.in_relative():
        scan.main = True
        scan.mains.append(len(scan.out))
    scan.embedded = scan.embedded or (kind == "VACT" and last in {"UNTUK", "PREP"})
    scan.emit(kind, scan.i)


def _voice(scan: Scan, base: str) -> str:
    """Return the terminal of the verb here; bare roots and ber- verbs are acts or states by where they stand."""
    i, features, last = scan.i, scan.features(scan.i), scan.last()
    kind = VERB[base]
    if scan.at_start() and base in {"VB", "VR"}:
        bare = "bare" in features and not scan.words[i].reading.affixes
        stands = "state" in features if base == "VB" else bare and "state" in features and not _first_of_chain(scan)
        kind = "VSTA" if stands else "VACT"
    elif base == "VB" and "state" not in features:
        kind = "VACT" if last in {"UNTUK", "PREP", "CJV"} or _aided(scan) else kind
    elif base == "VR":
        joined = last == "CJV" and scan.out[-2].type == "VACT"
        own = last == "N" and scan.words[i - 1].tag == "PRON"  # kami dampingi kelompok tani
        kind = "VACT" if joined or own or last == "UNTUK" else kind
    return "VIN" if kind == "VACT" and last == "NYA" else kind


def _says_means(scan: Scan) -> bool:
    """Tell whether a verb of means opens a phrase here: "memetakan lahan | menggunakan drone"."""
    return (scan.main or scan.relative_open()) and scan.last() in {"N", "NX"} and scan.base(scan.i + 1) == "N"


def _joins_verb(scan: Scan, base: str) -> bool:
    """Tell whether the verb belongs to the one right before it: "pindah masuk", "rampung diuji"."""
    if not scan.behind_verb():
        return False
    before = scan.words[scan.i - 1]
    if "becomes" in scan.features(scan.i):
        return scan.last() in {"VSTA", "VTER", "VPAS"}  # meningkat menjadi BB
    if base == "VR":
        return scan.last() == "VSTA" and before.tag == "V_ROOT"
    return base in {"VP", "VT"} and "chains" in before.reading.features


def _aided(scan: Scan) -> bool:
    """Tell whether only an auxiliary opens the clause: "Turut berkoordinasi …"; behind a noun the verb is said of it."""
    clause = scan.clause()
    return bool(clause) and all(t.type in {"AUX", "NEG"} for t in clause)


def _completes_passive(scan: Scan) -> bool:
    """Join a verb to the passive right before it: "dinyatakan lulus", "dinyatakan tidak bernilai"."""
    denied = len(scan.out) > 1 and scan.last() == "NEG" and scan.out[-2].type == "VPAS"
    passive = scan.out[-2 if denied else -1] if scan.out else None
    if passive is None or passive.type != "VPAS" or scan.words[passive.last].tag != "V_PASS":
        return False
    if denied:
        scan.out.pop()
    scan.widen(scan.i)
    return True


def _root_is_verb(scan: Scan) -> bool:
    """Tell whether a bare root is a verb here: first before a noun, after untuk or an auxiliary, or said of a noun."""
    features, last = scan.features(scan.i), scan.last()
    if last == "VACT":
        return False
    if last == "N" and scan.i and scan.words[scan.i - 1].tag == "PRON" and scan.base(scan.i + 1) == "N":
        return True
    joined = last == "CJV" and (not scan.main or scan.out[-2].type == "VACT")
    if joined or last in {"UNTUK", "AUX", "NEG", "YANG", "NREL"}:
        return True
    if scan.at_start():
        after = scan.base(scan.i + 1)
        named = after == "VR" and "bare" not in scan.features(scan.skip(scan.i + 1))  # tempel label
        opens = named or _first_of_chain(scan) or after in {"N", "PREP", "DGN", "QTY"}
        return opens and not scan.predicate_ahead()
    return "bare" in features and (scan.base(scan.i + 1) != "N" or "stative" in features)


def _first_of_chain(scan: Scan) -> bool:
    """Tell whether acts in a row begin here: "Cek dan catat suhu", "Buka, sortir, lalu bagikan surat"."""
    n = scan.i + 1
    while n < len(scan.bases) and scan.bases[n] in {"CJ", "VR", "VA"}:
        n += 1
    more = n + (scan.base(n) == "ADV")  # an adverb behind the last: "lalu pasang kembali papan"
    return n > scan.i + 2 and scan.bases[scan.i + 1] == "CJ" and scan.base(more) in {"N", "QTY"}


def _quality_is_subject(scan: Scan) -> None:
    """Read an adjective between a noun and its verb as part of the noun: "Rumah layak dibangun"."""
    if len(scan.out) > 1 and scan.out[-2].type == "N":
        adjective = scan.out.pop()
        noun = scan.out.pop()
        scan.out.append(Terminal("N", noun.first, adjective.last))
