"""Every layout of a form that was seen can be handed back: the copy reads as its original, and holds every note."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import writers
import yaml

from linter.app import Analyser, check_inputs
from linter.app.aspects import aspects_for
from linter.app.handback import Annotator, Placing, Written
from linter.app.resources import Resources
from linter.documents.read import read_path
from linter.model import Document, Item, NotChecked, Reviewed
from linter.report.reviewsheet import Signing, sheet_of, to_docx, to_html

LAYOUTS = Path(__file__).parents[1] / "documents" / "layouts"
FORMATS = ("csv", "xlsx", "docx", "md")


def cases() -> Iterator[Any]:
    for file in sorted(LAYOUTS.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            if "refused" in case:
                continue
            for kind in FORMATS if case.get("common") else case.get("only") or ("csv", "xlsx"):
                if kind in FORMATS and kind not in case.get("not", ()):
                    yield pytest.param(case, f".{kind}", id=f"{case['name']} · {kind}")


def read(path: Path) -> list[list[Item]]:
    """Return the items of each document, without the places that a copy in text shifts."""
    found = list(read_path(str(path)))
    assert not [one for one in found if isinstance(one, NotChecked) and one.fatal], found
    return [list(one.items) for one in found if isinstance(one, Document)]


def content(path: Path) -> bytes:
    """Return what a file holds, the parts of an archive unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def told(items: list[Item]) -> list[tuple[Any, ...]]:
    return [(one.part, one.text, one.id, one.parent, one.section, one.aspek, one.target, one.at) for one in items]


@pytest.fixture(scope="module")
def analyser(resources: Resources) -> Analyser:
    return Analyser(resources=resources)


@pytest.mark.parametrize(("case", "suffix"), list(cases()))
def test_a_copy_of_every_layout_reads_as_its_original(
    case: dict[str, Any], suffix: str, analyser: Analyser, tmp_path: Path
) -> None:
    draft = tmp_path / f"skp{suffix}"
    draft.write_bytes(writers.WRITERS[suffix](case["rows"], case.get("merges", ())))
    found: list[Written | NotChecked] = []
    documents: list[Reviewed] = []
    check_inputs([str(draft)], analyser, [Annotator(found.append, Placing([], None), "id")], stdin=bytes)
    for one in found:
        if isinstance(one, Written):
            documents += one.documents
        else:
            assert not one.fatal, one
    copy = tmp_path / f"skp-catatan{suffix}"
    assert list(map(told, read(copy))) == list(map(told, read(draft)))
    again = tmp_path / "lagi"
    check_inputs([str(copy)], analyser, [Annotator(found.append, Placing([], str(again)), "id")], stdin=bytes)
    assert (again / f"skp-catatan-catatan{suffix}").read_bytes() == copy.read_bytes()
    for document in documents:
        accepted = {note.key: True for note in document.notes}
        sheet = sheet_of(document, accepted, aspects_for(analyser, document.header), Signing(), "id")
        page = to_html([sheet], lang="id", deciding=False).decode()
        assert page.count('<div class="sign">') == 1
        assert to_docx(sheet)[:2] == b"PK"
        shown = " ".join(lxml.html.fromstring(page).text_content().split())
        texts = (one.item.text for one in document.items if one.item.part in ("rencana_kinerja", "indikator"))
        assert all(" ".join(text.split()) in shown for text in texts)
        noted = {note.finding.code for note in document.notes if note.item.part != "dokumen"}
        assert all(code.encode() in content(copy) for code in noted)
