"""Whatever is typed, and in whatever order: the server has the text of the editor, and says what a fresh check says."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wire import Wire

from linter.app import Analyser
from linter.app.desk import Desk
from linter.documents.text import TextOptions
from linter.lsp.shelf import Shelf

URI = "file:///kerja/draf.skp"
ANALYSER, SHELF = Analyser(), Shelf()
LINES = st.sampled_from(
    (
        "Menyusun laporan kas dengan baik",
        "1. Tersusunnya daftar aset\u2028yang lengkap",
        "# skplint: abaikan C001 -- ditetapkan atasan",
        "😀 Monitoring dan evaluasi\x0bkegiatan",
        "Permohonan izin diproses paling lambat 3 hari kerja",
        "",
    )
)
TYPED = st.one_of(
    LINES, st.sampled_from(("\n", "\r\n", "\r", " ", "a", "n", "😀", "\u2028", "\x0b", "\ufeff", "%", "9"))
)


class Walk(RuleBasedStateMachine):
    """An editor that types, deletes and pastes anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.wire, self.text, self.version = Wire(), "", 1
        self.wire.server.shelf = SHELF
        self.wire.open(URI, "")

    @initialize(lines=st.lists(LINES, max_size=6))
    def paste(self, lines: list[str]) -> None:
        self._now("\n".join(lines))

    @rule(at=st.floats(0, 1), typed=TYPED)
    def insert(self, at: float, typed: str) -> None:
        place = int(at * len(self.text))
        self._now(self.text[:place] + typed + self.text[place:])

    @rule(at=st.floats(0, 1), length=st.integers(1, 40))
    def delete(self, at: float, length: int) -> None:
        place = int(at * len(self.text))
        self._now(self.text[:place] + self.text[place + length :])

    def _now(self, text: str) -> None:
        self.text, self.version = text, self.version + 1
        self.wire.change(URI, self.version, text)

    @invariant()
    def is_as_a_fresh_check(self) -> None:
        draft = self.wire.server.drafts[URI]
        assert draft.text.source == self.text
        fresh = Desk(ANALYSER, draft.path, lambda _: TextOptions()).check(self.text)
        assert draft.checkup(self.wire.server.shelf) == fresh
        version, sent = self.wire.published(URI)
        assert version == self.version
        assert [one["code"] for one in sent] == [
            f.code for checked in fresh.checked for f in checked.findings if f.suppressed is None
        ]


Walk.TestCase.settings = settings(
    max_examples=20, stateful_step_count=100, deadline=None, suppress_health_check=list(HealthCheck)
)
test_walk = Walk.TestCase
