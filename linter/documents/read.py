"""Reads whatever the user names, a file, a folder or standard input, as documents, and says what was not checked."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from linter.documents.text import TextOptions, read_text
from linter.io.files import TextSource, read_bytes, shown, text_in, text_of, why_not
from linter.io.ours import is_copy, is_report, is_report_data
from linter.model import Document, NotChecked, Said, UserError

if TYPE_CHECKING:
    from linter.documents.layouts import Layouts

TEXT = frozenset({".txt", ".skp"})
DRAFT = frozenset({".yaml", ".yml", ".json"})
TABLE = frozenset({".csv", ".tsv"})
BINARY = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".pdf"})
"""Files whose notes go into a copy; they are never changed in place."""
MARKDOWN = ".md"
OURS = TEXT | DRAFT | TABLE | BINARY | {MARKDOWN}

_IGNORED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
_OUR_KEYS = re.compile(
    r"""(?:^|[{,\s])["']?(?:utama|tambahan|matriks|perjanjian_kinerja|pohon_kinerja|abk|manual_indikator|keterkaitan_angka_kredit)"""
    r"""["']?\s*:"""
)
_KNOWN = ".txt, .skp, .yaml, .yml, .json, .csv, .tsv, .xlsx, .xls, .ods, .docx, .pdf, .md"
_NO_DRAFT = Said("bukan draf SKP", "no SKP draft")
_COPY = Said(
    "salinan bercatatan dari skplint; yang diperiksa aslinya", "a copy with notes by skplint; its original is checked"
)
_REPORT = Said("berkas ini catatan yang ditulis skplint, bukan draf", "this file holds notes by skplint, no draft")

Read = Iterator[Document | NotChecked]
OptionsAt = Callable[[str], TextOptions]
"""Says for the path of an input what its lines are."""
Skip = Callable[[str, bool], bool]
"""Tells for a path, and whether it is a folder, if it is to be left out of the folder it stands in."""


def read_path(
    path: str,
    *,
    layouts: Layouts | None = None,
    options: OptionsAt | None = None,
    explicit: bool = True,
    skip: Skip | None = None,
) -> Read:
    """Yield the documents of a file or folder, and a NotChecked for each input that is not checked.

    A folder is read recursively in the order of names; hidden files, environments and linked folders are passed over.
    *explicit* is true for what the user named: there anything that cannot be read is fatal, in a folder what is not
    ours is only listed. *layouts* (default: those of the package) serve tables, *options* text; what *skip* names is left
    out of a folder without a word, as hidden files are.
    Never raises; but reading the items of a Document may raise UserError (see ``reason``).
    """
    status = _status(path)
    if isinstance(status, Said):
        yield NotChecked(shown(path), status)
    elif stat.S_ISDIR(status.st_mode):
        yield from _folder(path, layouts, options, skip)
    else:
        yield from _file(path, layouts, options, explicit=explicit)


def read_data(
    data: bytes, name: str | None = None, *, layouts: Layouts | None = None, options: OptionsAt | None = None
) -> Read:
    """Yield the document in *data* (standard input, an editor's buffer), or a NotChecked.

    It is text unless *name* says otherwise by its extension.
    """
    path = shown(name) if name else "-"
    if is_report_data(data):
        yield NotChecked(path, _REPORT)
        return
    suffix = _suffix(path) if name else ".txt"
    yield from _read(path, suffix, _Given(data, path), layouts, options, explicit=True)


def reason(error: UserError) -> Said:
    """Return the error as the reason of a NotChecked: with its place, without the path, which stands beside it."""
    return Said(_in_words(error, "id", "baris", "kolom"), _in_words(error, "en", "line", "column"))


def _in_words(error: UserError, lang: str, line: str, column: str) -> str:
    place = f"{line} {error.line}" if error.line is not None else ""
    place += f", {column} {error.column}" if place and error.column is not None else ""
    said = error.message.said(lang) + (f" ({error.hint.said(lang)})" if error.hint else "")
    return f"{place}: {said}" if place else said


def _status(path: str) -> os.stat_result | Said:
    """Return the status of what *path* names, or why there is none."""
    try:
        return Path(path).stat() if path else Said("nama berkas ini kosong", "the file name is empty")
    except (OSError, ValueError) as error:
        return why_not(error)


def _folder(path: str, layouts: Layouts | None, options: OptionsAt | None, skip: Skip | None) -> Read:
    """Yield what a folder holds; a folder in which nothing was to be checked is itself not checked."""
    found = False
    for entry in _walk(path, skip):
        outcomes = (entry,) if isinstance(entry, NotChecked) else _file(entry, layouts, options, explicit=False)
        for outcome in outcomes:
            found = found or isinstance(outcome, Document) or outcome.fatal
            yield outcome
    if not found:
        why = Said(
            f"folder ini tidak berisi berkas yang dapat diperiksa ({_KNOWN})",
            f"this folder holds no file that can be checked ({_KNOWN})",
        )
        yield NotChecked(shown(path), why)


def _walk(path: str, skip: Skip | None) -> Iterator[str | NotChecked]:
    """Yield the regular files under a folder in the order of names, and what is not followed or cannot be opened."""
    stack = [path]
    while stack:
        here = stack.pop()
        status = _status(here)
        if skip and here != path and skip(here, not isinstance(status, Said) and stat.S_ISDIR(status.st_mode)):
            continue
        if isinstance(status, Said) or stat.S_IFMT(status.st_mode) not in (stat.S_IFREG, stat.S_IFDIR):
            why = Said("tautan yang rusak, atau bukan berkas biasa", "a broken link, or no ordinary file")
            yield NotChecked(shown(here), why, fatal=_suffix(here) in OURS)
        elif stat.S_ISREG(status.st_mode):
            yield here
        elif here != path and Path(here).is_symlink():
            why = Said("tautan ke folder lain tidak diikuti", "a link to another folder is not followed")
            yield NotChecked(shown(here), why, fatal=False)
        else:
            try:
                with os.scandir(here) as entries:
                    names = sorted((entry.name for entry in entries if not _hidden(entry.name)), reverse=True)
                stack.extend(os.path.normpath(f"{here}/{name}") for name in names)
            except OSError as error:
                yield NotChecked(shown(here), why_not(error))


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _IGNORED_FOLDERS


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()


def _file(path: str, layouts: Layouts | None, options: OptionsAt | None, *, explicit: bool) -> Read:
    if is_report(path):
        yield NotChecked(shown(path), _REPORT, fatal=explicit)
        return
    if not explicit and is_copy(path):
        yield NotChecked(shown(path), _COPY, fatal=False)
        return
    yield from _read(shown(path), _suffix(path), _File(path), layouts, options, explicit=explicit)


class _Source(Protocol):
    """The input to read: as a text, or as bytes; both raise UserError where that cannot be done."""

    def text(self) -> TextSource: ...

    def data(self) -> bytes: ...


class _Given(NamedTuple):
    """An input that is there already."""

    given: bytes
    path: str

    def text(self) -> TextSource:
        return text_of(self.given, self.path)

    def data(self) -> bytes:
        return self.given


class _File(NamedTuple):
    """An input that stands in a file."""

    path: str

    def text(self) -> TextSource:
        return text_in(self.path)

    def data(self) -> bytes:
        return read_bytes(self.path)


def _read(
    path: str,
    suffix: str,
    source: _Source,
    layouts: Layouts | None,
    options: OptionsAt | None,
    *,
    explicit: bool,
) -> Read:
    """Yield the document of one input by its extension, or why there is none."""
    try:
        if suffix in TEXT:
            yield read_text(source.text(), options(path) if options else TextOptions())
        elif suffix in TABLE:
            yield from _table(source.text(), suffix, layouts)
        elif suffix in DRAFT:
            yield from _draft(source.text(), suffix, explicit=explicit)
        elif suffix in BINARY:
            yield from _binary(path, suffix, source.data(), layouts)
        elif suffix == MARKDOWN:
            yield from _markdown(source.text(), layouts, explicit=explicit)
        else:
            if explicit:
                source.text()
            yield NotChecked(path, _unknown(suffix), fatal=explicit)
    except UserError as error:
        yield NotChecked(path, reason(error))


def _unknown(suffix: str) -> Said:
    if suffix:
        return Said(
            f"jenis berkas '{suffix[:20]}' tidak dikenal; yang dibaca: {_KNOWN}",
            f"files of the type '{suffix[:20]}' are not known; these are read: {_KNOWN}",
        )
    return Said(
        f"nama berkas ini tanpa akhiran; yang dibaca: {_KNOWN}",
        f"this file name has no ending; these are read: {_KNOWN}",
    )


def _table(source: TextSource, suffix: str, layouts: Layouts | None) -> Read:
    from linter.documents.csvtable import read_csv
    from linter.documents.layouts import default_layouts

    return read_csv(source, layouts or default_layouts(), tabs=suffix == ".tsv")


def _binary(path: str, suffix: str, data: bytes, layouts: Layouts | None) -> Read:
    from linter.documents.layouts import default_layouts

    known = layouts or default_layouts()
    if suffix == ".docx":
        from linter.documents.docx import read_docx

        return read_docx(data, path, known)
    if suffix == ".pdf":
        from linter.documents.pdf import read_pdf

        return read_pdf(data, path, known)
    if suffix == ".ods":
        from linter.documents.ods import read_ods

        return read_ods(data, path, known)
    from linter.documents.workbook import read_xls, read_xlsx

    return (read_xls if suffix == ".xls" else read_xlsx)(data, path, known)


def _markdown(source: TextSource, layouts: Layouts | None, *, explicit: bool) -> Read:
    """Yield the documents of a Markdown text; in a folder one without a table of ours is skipped."""
    from linter.documents.layouts import default_layouts
    from linter.documents.markdown import has_table, read_markdown

    text, known = source.read(), layouts or default_layouts()
    if not explicit and not has_table(text, known):
        yield NotChecked(source.path, Said("tidak berisi tabel SKP", "it holds no SKP table"), fatal=False)
    else:
        yield from read_markdown(text, source.path, known)


def _draft(source: TextSource, suffix: str, *, explicit: bool) -> Read:
    """Yield a draft, or the papers beside one; in a folder a file without anything of ours is skipped."""
    if not explicit and source.data is None:
        why = Said("terlalu besar untuk sebuah draf", "too large for a draft")
        yield NotChecked(source.path, why, fatal=False)
        return
    text = source.read()
    if not explicit and not _OUR_KEYS.search(text):
        yield NotChecked(source.path, _NO_DRAFT, fatal=False)
        return
    from linter.documents.draft import is_draft, load_draft_tree, not_a_draft, read_draft
    from linter.documents.papers import are_papers, read_papers

    kind = "json" if suffix == ".json" else "yaml"
    tree = load_draft_tree(text, source.path, json=kind == "json")
    if tree.data is None and explicit:
        yield Document(path=source.path, format=kind, items=iter(()))
    elif is_draft(tree):
        yield read_draft(tree, kind, text)
    elif are_papers(tree):
        yield from read_papers(tree, kind, text)
    elif explicit:
        raise not_a_draft(tree)
    else:
        yield NotChecked(source.path, _NO_DRAFT, fatal=False)
