"""Whatever is written: an answer, inside the text, the same one twice."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.app import Analyser, Settings
from linter.model import PARTS, Checked, Header, Item

FIRST, SECOND = Analyser(), Analyser(Settings(profile="reviu"))
WORDS = (
    "Menyusun menyusun TERSUSUNNYA Terlaksananya Tersedia disusun di susun meningkat menjadi laporan data arsip pegawai "
    "Pembinaan Kepuasan layanan Tidak ada tidak yang untuk dengan secara sesuai pada terhadap agar tanpa paling lambat "
    "minimal tepat waktu baik optimal akurat dan atau , ; : . / ( ) - – ≥ % 12 1.250 95% 2026 Maret Rp5.000,00 setiap "
    "bulan kami Persentase Jumlah Indeks 3. a) • … \u00a0 \u00ad e\u0301 SKP (diisi dll. s.d. 3dokumen"
)
WRITTEN = st.lists(st.sampled_from(WORDS.split(" ")), max_size=16).map(" ".join)
TEXT = st.one_of(WRITTEN, st.text(max_size=60))


def inside(checked: Checked) -> None:
    """Assert that all that is said of a text lies inside it."""
    text = checked.item.text
    for finding in checked.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)
    if checked.verdict is not None:
        assert 0 <= checked.verdict.confidence <= 1
    if checked.parse is not None:
        parts = [checked.parse.subject, checked.parse.verb, checked.parse.object]
        for phrase in [p for p in parts if p] + [q.phrase for q in checked.parse.qualifiers]:
            assert text[phrase.start : phrase.end] == phrase.text


@given(TEXT)
@settings(max_examples=300)
@example("")
@example("\u2028")
@example("di")
def test_any_statement(text: str) -> None:
    checked = FIRST.check_text(text, part="rencana_kinerja")
    assert checked.verdict is not None
    assert checked.parse is not None
    inside(checked)


@given(TEXT, st.one_of(st.none(), TEXT), st.one_of(st.none(), TEXT), st.sampled_from([None, "kuantitas", "Waktu", ""]))
@settings(max_examples=200)
def test_any_indicator(text: str, target: str | None, rk: str | None, aspek: str | None) -> None:
    checked = FIRST.check_text(text, part="indikator", target=target, rk=rk, aspek=aspek)
    assert checked.indicator is not None
    inside(checked)


@given(TEXT)
@settings(max_examples=150)
def test_any_target(text: str) -> None:
    checked = FIRST.check_text(text, part="target")
    assert checked.parse is None
    inside(checked)


@given(TEXT, st.sampled_from(PARTS), st.sampled_from([None, "utama", "tambahan"]), st.lists(TEXT, max_size=2))
@settings(max_examples=200)
def test_any_part_of_any_document(text: str, part: str, section: str | None, duties: list[str]) -> None:
    item = Item(text, part, {"line": 1, "column": 1}, section=section, target=text, rk=text)
    header = Header(post=text[:20], unit=text[-20:], duties=tuple(duties), kind="skp")
    inside(FIRST.check(item, header))
    inside(SECOND.check(item, header, "p8-2021-dasar"))


@given(TEXT)
@settings(max_examples=200)
def test_the_same_text_gets_the_same_answer_from_a_fresh_and_a_used_analyser(text: str) -> None:
    first = FIRST.check_text(text)
    assert FIRST.check_text(text) == first
    assert FRESH.check_text(text) == first


FRESH = Analyser()


@pytest.mark.parametrize("text", ["Menata gudang " * 400, "a" * 20_000, "(" * 5_000, "- " * 5_000, "3. " * 3_000])
def test_a_long_text(text: str) -> None:
    inside(FIRST.check_text(text))


def test_a_common_draft_is_checked_without_spacy() -> None:
    program = (
        "import sys; from linter.app import Analyser; a = Analyser()\n"
        "assert a.check_text('Menyusun laporan keuangan, tepat waktu (bulanan)').verdict\n"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_order_of_texts_changes_nothing(gold: tuple[dict[str, Any], ...]) -> None:
    texts = [row["text"] for row in gold[::7]]
    forward = {text: FIRST.check_text(text) for text in texts}
    backward = {text: SECOND_DEFAULT.check_text(text) for text in reversed(texts)}
    assert forward == backward


SECOND_DEFAULT = Analyser()
