"""Reads whatever the user names, a file, a folder or standard input, as documents, and says what was not checked."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from linter.documents.text import TextOptions, read_text
from linter.documents.walk import (
    BINARY,
    DRAFT,
    KNOWN,
    MARKDOWN,
    TABLE,
    TEXT,
    Skip,
    nothing_in,
    status_of,
    suffix_of,
    walk,
)
from linter.io.files import TextSource, read_bytes, shown, text_in, text_of
from linter.io.ours import is_copy, is_report, is_report_data
from linter.model import Document, NotChecked, Said, UserError

if TYPE_CHECKING:
    from linter.documents.layouts import Layouts

_OUR_KEYS = re.compile(
    r"""(?:^|[{,\s])["']?(?:utama|tambahan|matriks|perjanjian_kinerja|pohon_kinerja|abk|manual_indikator|keterkaitan_angka_kredit)"""
    r"""["']?\s*:"""
)
_NO_DRAFT = Said("bukan draf SKP", "no SKP draft")
_COPY = Said(
    "salinan bercatatan dari skplint; yang diperiksa aslinya", "a copy with notes by skplint; its original is checked"
)
_REPORT = Said("berkas ini catatan yang ditulis skplint, bukan draf", "this file holds notes by skplint, no draft")

Read = Iterator[Document | NotChecked]
OptionsAt = Callable[[str], TextOptions]
"""Says for the path of an input what its lines are."""


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
    status = status_of(path)
    if isinstance(status, Said):
        yield NotChecked(shown(path), status)
    elif stat.S_ISDIR(status.st_mode):
        yield from _folder(path, layouts, options, skip)
    else:
        yield from read_file(path, layouts, options, explicit=explicit)


def read_data(
    data: bytes,
    name: str | None = None,
    *,
    layouts: Layouts | None = None,
    options: OptionsAt | None = None,
    explicit: bool = True,
) -> Read:
    """Yield the document in *data* (standard input, an editor's buffer), or a NotChecked; *explicit* as for ``read_path``.

    It is text unless *name* says otherwise by its extension.
    """
    path = shown(name) if name else "-"
    if is_report_data(data):
        yield NotChecked(path, _REPORT, fatal=explicit)
        return
    suffix = suffix_of(path) if name else ".txt"
    yield from _read(path, suffix, _Given(data, path), layouts, options, explicit=explicit)


def reason(error: UserError) -> Said:
    """Return the error as the reason of a NotChecked: with its place, without the path, which stands beside it."""
    return Said(_in_words(error, "id", "baris", "kolom"), _in_words(error, "en", "line", "column"))


def _in_words(error: UserError, lang: str, line: str, column: str) -> str:
    place = f"{line} {error.line}" if error.line is not None else ""
    place += f", {column} {error.column}" if place and error.column is not None else ""
    said = error.message.said(lang) + (f" ({error.hint.said(lang)})" if error.hint else "")
    return f"{place}: {said}" if place else said


def _folder(path: str, layouts: Layouts | None, options: OptionsAt | None, skip: Skip | None) -> Read:
    """Yield what a folder holds; a folder in which nothing was to be checked is itself not checked."""
    found = False
    for entry in walk(path, skip):
        outcomes = (entry,) if isinstance(entry, NotChecked) else read_file(entry, layouts, options, explicit=False)
        for outcome in outcomes:
            found = found or isinstance(outcome, Document) or outcome.fatal
            yield outcome
    if not found:
        yield nothing_in(path)


def read_file(path: str, layouts: Layouts | None, options: OptionsAt | None, *, explicit: bool) -> Read:
    """Yield the documents of one file, and a NotChecked where it is not checked; *explicit* as for ``read_path``."""
    if is_report(path):
        yield NotChecked(shown(path), _REPORT, fatal=explicit)
        return
    if not explicit and is_copy(path):
        yield NotChecked(shown(path), _COPY, fatal=False)
        return
    yield from _read(shown(path), suffix_of(path), _File(path), layouts, options, explicit=explicit)


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
            yield NotChecked(path, unknown_type(suffix), fatal=explicit)
    except UserError as error:
        yield NotChecked(path, reason(error), line=error.line, column=error.column)


def unknown_type(suffix: str) -> Said:
    """Return that no files with this ending are read, and which are."""
    if suffix:
        return Said(
            f"jenis berkas '{suffix[:20]}' tidak dikenal; yang dibaca: {KNOWN}",
            f"files of the type '{suffix[:20]}' are not known; these are read: {KNOWN}",
        )
    return Said(
        f"nama berkas ini tanpa akhiran; yang dibaca: {KNOWN}",
        f"this file name has no ending; these are read: {KNOWN}",
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
