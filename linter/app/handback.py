"""Hands files back: copies with the notes in them, review sheets; never over a file that is the user's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from linter.documents.decisions import decisions_in
from linter.documents.marked.choose import mark, refusal
from linter.documents.marked.copy import Copy
from linter.documents.read import reason
from linter.io.atomic import write_atomic
from linter.io.files import read_bytes, shown
from linter.io.ours import COPY_ENDING, REVIEW_ENDING, digest_of, may_be_replaced
from linter.model import Checked, Document, NotChecked, Reviewed, Said, UserError
from linter.report.base import Run, Summary
from linter.report.remarks import marking_of
from linter.report.reviewsheet import Aspect, Signing, sheet_of, to_docx, to_html

_NOT_OURS = Said(
    "berkas tujuan sudah ada dan sudah diubah, atau bukan tulisan skplint; pindahkan dahulu, atau pakai --output FOLDER",
    "the file to be written exists and was changed, or was not written by skplint; move it, or use --output FOLDER",
)
_TOO_LONG = Said(
    "terlalu banyak rumusan untuk sebuah salinan; pakai: skplint check --format csv=catatan.csv",
    "too many statements for a copy; use: skplint check --format csv=notes.csv",
)
_STDIN = Said("masukan standar tidak punya berkas untuk disalin", "the standard input has no file to be copied")


class Written(msgspec.Struct, frozen=True):
    """What became of a file: where its copy or sheet was written, what the user must know, and its documents."""

    path: str
    written: tuple[str, ...]
    documents: tuple[Reviewed, ...]
    told: tuple[Said, ...] = ()


Tell = Callable[[Written | NotChecked], None]


class Placing:
    """Says where what is made of a file goes: beside it, or into the folder *output*, in which the folders *inputs* keep
    their order; two files never go to one place."""

    def __init__(self, inputs: Sequence[str], output: str | None) -> None:
        self._inputs = [Path(path) for path in inputs]
        self._output = Path(output) if output is not None else None
        self._taken: set[Path] = set()

    def __call__(self, path: str, ending: str, suffix: str) -> str:
        """Return the place for *path*, with *ending* behind its name and *suffix* as what it is."""
        draft = Path(path)
        folder = self._folder(draft.parent)
        place, n = folder / f"{draft.stem}{ending}{suffix}", 1
        while place in self._taken:
            n += 1
            place = folder / f"{draft.stem}{ending}-{n}{suffix}"
        self._taken.add(place)
        return str(place)

    def _folder(self, folder: Path) -> Path:
        if self._output is None:
            return folder
        within = next((one for one in self._inputs if folder.is_relative_to(one)), folder)
        return self._output / folder.relative_to(within)


class _Handing:
    """A reporter that waits for whole files; what was not checked is told as it is, unless another one tells it (*beside*)."""

    def __init__(self, tell: Tell, place: Placing, *, beside: bool = False) -> None:
        self._tell = tell
        self._place = place
        self._beside = beside

    def begin(self, run: Run) -> None: ...

    def document(self, doc: Document) -> None: ...

    def item(self, doc: Document, checked: Checked) -> None: ...

    def not_checked(self, nc: NotChecked) -> None:
        if not self._beside:
            self._tell(nc)

    def end(self, summary: Summary) -> None: ...

    def file(self, documents: tuple[Reviewed, ...]) -> None:
        """Hand back one file; what cannot be done is told as an input that was not dealt with."""
        path = documents[0].path
        try:
            self._tell(self.handed(path, documents))
        except UserError as error:
            where = shown(error.path) if error.path and error.path != path else ""
            said = reason(error)
            told = Said(f"{where}: {said.id}", f"{where}: {said.said('en')}") if where else said
            self._tell(NotChecked(path, told))

    def handed(self, path: str, documents: tuple[Reviewed, ...]) -> Written:
        """Write what belongs to the file *path*; raises UserError where that cannot be done."""
        raise NotImplementedError


class Annotator(_Handing):
    """Writes a copy of each file with the notes in it."""

    def __init__(
        self,
        tell: Tell,
        place: Placing,
        lang: str,
        *,
        index: bool = False,
        beside: bool = False,
        written: dict[str, str] | None = None,
    ) -> None:
        """*written* are the copies (digest by path) that this process wrote before, to which those of this run are added:
        a copy that is still as it was written may be replaced, also where it cannot show that itself.
        """
        super().__init__(tell, place, beside=beside)
        self._lang = lang
        self._index = index
        self._written = written if written is not None else {}

    def handed(self, path: str, documents: tuple[Reviewed, ...]) -> Written:
        why = _STDIN if path == "-" else refusal(path)
        if why is not None:
            raise UserError(why, path=path)
        copy = marked_copy(read_bytes(path), documents, self._lang, index=self._index)
        place = self._place(path, COPY_ENDING, copy.suffix)
        before = self._written.get(place)
        _save(place, copy.data, still_ours=before is not None and before == _digest(place))
        self._written[place] = digest_of(copy.data)
        return Written(path, (place,), documents, copy.told)


class Reviewing(_Handing):
    """Writes the Lembar Reviu of each SKP: pages to decide on, or with *decisions* what was accepted, to sign."""

    def __init__(
        self,
        tell: Tell,
        place: Placing,
        lang: str,
        *,
        aspects: Callable[[Reviewed], Sequence[Aspect]],
        decisions: Mapping[str, bool] | None,
        accept_all: bool,
        signing: Signing,
        formats: Sequence[str],
        beside: bool = False,
    ) -> None:
        super().__init__(tell, place, beside=beside)
        self._lang = lang
        self._aspects = aspects
        self._decisions = decisions
        self._accept_all = accept_all
        self._signing = signing
        self._formats = formats

    def handed(self, path: str, documents: tuple[Reviewed, ...]) -> Written:
        refuse_too_long(documents)
        sheets = [
            sheet_of(doc, self._accepted(doc), self._aspects(doc), self._signing, self._lang) for doc in documents
        ]
        deciding = self._decisions is None and not self._accept_all
        written: list[str] = []
        if "html" in self._formats:
            page = to_html(sheets, lang=self._lang, deciding=deciding)
            written.append(self._write(path, "", ".html", page))
        if "docx" in self._formats:
            for n, sheet in enumerate(sheets, 1):
                number = f"-{n}" if len(sheets) > 1 else ""
                written.append(self._write(path, number, ".docx", to_docx(sheet)))
        return Written(path, tuple(written), documents)

    def _accepted(self, document: Reviewed) -> Mapping[str, bool]:
        if self._accept_all:
            return {note.key: True for note in document.notes} | dict(self._decisions or {})
        return self._decisions or {}

    def _write(self, path: str, number: str, suffix: str, data: bytes) -> str:
        draft = "skp" if path == "-" else path
        place = self._place(draft, f"{REVIEW_ENDING}{number}", suffix)
        _save(place, data)
        return place


def marked_copy(data: bytes, documents: tuple[Reviewed, ...], lang: str, *, index: bool = False) -> Copy:
    """Return the copy of the file that holds *data*, with the notes of its *documents* in it.

    Raises UserError where files of its type cannot be given notes, where it is broken, and where its notes are not known.
    """
    refuse_too_long(documents)
    marking = marking_of(documents, lang, index=index, decisions=decisions_in(data))
    return mark(data, documents[0].path, marking)


def refuse_too_long(documents: tuple[Reviewed, ...]) -> None:
    """Raise UserError where one of the *documents* of a file has more texts than are kept."""
    if not all(document.whole for document in documents):
        raise UserError(_TOO_LONG, path=documents[0].path)


def _digest(place: str) -> str | None:
    """Return the digest of what stands at *place*; None where nothing can be read there."""
    try:
        return digest_of(Path(place).read_bytes())
    except OSError:
        return None


def _save(place: str, data: bytes, *, still_ours: bool = False) -> None:
    """Write *data* to *place*; raises UserError where a file of the user's stands there, and none that is *still_ours*."""
    if not (still_ours or may_be_replaced(place)):
        raise UserError(_NOT_OURS, path=place)
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    write_atomic(place, data)
