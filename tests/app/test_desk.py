"""A draft under edit: what is said of each version is what a fresh check says, and only what changed is judged again."""

from __future__ import annotations

import pytest

from linter.app import Analyser
from linter.app.desk import Checkup, Desk
from linter.documents.text import TextOptions

TEXTS = ["Menyusun laporan kas", "Laporan kas tersusun tepat waktu", "Monitoring dan supervisi"]


class Counting(Analyser):
    """An analyser that counts the texts it is asked to judge."""

    asked = 0

    def examine(self, *arguments, **named):
        self.asked += 1
        return super().examine(*arguments, **named)


@pytest.fixture(scope="module")
def analyser() -> Counting:
    return Counting()


def desk(analyser: Analyser, name: str = "draf.skp") -> Desk:
    return Desk(analyser, name, lambda _: TextOptions())


def check(analyser: Analyser, text: str, name: str = "draf.skp") -> Checkup:
    return desk(analyser, name).check(text)


def test_only_what_changed_is_judged_again(analyser):
    open_draft = desk(analyser)
    open_draft.check("\n".join(TEXTS))
    analyser.asked = 0
    changed = "\n".join([TEXTS[0], "Laporan kas tersusun tepat waktu dan lengkap", TEXTS[2]])
    found = open_draft.check(changed)
    assert analyser.asked == 2  # the text, and the document as a whole
    assert found == check(analyser, changed)


def test_texts_that_moved_are_not_judged_again_and_stand_where_they_do(analyser):
    open_draft = desk(analyser)
    open_draft.check("\n".join(TEXTS))
    analyser.asked = 0
    moved = "\n\n" + "\n".join(reversed(TEXTS))
    found = open_draft.check(moved)
    assert analyser.asked == 1
    assert found == check(analyser, moved)


def test_what_stands_around_a_text_counts(analyser):
    open_draft = desk(analyser)
    open_draft.check("\n".join(TEXTS))
    analyser.asked = 0
    explained = "\n".join(["Nilai indeks kepuasan masyarakat (IKM) meningkat", *TEXTS])
    found = open_draft.check(explained)
    assert analyser.asked == len(TEXTS) + 2  # an abbreviation explained above counts for all below
    assert found == check(analyser, explained)


def test_another_header_has_all_judged_again(analyser):
    draft = "pegawai: {{jabatan: {}, unit_kerja: Bagian Umum}}\nutama:\n  - rhk: Menyusun laporan kas\n"
    open_draft = desk(analyser, "draf.yaml")
    open_draft.check(draft.format("Arsiparis"))
    found = open_draft.check(draft.format("Kepala Bagian Umum"))
    assert found == check(analyser, draft.format("Kepala Bagian Umum"), "draf.yaml")


def test_what_cannot_be_read_has_its_place(analyser):
    found = check(analyser, "utama:\n  - rhk: Menyusun\n    rkh: salah\n", "draf.yaml")
    assert [(one.line, one.fatal) for one in found.unread] == [(3, True)]
    assert check(analyser, "nama: layanan\n", "lain.yaml").checked == ()


def test_nothing_depends_on_what_was_forgotten(analyser):
    before = check(analyser, "\n".join(TEXTS))
    analyser.forget()
    assert check(analyser, "\n".join(TEXTS)) == before
