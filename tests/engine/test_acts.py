"""Acts: what a statement says is done, to what and for whom, and what better sentences say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from linter.app import Analyser
from linter.app.resources import Resources
from linter.engine import Facts
from linter.engine.act_facts import act_in
from linter.engine.act_words import ACT_FILLERS, act_filler
from linter.engine.vocabulary import REGISTRY
from linter.language import Inflection
from linter.model import Item

Read = Callable[[str], Facts]
FIELD = "Menganyam tikar pandan di balai desa"
TALK = "Melakukan penyuluhan sanitasi kepada pedagang pasar"
LESSON = "Memberikan edukasi lalu lintas kepada pelajar SMP setiap semester"
HELD = "Penyuluhan sanitasi pasar diselenggarakan"
CAME = "Terlaksananya pemetaan sumur bor"
NOUN = "Sosialisasi tarif parkir kepada juru parkir"
ABOUT = "Pembahasan terhadap rancangan perda"
HELP = "Membantu lurah dalam menyiapkan denah kantor"
SHELL = "Kegiatan pelaksanaan pendataan nelayan"
TWO = "Memonitor dan mengevaluasi pasar murah"
AGAIN = "Pengukuran ulang lahan sawah"
TAUGHT = "Mengajari pengurus koperasi membuat neraca"
URGED = "Mendorong nelayan untuk memakai jaring ramah lingkungan"
LOUD = "Pengukuran debit sungai secara berkala"
MORE = "Meningkatkan produksi garam rakyat"
FOREIGN = "Mengupload berkas lelang"
AMOUNT = "Melatih 15 juru masak"


@pytest.fixture(scope="module")
def read(analyser: Analyser) -> Read:
    """Give the facts of a rencana kinerja."""
    return lambda text: analyser.examine(Item(text, "rencana_kinerja", {"line": 1, "column": 1}))[1]


@pytest.fixture(scope="module")
def say(read: Read, resources: Resources) -> Callable[[str, str], str]:
    """Give what a filler says of a text."""
    inflection = Inflection(resources.lexicon)
    return lambda text, name: act_filler(name)(read(text), inflection, "")


@pytest.mark.parametrize(
    ("text", "roots", "noun", "patient"),
    [
        (FIELD, {"anyam"}, False, "tikar pandan"),
        (TALK, {"suluh"}, True, "sanitasi"),
        (LESSON, {"edukasi"}, True, "lalu lintas"),
        (HELD, {"suluh"}, True, "sanitasi pasar"),
        (CAME, {"peta"}, True, "sumur bor"),
        (NOUN, {"sosialisasi"}, True, "tarif parkir"),
        (ABOUT, {"bahas"}, True, "rancangan perda"),
        (HELP, {"siap"}, False, "denah kantor"),
        (SHELL, {"data"}, True, "nelayan"),
        (TWO, {"monitor", "evaluasi"}, False, "pasar murah"),
        (AGAIN, {"ukur"}, True, "lahan sawah"),
        ("Mengukur ulang lahan sawah", {"ukur"}, False, "lahan sawah"),
        ("Rapat koordinasi diselenggarakan", {"rapat"}, True, "koordinasi"),
        ("Bertugas di pos jaga", {"tugas"}, False, None),
    ],
)  # fmt: skip
def test_the_act_and_its_patient(read: Read, text: str, roots: set[str], noun: bool, patient: str | None) -> None:
    facts = read(text)
    act = act_in(facts)
    assert act is not None
    words = facts.parse.words
    span = act.patient and facts.item.text[words[act.patient[0]].start : words[act.patient[1]].end]
    assert ({w.lemma for w in act.words}, act.noun, span) == (roots, noun, patient)


@pytest.mark.parametrize("text", ["Kantor pelabuhan", "Air bersih", ""])
def test_a_thing_is_no_act(read: Read, say: Callable[[str, str], str], text: str) -> None:
    assert act_in(read(text)) is None
    assert {say(text, name) for name in ACT_FILLERS} == {""}


@pytest.mark.parametrize(
    ("text", "filler", "said"),
    [
        (FIELD, "Perihal", "Tikar pandan di balai desa"),
        (FIELD, "benda", "tikar pandan"),
        (FIELD, "tempat", "di balai desa"),
        (FIELD, "dikenai", "dianyam"),
        (FIELD, "jadi", "dianyam"),
        (FIELD, "penerima", ""),
        (TALK, "kegiatan", "penyuluhan sanitasi"),
        (TALK, "Penerima", "Pedagang pasar"),
        (TALK, "kepada", "kepada pedagang pasar"),
        (LESSON, "penerima", "pelajar SMP"),
        (LESSON, "lain", "setiap semester"),
        (LESSON, "dan_tepat_waktu", ""),
        (TALK, "dan_tepat_waktu", "dan tepat waktu"),
        (HELD, "Kegiatan", "Penyuluhan sanitasi pasar"),
        (CAME, "jadi", "terpetakan"),
        (CAME, "tindakan", "pemetaan"),
        (ABOUT, "kegiatan", "pembahasan rancangan perda"),
        (HELP, "kegiatan", "penyiapan denah kantor"),
        (SHELL, "dikenai", "didata"),
        (TWO, "dikenai", "dimonitor dan dievaluasi"),
        (TWO, "tindakan", "monitoring dan evaluasi"),
        (AGAIN, "dikenai", "diukur ulang"),
        (AGAIN, "kegiatan", "pengukuran ulang lahan sawah"),
        ("Mengukur ulang lahan sawah", "dikenai", "diukur ulang"),
        (TAUGHT, "Pelaku", "Pengurus koperasi"),
        (TAUGHT, "perbuatan", "membuat neraca"),
        (URGED, "supaya", "memakai jaring ramah lingkungan"),
        (URGED, "tujuan", "untuk memakai jaring ramah lingkungan"),
        (LOUD, "cara", "secara berkala"),
        (LOUD, "secara", "secara berkala,"),
        (MORE, "berubah", "meningkat"),
        (MORE, "Pokok", "Produksi garam rakyat"),
        (FOREIGN, "jadi", "terunggah"),
        (AMOUNT, "Benda", "15 juru masak"),
    ],
)
def test_what_a_better_sentence_says(say: Callable[[str, str], str], text: str, filler: str, said: str) -> None:
    assert say(text, filler) == said


def test_a_filler_in_capitals_begins_with_one(say: Callable[[str, str], str]) -> None:
    for name in (name for name in ACT_FILLERS if name[0].isupper() and name.lower() in ACT_FILLERS):
        small = say(TAUGHT, name.lower())
        assert say(TAUGHT, name) == small[:1].upper() + small[1:], name


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        (TALK, "act_root", "suluh"),
        (TWO, "act_roots", {"monitor", "evaluasi"}),
        (TALK, "act_noun", True),
        (FIELD, "act_noun", False),
        (FIELD, "patient_head", "tikar"),
        (FIELD, "patient_tag", "N"),
        ("Mengupayakan terbentuknya bank sampah", "patient_tag", "V_NYA"),
        (AMOUNT, "patient_tags", {"NUM", "N"}),
        ("Fasilitasi karier, promosi jabatan, dan mutasi pegawai", "listed_acts", 3),
        (NOUN, "listed_acts", 1),
        (FIELD, "listed_acts", 0),
        ("Kantor pelabuhan", "act_root", None),
        ("Kantor pelabuhan", "receiver_kind", frozenset()),
    ],
)
def test_a_fact_of_an_act(read: Read, text: str, fact: str, value: Any) -> None:
    assert REGISTRY[fact].get(read(text)) == value


@pytest.mark.parametrize(
    ("text", "fact", "kind"),
    [
        (TALK, "receiver_kind", "person"),
        ("Melatih juru masak", "patient_kind", "person"),
        (AMOUNT, "patient_kind", "person"),
        (TALK, "act_kind", "process"),
    ],
)
def test_a_kind_in_an_act(read: Read, text: str, fact: str, kind: str) -> None:
    assert kind in REGISTRY[fact].get(read(text))
