"""What ``rules check`` finds to improve; the rules that are shipped leave nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.app import Analyser, Settings
from linter.app.resources import Resources
from linter.engine.facts import LISTS_OF_FACTS

RULE: dict[str, Any] = {
    "code": "P901", "name": "sebutan", "kind": "flag", "part": "rencana_kinerja", "severity": "info", "status": "stable",
    "since": "2026", "when": {"pattern": [{"LOWER": {"IN": "@sebutan-lama"}}]}, "message": {"id": "x"}, "why": {"id": "y"},
    "examples": {"bad": [{"text": f"{n} skpd"} for n in "abc"], "good": [{"text": n} for n in "abc"]},
}  # fmt: skip
Review = Callable[..., list[tuple[str, int | None, str, str | None]]]


@pytest.fixture
def review(tmp_path: Path) -> Review:
    """Give path, line, message and hint of the notices about a rule with some keys changed, and about more files."""

    def found(files: Mapping[str, str] | None = None, **keys: Any) -> list[tuple[str, int | None, str, str | None]]:
        (tmp_path / "lists").mkdir(exist_ok=True)
        (tmp_path / "lists" / "sebutan-lama.txt").write_text("skpd\n", "utf-8")
        (tmp_path / "P901-sebutan.yaml").write_text(yaml.safe_dump({**RULE, **keys}, sort_keys=False), "utf-8")
        for name, text in (files or {}).items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        notices = Analyser(Settings(rule_dirs=(str(tmp_path),), plugins=False)).review()
        return [(Path(n.path).name, n.line, n.message.id, n.hint.id if n.hint else None) for n in notices]

    return found


def test_the_rules_that_are_shipped_leave_nothing_to_improve(analyser: Analyser) -> None:
    assert analyser.review() == ()


def test_a_sound_rule_leaves_nothing_to_improve(review: Review) -> None:
    assert review() == []


def test_a_source_that_is_not_listed(review: Review) -> None:
    basis = [{"source": "Permen PANRB 8/2022", "place": "Lampiran, hlm. 14", "force": "wajib"}]
    (notice,) = review(basis=basis)
    assert notice[0] == "P901-sebutan.yaml"
    assert notice[2:] == (
        "sumber 'Permen PANRB 8/2022' belum terdaftar di sources/",
        "mungkin maksudnya 'Permen PANRB 8/2021'",
    )


def test_a_place_that_nobody_read(review: Review) -> None:
    basis = [{"source": "Permen PANRB 8/2021", "place": "Lampiran, hlm. 15", "force": "wajib"}]
    (notice,) = review(basis=basis)
    assert "belum terdaftar sebagai tempat yang sudah dibaca" in notice[2]
    assert notice[3] == "mungkin maksudnya 'Lampiran, hlm. 14'"


def test_a_source_of_ones_own_is_enough(review: Review) -> None:
    own = "sources: [{source: Pedoman 2026, title: Pedoman, places: [{place: Bab I}]}]"
    assert (
        review({"sources/kami.yaml": own}, basis=[{"source": "Pedoman 2026", "place": "Bab I", "force": "pedoman"}])
        == []
    )


def test_a_list_that_nothing_uses(review: Review) -> None:
    assert review({"lists/lupa.txt": "kata\n"}) == [
        ("lupa.txt", None, "daftar 'lupa' tidak dipakai aturan mana pun", None)
    ]


def test_few_examples(review: Review) -> None:
    (notice,) = review(examples={"bad": [{"text": "a skpd"}], "good": [{"text": n} for n in "abc"]})
    assert notice[2] == "baru 1 contoh 'bad'; sebaiknya sedikitnya 3"


def test_what_still_stands_as_it_was_begun(review: Review) -> None:
    three = [{"text": n} for n in "abc"]
    notices = review(
        message={"id": "'{match}' …", "en": "It says '{match}'."},
        why={"id": "…"},
        examples={"bad": [*RULE["examples"]["bad"], {"text": "… [[skpd]] …"}], "good": [*three, {"text": "…"}]},
    )
    assert [notice[2] for notice in notices] == [
        "isi 'message' belum ditulis",
        "isi 'why' belum ditulis",
        "contoh ini belum ditulis lengkap",
        "contoh ini belum ditulis lengkap",
    ]


def test_the_lists_that_facts_use_are_those_that_are_named(resources: Resources) -> None:
    """Every list that the code asks for by name is declared, and every one that is declared exists."""
    linter = Path(__file__).resolve().parents[2] / "linter"
    code = "\n".join(path.read_text("utf-8") for path in linter.rglob("*.py"))
    asked = {name for name in resources.rules.lists if f'lists.get("{name}"' in code or f'pairs.get("{name}"' in code}
    assert asked == set(LISTS_OF_FACTS)
