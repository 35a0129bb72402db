"""Facts of what stands around a text: its place in the document, the verdict, the post, and notes that silence rules."""

from __future__ import annotations

import re
from typing import Any

from linter.engine.facts import Facts, Registry
from linter.language.clean import marker_length
from linter.model import level

CONTEXT: Registry = Registry()
fact = CONTEXT

_PLACEHOLDER = re.compile(
    r"""(?:
        [-–—.…_x*\s]+                                                   # -, ....., x
      | [(\[]\s*(?:diisi|isi|isikan|tuliskan|dapat\sditambahkan|contoh|jumlah\sdisesuaikan|nama)\b[^)\]]*[)\]]?  # (diisi …)
      | (?:diisi|isikan|tuliskan)\s(?:dengan|di|sesuai|oleh)\b.*
      | n/?a | nihil | tba | tbd | \(\s*\)
    )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")


@fact("part", "Bagian dokumen tempat teks ini berdiri.")
def _part(f: Facts) -> Any:
    return f.item.part


@fact(
    "own_side",
    "Apakah subjek adalah pihak penulis: ya (sama dengan jabatan/unit pada kepala SKP atau pengaturan), biasanya (kami, "
    "tim, subbagian), mungkin (nama jabatan), tidak.",
    ("ya", "biasanya", "mungkin", "tidak"),
)
def _own_side(f: Facts) -> Any:
    subject = f.parse.subject
    if subject is None:
        return None
    words = f.parse.words[subject.first : subject.last + 1]
    read, written = (" ".join(forms).split() for forms in ((w.lower for w in words), (w.text.lower() for w in words)))
    if _is_own(read, f) or _is_own(written, f):
        return "ya"
    if read[0] in f.lists.get("pihak-sendiri", frozenset()):
        return "biasanya"
    known = f.header.post or f.header.unit or f.header.own_titles  # own units do not say who in them writes
    return "mungkin" if not known and read[0] in f.lists.get("sebutan-jabatan", frozenset()) else "tidak"


def _is_own(tokens: list[str], f: Facts) -> bool:
    """Tell whether *tokens* name the writer's post, or a unit by its whole name: one Bidang is not another."""
    posts = [post.lower().split() for post in (f.header.post, *f.header.own_titles) if post]
    units = [unit.lower().split() for unit in (f.header.unit, *f.header.own_units) if unit]
    if not posts and not units:
        return False
    titles = f.lists.get("sebutan-jabatan", frozenset()) | f.lists.get("pihak-sendiri", frozenset())
    return any(
        post[: len(tokens)] == tokens or (post[:1] == tokens[:1] and tokens[0] in titles) for post in posts
    ) or any(unit[: len(tokens)] == tokens or tokens[: len(unit)] == unit for unit in units)


@fact("unit_words", "Kata-kata dalam nama unit dan jabatan pada kepala SKP, huruf kecil.")
def _unit_words(f: Facts) -> Any:
    return frozenset(_WORD.findall(f"{f.header.unit or ''} {f.header.post or ''}".lower()))


@fact(
    "placeholder",
    "Benar bila teks hanya pengisi: (diisi …), -, ….., x, atau tanpa huruf sama sekali.",
    ("true", "false"),
    cues=("#few", "#wordless", "#/", "#.", "#(", "diisi", "isikan", "tuliskan", "@teks-pengisi"),
)
def _placeholder(f: Facts) -> Any:
    body = f.item.text[marker_length(f.item.text) :]
    text = " ".join(body.lower().split()).strip(" .:;-–()[]")
    return (
        _PLACEHOLDER.match(body.strip()) is not None
        or _ends_in_dots(body)
        or _LETTER.search(text) is None
        or text in f.lists.get("teks-pengisi", frozenset())
    )


@fact("bagian", "Hasil kerja utama atau tambahan.", ("utama", "tambahan"))
def _section(f: Facts) -> Any:
    return f.item.section


@fact(
    "asal",
    "Asal teks: sendiri, atau warisan dari perjanjian kinerja, katalog, atau direktif.",
    ("sendiri", "pk", "katalog", "direktif"),
)
def _origin(f: Facts) -> Any:
    return f.item.asal


@fact("regime", "Rezim aturan yang berlaku, dan rezim-rezim yang diperluasnya.")
def _regime(f: Facts) -> Any:
    return f.lineage


@fact("approach", "Pendekatan rezim yang berlaku.", ("kuantitatif", "kualitatif"))
def _approach(f: Facts) -> Any:
    return f.approach


@fact("class", "Kelas rumusan setelah aturan kelas diputuskan.", ("pencapaian", "aktivitas", "kategori"))
def _class(f: Facts) -> Any:
    return f.verdict.class_ if f.verdict else None


@fact("semu", "Benar bila bentuknya hasil tetapi isinya masih kegiatan.", ("true", "false"))
def _semu(f: Facts) -> Any:
    return f.verdict.semu if f.verdict else False


@fact("confidence", "Keyakinan atas kelas, 0–1.", number=True)
def _confidence(f: Facts) -> Any:
    return f.verdict.confidence if f.verdict else None


@fact("confidence_level", "Keyakinan atas kelas dalam kata.", ("tinggi", "sedang", "rendah"))
def _confidence_level(f: Facts) -> Any:
    return level(f.verdict.confidence) if f.verdict else None


@fact("silence_bare", "Benar bila penanda abaikan tidak menyebut aturan.", ("true", "false"))
def _silence_bare(f: Facts) -> Any:
    return f.silence.bare if f.silence else None


@fact("silence_unknown", "Yang disebut penanda abaikan tetapi bukan kode atau nama aturan.")
def _silence_unknown(f: Facts) -> Any:
    return ", ".join(f.silence.unknown) if f.silence else None


@fact("silence_unused", "Aturan pada penanda abaikan yang tidak memberi catatan apa pun di situ.")
def _silence_unused(f: Facts) -> Any:
    return ", ".join(f.silence.unused) if f.silence else None


@fact("silence_unreasoned", "Benar bila penanda abaikan tidak menyebut alasan.", ("true", "false"))
def _silence_unreasoned(f: Facts) -> Any:
    return f.silence.unreasoned if f.silence else None


@fact("silence_unread", "Benar bila penanda abaikan ditulis dengan cara yang tidak terbaca.", ("true", "false"))
def _silence_unread(f: Facts) -> Any:
    return f.silence.unread if f.silence else None


def _ends_in_dots(text: str) -> bool:
    """Tell whether a blank to be filled ends the text: "Tanggal penetapan: ..........", "Nama ……"."""
    tail = text.rstrip()[-4:]
    return (len(tail) == 4 and set(tail) <= set("._")) or "……" in tail
