"""A new SKP to be filled in: what the superior plans is in place, and each share asks the question that leads to a result.

The questions follow the steps of the matrix in Sosialisasi penyusunan SKP, BKPSDM Kabupaten Kebumen 2022 (pedoman); the form
is that of Permen PANRB 6/2022.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from linter.io.writable import fitting
from linter.model import Outline, Said, Share
from linter.report.reviewsheet.words import INDONESIAN

BLANK = "….."
"""What stands where something is still to be written; the rules know it as such."""
ASPECTS = ("kuantitas", "kualitas", "waktu")
_MOST = 255
"""Characters of a list in a drop-down, and of what a cell says when it is chosen; Excel takes no more."""
_HEADINGS = (
    "NO.", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU",
    "TARGET", "SATUAN",
)  # fmt: skip
_COLUMNS = len(_HEADINGS)
_WIDTHS = (6, 38, 44, 14, 44, 14, 14)
_LINE = 15.0
"""The height of a line in points."""


_ASKED = Said(
    "Apa yang harus dihasilkan {who} agar “{above}” tercapai, dan bagaimana mutunya?",
    "What must {who} bring about so that “{above}” is reached, and how good must it be?",
)
_FROM_MATRIX = Said(
    "Rumusan ini dari matriks. Sudahkah ia menyebut hasil {who}, dan bagaimana mutunya?",
    "This statement is from the matrix. Does it name what {who} brings about, and how good it is?",
)
_YOU = Said("Anda", "you")
_MEASURE = Said(
    "Dengan apa tercapainya diketahui? Sebut ukurannya: jumlah, persentase, waktu, indeks …",
    "How will it be known? Name the measure: a number, a share, a time, an index …",
)
_AIM = Said(
    "Angka atau rentang yang menantang dan dapat dicapai: 90–95",
    "A figure or a range that is a challenge and can be reached: 90–95",
)
_DRAWN = Said("Draf SKP yang diturunkan dari {source}.", "An SKP draft drawn from {source}.")
_FRAME = Said("Kerangka draf SKP.", "The frame of an SKP draft.")
_REPLACE = Said("Gantilah setiap {blank}", "Replace every {blank}")
_ANSWER = Said(" dengan jawaban atas pertanyaan di atasnya", " with the answer to the question above it")


def question(share: Share, outline: Outline, lang: str) -> str:
    """Return the question whose answer is the employee's result."""
    said = _FROM_MATRIX if share.text else _ASKED
    return said.said(lang).format(who=outline.post or _YOU.said(lang), above=share.above)


def to_yaml(outline: Outline, *, source: str | None, lang: str) -> str:
    """Return the draft in YAML; a comment above each plan asks its question. *source* is what it was drawn from."""
    drawn = _DRAWN.said(lang).format(source=source) if source else _FRAME.said(lang)
    replace = _REPLACE.said(lang).format(blank=BLANK) + (_ANSWER.said(lang) if outline.shares else "")
    lines = [
        f"# {drawn} {replace}.",
        f"regime: {outline.regime}",
        _period(outline.period),
        f"pegawai: {{jabatan: {_quoted(outline.post)}, unit_kerja: {_quoted(outline.unit)}}}",
        f"pejabat_penilai: {{jabatan: {_quoted(outline.appraiser)}}}",
        "utama:",
    ]
    for n, share in enumerate(outline.shares or (Share(""),), 1):
        if share.above:
            lines += [f"  # {question(share, outline, lang)}"]
        lines += [f"  - id: u{n}", f"    rhk: {_quoted(share.text)}"]
        lines += [f"    rhk_atasan: {_quoted(share.above)}"] if share.above else []
        lines += ["    indikator:"]
        if outline.qualitative:  # there indicator and target are one sentence
            lines += [f"      - {{teks: {_quoted('')}}}"]
        else:
            lines += [f"      - {{aspek: {one}, teks: {_quoted('')}, target: {_quoted('')}}}" for one in ASPECTS]
    if outline.behaviours:
        lines += [f"perilaku: [{', '.join(map(_quoted, outline.behaviours))}]"]
    return "\n".join(lines) + "\n"


def _period(period: tuple[str, str] | None) -> str:
    if period is None:
        return "# periode: {mulai: 2026-01-01, akhir: 2026-12-31}"
    return f"periode: {{mulai: {period[0]}, akhir: {period[1]}}}"


def _quoted(text: str | None) -> str:
    return json.dumps(text or BLANK, ensure_ascii=False)


