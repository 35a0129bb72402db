"""Noun runs: how far a noun phrase goes, and whether its head is an action or a state that heads the clause."""

from __future__ import annotations

from linter.grammar.contexts import VERBAL
from linter.grammar.scan import PREDICATES, Scan

_OWN = {"saya", "kami", "kita", "aku"}
_SAID_OF = {"QTY", "ADV", "A", "DEG", "SECARA", "DGN", "LIM", "TIME"}
"""What stands behind a verb that is said of a noun, rather than in it."""
_QUANTIFIERS = {"seluruh", "semua", "segenap", "setiap", "para", "sebagian"}
_CONDITIONS = {"kondisi", "keadaan"}
_LOOKED_AT = _OWN | _QUANTIFIERS | {"bidang"}
"""Nominal words that may begin something else, so that a run need not go on with them."""
_GOES_ON = VERBAL - {"VP", "VS"} | {"PAREN", "N", "NYA", "-", "/", "QTY", "PREP", "A"}
"""Classes of words with which a run may go on."""


def head_kind(scan: Scan, i: int) -> str:
    """Return PROC or STATE where the word at *i* can head a clause as an action or a state, else ""."""
    features = scan.features(i)
    return "PROC" if "process" in features else "STATE" if "state_noun" in features else ""


def joined_kind(scan: Scan, i: int, before: str) -> str:
    """Return what the word at *i* heads behind a head of the kind *before*: "perakitan dan | instalasi alat" names an act."""
    if before == "PROC" and {"also_verb", "loan"} <= scan.features(i):
        return "PROC"
    return head_kind(scan, i)


def is_field(scan: Scan, i: int) -> bool:
    """Tell whether "bidang" at *i* opens a phrase of its own ("… bidang pertanahan"), not a unit's name."""
    return (
        scan.words[i].lower == "bidang" and i > 0 and scan.base(i + 1) == "N" and "titled" not in scan.features(i - 1)
    )


def run_end(scan: Scan, j: int) -> int:
    """Return the last index of the run of nominal words that begins at *j*."""
    bases, words, end = scan.bases, scan.words, len(scan.bases) - 1
    while j < end:
        if bases[j + 1] == "N" and words[j + 1].lower not in _LOOKED_AT:  # most words
            j += 1
        elif more := _extends(scan, j):
            j += more
        else:
            break
    return j


def head_end(scan: Scan, start: int, last: int) -> int:
    """Return the last word of the action or state noun at *start*: "Bimbingan Teknis", "Asistensi/ pendampingan"."""
    head = start
    while head < last:
        if scan.bases[head + 1] == "/" and head + 2 <= last:
            head += 2
        elif scan.words[head + 1].lower == "teknis" or (
            head + 1 == last and (scan.words[head + 1].tag == "ADJR" or scan.bases[head + 1] == "A")
        ):
            head += 1
        else:
            break
    return head


def own_passive(scan: Scan, i: int) -> bool:
    """Tell whether "kami susun", "saya laporkan" begins at *i*: a passive that names the writer's side as its agent."""
    return scan.words[i].tag == "PRON" and scan.words[i].lower in _OWN and scan.base(i + 1) == "VR"


def subject_of_relative(scan: Scan, start: int) -> int:
    """Return the last word of the subject of a relative clause: "yang izinnya habis", "yang kami susun"; else 0."""
    for n in range(start, min(start + 3, len(scan.bases))):
        if scan.bases[n] != "N":
            return 0
        owned = scan.words[n].lower.endswith("nya") or scan.words[n].tag == "PRON"
        if owned and (scan.base(n + 1) in VERBAL or scan.base(n + 1) in {"A", "NEG", "AUX", "ADA", "PREP"}):
            return n
    return 0


def _extends(scan: Scan, j: int) -> int:
    """Return by how many words the run that ends at *j*, which is not the last word, goes on."""
    base, word = scan.bases[j + 1], scan.words[j + 1]
    if base not in _GOES_ON or (base == "PREP" and word.lower != "per"):
        return 0
    after = scan.base(j + 2)
    if base == "PAREN":
        return 1 if len(word.text) > 3 else 0
    if base == "N":
        if is_field(scan, j + 1) or _begins_subject(scan, j + 1):
            return 0
        return 0 if own_passive(scan, j + 1) and not scan.main else 1
    if base == "NYA":
        return 1
    if base == "-" and after == "N" and scan.adjacent(j):
        return 2  # ruas Cikondang–Sukarame
    if base == "/":
        return 2 if after in {"N", "A", "VR", "VB", "QTY"} else 0
    if base == "QTY":
        return 1 if after == "N" and scan.bases[j] != "PAREN" and scan.main else 0
    if base == "PREP":
        return 2 if after in {"N", "QTY"} else 0
    if base == "A":
        return _takes_adjective(scan, j, after)
    return _takes_verb(scan, j, base, after)


