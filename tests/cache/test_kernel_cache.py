"""The kernel with a cache: the same rows, judged once, and no text on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.app import Analyser, Settings
from linter.app.resources import Resources
from linter.cache import ResultCache

pa = pytest.importorskip("pyarrow")

from linter.batch.kernel import Kernel  # noqa: E402 – only where pyarrow is

TEXTS = ["Menyusun laporan keuangan", "Arsip vital tersimpan sesuai ketentuan", "Rapat bulanan", None, "\ud800"]


def batch(texts: list[str | None], **columns: str) -> Any:
    rows = {"id": [str(n) for n in range(len(texts))], "text": texts}
    rows |= {name: [value] * len(texts) for name, value in columns.items()}
    return pa.RecordBatch.from_pydict(rows)


def kernel(resources: Resources, folder: Path, **settings: Any) -> tuple[Kernel, list[str]]:
    """Return a kernel with a cache, and the list of the texts that it judges."""
    analyser = Analyser(Settings(**settings), resources)
    judged: list[str] = []
    check = analyser.check

    def counting(item: Any, *rest: Any) -> Any:
        judged.append(item.text)
        return check(item, *rest)

    analyser.check = counting  # type: ignore[method-assign]
    return Kernel(analyser=analyser, cache=ResultCache(folder)), judged


def test_what_was_judged_once_is_not_judged_again(resources: Resources, tmp_path: Path) -> None:
    rows = batch(TEXTS[:4])
    first, judged = kernel(resources, tmp_path)
    told = first.score(rows)
    assert judged == TEXTS[:3]
    second, again = kernel(resources, tmp_path)
    assert second.score(rows).equals(told)
    assert again == []


def test_other_settings_and_another_own_side_are_other_questions(resources: Resources, tmp_path: Path) -> None:
    first, _ = kernel(resources, tmp_path)
    first.score(batch(TEXTS[:1]))
    for changed, columns in (
        ({"profile": "dasar"}, {}),
        ({"regime": "p8-2021-dasar"}, {}),
        ({}, {"jabatan": "Bendahara"}),
    ):
        other, judged = kernel(resources, tmp_path, **changed)
        plain = Kernel(analyser=Analyser(Settings(**changed), resources))
        assert other.score(batch(TEXTS[:1], **columns)).equals(plain.score(batch(TEXTS[:1], **columns)))
        assert judged == TEXTS[:1]


def test_no_text_and_no_word_of_it_is_on_the_disk(resources: Resources, tmp_path: Path) -> None:
    first, _ = kernel(resources, tmp_path)
    first.score(batch(["Kenari Rekaan menyusun laporan keuangan", "Arsip vital tersimpan"], unit="Bidang Rekaan"))
    data = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len(data) > 4_000
    assert not any(word in data.lower() for word in (b"kenari", b"rekaan", b"laporan", b"arsip", b"vital", b"bidang"))


def test_what_a_broken_entry_says_is_not_believed(resources: Resources, tmp_path: Path) -> None:
    first, _ = kernel(resources, tmp_path)
    told = first.score(batch(TEXTS[:2]))
    cache = ResultCache(tmp_path)
    assert cache._database is not None
    cache._database.execute("UPDATE results SET value = x'c1'")
    second, judged = kernel(resources, tmp_path)
    assert second.score(batch(TEXTS[:2])).equals(told)
    assert judged == TEXTS[:2]