def to_xlsx(outline: Outline, *, units: Sequence[str], lang: str) -> bytes:
    """Return the draft as a form: aspects and *units* to choose from, and the question beside each cell to be filled."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    form = _Form(book, outline, units, lang)
    form.head()
    form.plans()
    form.conduct()
    book.close()
    return file.getvalue()


class _Form:
    """Fills one sheet from the top; every cell of it is a text."""

    def __init__(self, book: Workbook, outline: Outline, units: Sequence[str], lang: str) -> None:
        self._outline = outline
        self._lang = lang
        self._units = _as_list(units)
        self._sheet: Worksheet = book.add_worksheet("SKP")
        self._row = 0
        plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA5B1"}
        self._title: Format = book.add_format({"bold": True, "font_size": 14})
        self._label: Format = book.add_format(plain | {"bold": True, "bg_color": "#EEF2F6"})
        self._cell: Format = book.add_format(plain | {"quote_prefix": True})
        self._given: Format = book.add_format(plain | {"quote_prefix": True, "font_color": "#52606D"})
        self._open: Format = book.add_format(plain | {"quote_prefix": True, "bg_color": "#FFFBEA"})
        for n, width in enumerate(_WIDTHS):
            self._sheet.set_column(n, n, width)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)

    def head(self) -> None:
        """Write the title, the period, and who appraises whom."""
        outline = self._outline
        for title in ("SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF"):
            self._text(title, self._title)
        if outline.period:
            self._text(f"PERIODE PENILAIAN: {' SD '.join(map(_day, outline.period))}", self._title)
        self._row += 1
        self._wide(0, 2, "PEGAWAI YANG DINILAI", self._label)
        self._wide(3, _COLUMNS - 1, "PEJABAT PENILAI KINERJA", self._label)
        self._row += 1
        for label in ("Nama", "NIP"):
            self._pair(label, "", "")
        self._pair("Jabatan", outline.post or "", outline.appraiser or "")
        self._pair("Unit Kerja", outline.unit or "", "")
        self._row += 1

    def plans(self) -> None:
        """Write a block of rows for each share: what is above it, its plan, and an indicator for each aspect."""
        self._sheet.set_row(self._row, 2 * _LINE)
        self._line(_HEADINGS, self._label)
        self._line(tuple(f"({n})" for n in range(1, _COLUMNS + 1)), self._label)
        self._section("A. KINERJA UTAMA")
        for n, share in enumerate(self._outline.shares or (Share(""),), 1):
            self._share(n, share)
        self._section("B. KINERJA TAMBAHAN")
        self._share(1, Share(""))

    def _share(self, n: int, share: Share) -> None:
        first, last = self._row, self._row + len(ASPECTS) - 1
        asked = question(share, self._outline, self._lang) if share.above else ""
        for column, text, shape in (
            (0, str(n), self._cell),
            (1, share.above, self._given),
            (2, share.text, self._open),
        ):
            self._sheet.merge_range(first, column, last, column, "", shape)
            self._sheet.write_string(first, column, fitting(text), shape)
        for row, aspect in enumerate(ASPECTS, first):
            self._sheet.write_string(row, 3, aspect.title(), self._cell)
            for column in (4, 5, 6):
                self._sheet.write_string(row, column, "", self._open)
            self._sheet.set_row(row, 2 * _LINE)
        self._hint(first, 2, last, "Rencana hasil kerja", asked)
        self._choice(first, 3, last, ["Kuantitas", "Kualitas", "Waktu", "Biaya"])
        self._hint(first, 4, last, "Indikator", _MEASURE.said(self._lang))
        self._hint(first, 5, last, "Target", _AIM.said(self._lang))
        self._choice(first, 6, last, self._units)
        self._row = last + 1

    def _hint(self, first: int, column: int, last: int, title: str, said: str) -> None:
        """Say *said* beside the cells when they are chosen."""
        if said:
            shown = {"validate": "any", "input_title": title, "input_message": fitting(said, _MOST)}
            self._sheet.data_validation(first, column, last, column, shown)

    def _choice(self, first: int, column: int, last: int, known: Sequence[str]) -> None:
        """Offer *known* in the cells; something else may be written."""
        self._sheet.data_validation(
            first, column, last, column, {"validate": "list", "source": list(known), "error_type": "information"}
        )

    def conduct(self) -> None:
        """Write the values of conduct, which every form has."""
        if not self._outline.behaviours:
            return
        self._row += 1
        self._section("PERILAKU KERJA")
        for n, value in enumerate(self._outline.behaviours, 1):
            self._wide(0, 0, str(n), self._cell)
            self._wide(1, 2, value.title(), self._cell)
            self._wide(3, _COLUMNS - 1, "Ekspektasi Khusus Pimpinan:", self._cell)
            self._row += 1

    def _pair(self, label: str, appraised: str, appraiser: str) -> None:
        """Write what is said under *label* of the one who is appraised and of the one who appraises."""
        for first, last, said in ((0, 1, label), (2, 2, appraised), (3, 3, label), (4, _COLUMNS - 1, appraiser)):
            self._wide(first, last, said, self._cell)
        self._sheet.set_row(self._row, _LINE * (1 + len(appraised) // _WIDTHS[2]))
        self._row += 1

    def _section(self, title: str) -> None:
        self._wide(0, _COLUMNS - 1, title, self._label)
        self._row += 1

    def _wide(self, first: int, last: int, text: str, shape: Format) -> None:
        """Write *text* across the columns from *first* to *last* of the row in hand."""
        if last > first:
            self._sheet.merge_range(self._row, first, self._row, last, "", shape)
        self._sheet.write_string(self._row, first, fitting(text), shape)

    def _line(self, texts: Sequence[str], shape: Format) -> None:
        for column, text in enumerate(texts):
            self._sheet.write_string(self._row, column, text, shape)
        self._row += 1

    def _text(self, text: str, shape: Format) -> None:
        self._sheet.write_string(self._row, 0, text, shape)
        self._row += 1


def _day(iso: str) -> str:
    """Return a day such as 2026-01-31 as the forms write it."""
    year, month, day = map(int, iso.split("-"))
    return f"{day} {INDONESIAN.months[month - 1]} {year}".upper()


def _as_list(units: Sequence[str]) -> list[str]:
    """Return as many of *units* as a drop-down takes."""
    found: list[str] = []
    for unit in units:
        if len(",".join((*found, unit))) > _MOST:
            break
        found.append(unit)
    return found