def _takes_adjective(scan: Scan, j: int, after: str) -> int:
    """Return how many words an adjective after *j* adds: it belongs to the noun, or is said of it."""
    word = scan.words[j + 1]
    features = word.reading.features
    if word.lower == "bebas" and after == "N" and not scan.main:
        return 0
    if after in {"N", "VR"} or scan.words[j].lower in _CONDITIONS:
        return 1
    if "apart" in features:
        return 1 if _in_named_line(scan) else 0
    if "line" in scan.features(scan.i):
        return 1  # "administrasi wajib pajak aktif": which ones, not how good
    if scan.main or scan.opened_by() in {"PREP", "SESUAI", "UNTUK", "DGN"} or "manner" in features:
        return 1
    if after in PREDICATES or after in {"VA", "VB"} or _headed_by(scan, "PROC") or scan.verb_beyond(j + 1):
        return 1
    return 0 if features & {"firm", "vague"} and "restricts" not in features else 1


def _takes_verb(scan: Scan, j: int, base: str, after: str) -> int:
    """Return 1 where a verb after *j* is embedded in the noun phrase, 0 where it is a predicate."""
    if base == "VA" and "means" in scan.features(j + 1) and scan.main:
        return 0
    if base == "VA":
        if scan.main or scan.embedded or after == "VA" or _headed_by(scan, "STATE"):
            return 1
        gerund = bool(scan.features(j) & {"gerund", "line"}) and not scan.features(scan.i) & {"person", "body"}
        return 1 if gerund or _names_work(scan, j, after) else 0
    if base == "VB":
        if _in_named_line(scan) and "state" not in scan.features(j + 1) and not (after and scan.last() == "CJN"):
            return 1  # layanan bagi ibu berisiko tinggi
        if "state" not in scan.features(j + 1) and scan.features(scan.i) & {"gerund", "line"}:
            return 1
        if scan.main or scan.embedded or after in PREDICATES or after == "VA":
            return 1
        final = scan.last() == "PREP" and not after
        return 1 if _headed_by(scan, "PROC") and (final or "state" not in scan.features(j + 1)) else 0
    if base == "VT":
        if after == "YANG" and not scan.out:
            return 1  # laporan terintegrasi yang akurat
        if "restricts" in scan.features(j + 1) and _headed_by(scan, "PROC"):
            return 1  # pengawasan apotek terdaftar
        final = scan.last() == "PREP" and not after and _headed_by(scan, "PROC")
        return 1 if scan.main or final or (_in_named_line(scan) and after not in _SAID_OF) else 0
    if base == "VR":
        if after == "VA" and "becomes" in scan.features(scan.skip(j + 2)):
            return 0  # status desa | naik menjadi maju
        if after in {"VA", "VP", "VT"}:
            return 1  # rumah tinggal memenuhi …
        if scan.none_beyond(j + 1):
            return 1  # anak putus di jenjang SD | tidak ada
        if after == "CJ" and scan.base(j + 3) == "VR" and scan.base(j + 4) in PREDICATES:
            return 3  # barang masuk dan keluar | tercatat
        bare = "bare" in scan.features(j + 1)
        if (scan.last() == "PREP" and not after and _headed_by(scan, "PROC")) or _in_named_line(scan):
            return 1  # penelaahan atas permohonan terpidana mati
        if "state" not in scan.features(j + 1) and _names_work(scan, j, "" if after in {"N", "VR"} else after):
            return 1
        attained = "stative" in scan.features(j + 1) and "doc" not in scan.features(j)  # "siswa lulus ujian"
        complement = after in {"N", "VR"} and not attained
        return 0 if not scan.main and bare and not complement else 1
    return 0


def _begins_subject(scan: Scan, j: int) -> bool:
    """Tell whether "seluruh …" at *j* is the subject behind a phrase in front: "Pada triwulan IV | seluruh ruas …"."""
    return scan.words[j].lower in _QUANTIFIERS and scan.last() == "PREP" and len(scan.clause()) == 1


def _in_named_line(scan: Scan) -> bool:
    """Tell whether the run belongs to a phrase behind the name of a line of work: "Layanan bagi anak terlantar …"."""
    clause = scan.clause()
    return (
        bool(clause)
        and "line" in scan.features(clause[0].first)
        and scan.last() in {"PREP", "UNTUK", "CJN"}
        and not scan.main
    )


def _names_work(scan: Scan, j: int, after: str) -> bool:
    """Tell whether a verb without an object after *j* only says which service is meant: "kegiatan belajar mengajar"."""
    if after in _SAID_OF or after in {"N", "NYA", "SUB"}:
        return False
    features = scan.features(scan.i)
    return "line" in features or (
        scan.last() == "PREP" and len(scan.clause()) == 1 and not features & {"person", "body"}
    )


def _headed_by(scan: Scan, kind: str) -> bool:
    """Tell whether the open clause, or the run in hand where it begins one, is headed by a noun of *kind*."""
    clause = scan.clause()
    return clause[0].type == kind if clause else head_kind(scan, scan.i) == kind
