"""From a verb or an action noun to its other forms: susun → menyusun, disusun, tersusun, tersusunnya.

Facts: language tables of result forms; roots whose idiomatic result is not ter- (ditetapkan, meningkat, berkembang).
"""

from __future__ import annotations

from linter.language.affixes import VOWELS, syllables
from linter.model import Parse, Word

_DI = {
    "laku",
    "beri",
    "tetap",
    "usul",
    "ada",
    "sah",
    "bahas",
    "tunjuk",
    "angkat",
    "pilih",
    "minta",
    "ganti",
    "serah",
    "buat",
    "ajar",
}
_DROP_KAN = {
    "laksana", "selenggara", "wujud", "sedia", "kumpul", "kendali", "bentuk", "cipta", "susun", "realisasi", "integrasi",
    "koordinasi", "rencana", "rumus", "kirim", "sosialisasi", "implementasi", "distribusi", "inventarisasi", "publikasi",
}  # fmt: skip
_INTRANSITIVE = {
    "tingkat": "meningkat", "turun": "menurun", "kuat": "menguat", "kembang": "berkembang", "kurang": "berkurang",
    "tambah": "bertambah", "ubah": "berubah", "jalan": "berjalan", "terbit": "terbit", "tertib": "tertib", "lancar": "lancar",
    "optimal": "optimal", "cepat": "cepat", "baik": "membaik", "perbaiki": "membaik",
}  # fmt: skip
_KEPT = {"kaji", "proses", "klarifikasi", "klasifikasi", "kritik", "kredit", "punya", "kalibrasi"}
_SUFFIXED = {
    "tingkat": "kan", "turun": "kan", "laksana": "kan", "sampai": "kan", "selesai": "kan", "tetap": "kan", "terbit": "kan",
    "sedia": "kan", "laku": "kan", "rumus": "kan", "rencana": "kan", "kembang": "kan", "wujud": "kan", "layan": "i",
    "damping": "i", "awas": "i", "penuh": "i", "tangan": "i", "beri": "kan", "kumpul": "kan", "kendali": "kan", "usul": "kan",
    "tindaklanjut": "i", "identifikasi": "", "sosialisasi": "kan", "koordinasi": "kan", "dokumentasi": "kan", "selenggara": "kan",
    "publikasi": "kan", "distribusi": "kan", "ada": "kan", "sah": "kan", "dayaguna": "kan", "fungsi": "kan", "jalan": "kan",
    "daftar": "kan", "salur": "kan", "tertib": "kan", "siap": "kan", "musnah": "kan", "daya": "kan", "lapor": "kan",
}  # fmt: skip
"""The suffix that the verb of a root usually has where only its noun is at hand (pendampingan → mendampingi)."""


def nasal(root: str) -> str:
    """Return meN- + *root*: menyusun, mengelola, memverifikasi, mengesahkan without its suffix."""
    first = root[0]
    if syllables(root) == 1 and len(root) <= 4:
        return "menge" + root
    cluster = len(root) > 1 and root[1] not in VOWELS and root[:2] not in ("ng", "ny")
    if first in "lrwymn":
        return "me" + root
    if first == "p":
        return "mem" + (root if cluster or root in _KEPT else root[1:])
    if first in "bfv":
        return "mem" + root
    if first == "t":
        return "men" + (root if cluster or root in _KEPT else root[1:])
    if first in "dcjz":
        return "men" + root
    if first == "s":
        return "men" + root if cluster else "meny" + root[1:]
    if first == "k":
        return "meng" + (root if cluster or root in _KEPT else root[1:])
    return "meng" + root


def ter(root: str) -> str:
    """Return ter- + *root*; te- before r."""
    return ("te" if root.startswith("r") else "ter") + root


class Inflection:
    """Forms of the verb or action noun of a parse; each answers None where the word has no such form."""

    def _root(self, parse: Parse) -> tuple[str, str] | None:
        """Return (root, suffix) of the first verb or action noun of *parse*."""
        if parse.verb is None:
            return None
        word = parse.words[parse.verb.first]
        if word.reading.guessed or not word.lemma.isalpha():
            return None
        if word.tag in ("V_ACT", "V_PASS"):
            return word.lemma, self._suffix(word)
        if "process" in word.reading.features or word.tag in ("N_PEAN", "V_NYA", "V_TER", "V_ROOT"):
            if "event" in word.reading.features or (
                word.tag == "N" and "loan" not in word.reading.features and "act" not in word.reading.features
            ):
                return None
            return word.lemma, _SUFFIXED.get(word.lemma, "")
        return None

    @staticmethod
    def _suffix(word: Word) -> str:
        last = word.reading.affixes[-1] if word.reading.affixes else ""
        return last.strip("-") if last in ("-kan", "-i") else ""

    @staticmethod
    def _per(parse: Parse) -> str:
        """Return the second prefix of the verb: per- (memperbarui), pel- (mempelajari), ""."""
        word = parse.words[parse.verb.first] if parse.verb else None
        if word is None or not {"meN-per-", "di-per-"} & set(word.reading.affixes):
            return ""
        return "pel" if word.lemma == "ajar" else "per"

    def result_of(self, parse: Parse) -> str | None:
        """Return the predicate of the result: tersusun, ditetapkan, meningkat."""
        found = self._root(parse)
        if found is None:
            return None
        root, suffix = found
        if per := self._per(parse):
            return "di" + per + root + suffix
        if root in _INTRANSITIVE and suffix in ("kan", ""):
            return _INTRANSITIVE[root]
        if root in _DI:
            return "di" + root + suffix
        if suffix == "kan" and root in _DROP_KAN:
            suffix = ""
        return ter(root) + suffix

    def result_event_of(self, parse: Parse) -> str | None:
        """Return the nominalised result: tersusunnya, ditetapkannya, meningkatnya."""
        result = self.result_of(parse)
        return result + "nya" if result else None

    def passive_of(self, parse: Parse) -> str | None:
        """Return the di- passive: disusun, dilayani."""
        found = self._root(parse)
        return "di" + self._per(parse) + found[0] + found[1] if found else None

    def active_of(self, parse: Parse) -> str | None:
        """Return the active verb: menyusun, mendampingi."""
        found = self._root(parse)
        if found is None:
            return None
        per = self._per(parse)
        return "mem" + per + found[0] + found[1] if per else nasal(found[0]) + found[1]
