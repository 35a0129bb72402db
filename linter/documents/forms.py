"""Parts the rows of sheets into documents, one for each person: what stands above a table, its headings, its data."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from linter.documents.blanks import is_blank
from linter.documents.events import Begin, Event, documents_of
from linter.documents.headings import (
    HEADER_ROWS,
    Cells,
    Columns,
    begins_another,
    columns_of,
    divider,
    heads_another,
    is_number_row,
    only_column,
    roles_in,
    unread_titles,
)
from linter.documents.identity import Identity, begins_identity, identity_of, is_identity, whole
from linter.documents.layouts import Layouts, heading_words
from linter.documents.matrix import Matrix, MatrixColumns, matrix_columns
from linter.documents.narrative import Narrative, opens_narrative
from linter.documents.plan import Plan
from linter.documents.sheets import Row, Sheet
from linter.documents.signatures import with_signatures
from linter.documents.subheadings import continued, is_sub_heading, joined, parted, with_parts
from linter.documents.table import row_items
from linter.documents.workload import Workload, workload_columns
from linter.model import Document, Header, NotChecked, Said, UserError


def read_sheets(sheets: Iterable[Sheet], layouts: Layouts, path: str, format_: str) -> Iterator[Document | NotChecked]:
    """Yield a document for each person in *sheets*, and a NotChecked for each sheet or table that is passed over.

    The items stream in while they are read; those of a document that is left unread are kept when the next one is asked
    for. Sheets in which nothing stands give one document without items. Raises UserError where no sheet has headings that
    are known.
    """
    return documents_of(_Forms(layouts, path).events(sheets), path, format_)


class _Forms:
    """The state of reading one file: the person whose form is read, and which tables were seen."""

    def __init__(self, layouts: Layouts, path: str) -> None:
        self._layouts = layouts
        self._path = path
        self._person: Identity | None = None
        self._cover: list[Cells] = []
        self._plan = Plan()
        self._planned = False
        """Whether the plan of the person was read, so that a form of appraisal only repeats it."""

    def events(self, sheets: Iterable[Sheet]) -> Iterator[Event]:
        """Yield what the sheets hold, in reading order."""
        unread: list[tuple[Sheet, list[Row]]] = []
        anything = False
        for sheet in sheets:
            head: list[Row] = []
            found = False
            for event in self._sheet(sheet, head):
                found = True
                yield event
            anything = anything or found
            if not found and any(not is_blank(cell) for row in head for cell in row.cells):
                unread.append((sheet, head))
        if not anything and not unread:
            yield Begin(Header())
        elif not anything:
            raise unrecognised([row for _, head in unread for row in head], self._layouts, self._path)
        yield from (NotChecked(self._path, _no_table(sheet.name), fatal=False) for sheet, _ in unread)

    def _sheet(self, sheet: Sheet, head: list[Row]) -> Iterator[Event]:
        """Yield what *sheet* holds; *head* gets its first rows, as long as no headings are found."""
        above: deque[Cells] = deque(maxlen=HEADER_ROWS)
        rows = iter(sheet.rows)
        for row in rows:
            above.append(row.cells)
            head.append(row)
            matrix = matrix_columns(row.cells, self._layouts)
            if matrix is not None:
                yield from self._matrix(sheet, matrix, head[:-1], rows)
                return
            if workload_columns(row.cells, self._layouts):
                yield from self._workload(sheet, row, list(above)[:-1], rows)
                return
            columns = columns_of(row.cells, self._layouts, fuzzy=True)
            if columns is not None:
                yield from self._tables(sheet, columns, row, list(above)[:-1], rows)
                return
            if opens_narrative(row.cells, self._layouts):
                yield from self._narrative(sheet, row, list(above)[:-1], rows)
                return
            if len(head) == sheet.search:
                break
        single = self._only_column(head)
        if single is not None:
            n, columns = single
            rest = _chained(head[n + 1 :], rows)
            yield from self._tables(sheet, columns, head[n], [row.cells for row in head[:n]], rest)
        else:
            self._cover += [row.cells for row in head]

    def _only_column(self, head: list[Row]) -> tuple[int, Columns] | None:
        """Return the first row that is not blank where it is the exact title of the one column of a table."""
        n = next((n for n, row in enumerate(head) if any(not is_blank(cell) for cell in row.cells)), None)
        columns = only_column(head[n].cells, self._layouts) if n is not None else None
        return (n, columns) if n is not None and columns is not None else None

    def _tables(
        self, sheet: Sheet, columns: Columns, headings: Row, above: list[Cells], rows: Iterator[Row]
    ) -> Iterator[Event]:
        """Yield the tables of *sheet* from its first heading row on."""
        yield from self._begin(sheet, columns, headings.cells, above, headings.number)
        reading, under_headings, titles = not self._repeats(columns), True, list(headings.cells)
        between: deque[Cells] = deque(maxlen=HEADER_ROWS)
        for row, signed in with_signatures(rows):
            cells = row.cells
            if under_headings and (below := parted(titles, cells, columns, self._layouts)) is not None:
                columns = below
                continue
            again = columns if list(cells) == titles else columns_of(cells, self._layouts, fuzzy=not reading)
            if again is not None:
                yield from self._begin(sheet, again, cells, list(between), row.number)
                between.clear()
                columns, under_headings, reading = again, True, not self._repeats(again)
                titles = list(cells)
                continue
            if is_number_row(cells):
                continue
            if under_headings and is_sub_heading(cells, self._layouts):
                columns = with_parts(columns, cells, self._layouts)
                continue
            if under_headings and (wider := continued(titles, cells, columns, self._layouts)):
                columns, titles = wider, joined(titles, cells)
                continue
            said = "berhenti" if signed else divider(cells, self._layouts)
            if said is None and self._ends(row, columns):
                said = "berhenti"
            if said == "berhenti" or not reading:
                between.append(cells)
            if said in ("utama", "tambahan", "hasil", "berhenti"):
                self._plan.divide(said if said in ("utama", "tambahan") else None)
                reading = said != "berhenti" and not self._repeats(columns)
            elif said is None and reading:
                first = under_headings and not all(map(is_blank, cells))
                if first and (unknown := unread_titles(columns, titles, self._layouts)):
                    yield NotChecked(self._path, _no_plans(unknown))
                yield from row_items(row, columns, self._plan, self._layouts, sheet, self._path)
            under_headings = under_headings and all(is_blank(cell) for cell in cells)

    def _ends(self, row: Row, columns: Columns) -> bool:
        """Tell whether a row that is no heading we know ends the table: an identity, or the headings of another table."""
        cells, layouts = row.cells, self._layouts
        if is_identity(cells, layouts) or heads_another(cells, layouts) or begins_another(cells, layouts):
            return True
        return row.begins and not columns.cell(cells, "no").strip(" .)").isdigit()

    def _matrix(self, sheet: Sheet, columns: MatrixColumns, above: list[Row], rows: Iterator[Row]) -> Iterator[Event]:
        """Yield the matrix of roles and results on *sheet*, as a document of its own."""
        found = identity_of([row.cells for row in above], (), self._layouts)
        yield Begin(msgspec.structs.replace(found.header, kind="matriks"))
        self._person = None
        matrix = Matrix(columns, sheet, above)
        yield from matrix.begin()
        for row in rows:
            if columns_of(row.cells, self._layouts, fuzzy=False) or workload_columns(row.cells, self._layouts):
                yield from self._sheet(msgspec.structs.replace(sheet, rows=_chained([row], rows)), [])
                return
            if divider(row.cells, self._layouts) != "berhenti":
                yield from matrix.rows(row)

    def _workload(self, sheet: Sheet, titles: Row, above: list[Cells], rows: Iterator[Row]) -> Iterator[Event]:
        """Yield the analysis of work load on *sheet*, as a document of its own."""
        header = identity_of(above, titles.cells, self._layouts).header
        yield Begin(msgspec.structs.replace(header, kind="abk", regime=None))
        self._person = None
        workload = Workload(titles.cells, sheet, self._layouts)
        for row in rows:
            if columns_of(row.cells, self._layouts, fuzzy=False) or matrix_columns(row.cells, self._layouts):
                yield from self._sheet(msgspec.structs.replace(sheet, rows=_chained([row], rows)), [])
                return
            yield from workload.rows(row)

    def _narrative(self, sheet: Sheet, first: Row, above: list[Cells], rows: Iterator[Row]) -> Iterator[Event]:
        """Yield the forms of the qualitative approach in *sheet*, from the first rencana kinerja on."""
        yield from self._begin(sheet, Columns({}, 0), (), above, first.number)
        narrative, reading = Narrative(self._plan, self._layouts, sheet), True
        between: deque[Cells] = deque(maxlen=HEADER_ROWS)
        for row in _chained([first], rows):
            said = divider(row.cells, self._layouts)
            if said is None and is_identity(row.cells, self._layouts):
                said = "berhenti"
            if said is not None:
                yield from narrative.end()
                self._plan.divide(said if said in ("utama", "tambahan") else None)
                reading = said != "berhenti"
            elif not reading and opens_narrative(row.cells, self._layouts):
                yield from self._begin(sheet, Columns({}, 0), (), list(between), row.number)
                between.clear()
                narrative, reading = Narrative(self._plan, self._layouts, sheet), True
            if not reading:
                between.append(row.cells)
            elif said is None:
                yield from narrative.rows(row)
        yield from narrative.end()

    def _begin(
        self, sheet: Sheet, columns: Columns, headings: Cells, above: list[Cells], below: int
    ) -> Iterator[Event]:
        """Yield the begin of a document where the rows *above* a table name another person, or none was named yet."""
        found = identity_of(above, headings, self._layouts)
        if self._person is None and not found.marks and self._cover:
            found = identity_of([*self._cover, *above], headings, self._layouts)
        if self._person is None or _is_another(found, self._person):
            self._person, self._planned = found, False
            pk = found.header.kind == "pk"
            self._plan = Plan(part="sasaran", asal="pk") if pk else Plan()
            rows = _own_rows(sheet, below, self._layouts)
            yield Begin(found.header if pk else whole(found.header, rows, self._layouts), found.people)
        for cells in above:
            said = divider(cells, self._layouts)
            if said in ("utama", "tambahan"):
                self._plan.divide(said)
        if self._repeats(columns):
            yield NotChecked(self._path, _REPEATED, fatal=False)
        else:
            self._planned = self._planned or not columns.evaluates

    def _repeats(self, columns: Columns) -> bool:
        """Tell whether a table only repeats the plan that was read, beside what became of it."""
        return columns.evaluates and self._planned


def _own_rows(sheet: Sheet, below: int, layouts: Layouts) -> Iterator[Cells]:
    """Yield the rows of a form below its heading row, up to those that name the next person; none of a stream."""
    for row in islice(sheet.rows, below, None) if isinstance(sheet.rows, list) else ():
        if begins_identity(row.cells, layouts):
            return
        yield row.cells


def _is_another(found: Identity, person: Identity) -> bool:
    """Tell whether *found* names another person than *person*: another name and number, or where none is given another post."""
    if found.marks and person.marks:
        return found.marks.isdisjoint(person.marks)
    post, before = found.header.post, person.header.post
    return bool(post and before) and post != before


def _chained(first: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from first
    yield from rest


_REPEATED = Said(
    "tabel evaluasi mengulang rencana yang sudah dibaca di atasnya, jadi tidak dibaca lagi",
    "a table of appraisal repeats the plan that was read above, so it is not read again",
)


def _no_plans(titles: Sequence[str]) -> Said:
    told = ", ".join(f"'{title}'" for title in titles)
    return Said(
        f"tabel ini tidak memiliki kolom rencana hasil kerja yang dikenali; judul yang tidak dikenali: {told}",
        f"this table has no column of plans that we know; the titles that are not known: {told}",
    )


def _no_table(name: str) -> Said:
    if not name:
        return Said("tidak berisi tabel SKP", "it holds no SKP table")
    return Said(
        f"lembar '{name[:60]}' tidak berisi tabel SKP yang dikenali", f"sheet '{name[:60]}' holds no SKP table we know"
    )


def unrecognised(head: Iterable[Row], layouts: Layouts, path: str) -> UserError:
    """Return the error for a table whose headings are not known.

    It repeats only cells made of words that headings have: another cell may hold the name of a person.
    """
    read = Said("", "")
    rows = [(len(roles_in(r.cells, layouts)), -r.number, r.cells) for r in head if not all(map(is_blank, r.cells))]
    if rows:
        _, row, cells = max(rows, key=lambda entry: entry[:2])
        named = [cell for cell in cells if heading_words(cell) and set(heading_words(cell)) <= layouts.words]
        titles = ", ".join(f"'{' '.join(cell.split())[:60]}'" for cell in named)
        if titles:
            read = Said(f"; pada baris {-row} terbaca {titles}", f"; row {-row} reads {titles}")
    rk, indicator = layouts.names.get("rk", "rk"), layouts.names.get("indikator", "indikator")
    return UserError(
        Said(
            f"judul kolom tabel tidak dikenali{read.id}; perlu satu baris judul dengan kolom {rk} atau {indicator}",
            f"the column headings are not known{read.said('en')}; one row of headings with {rk} or {indicator} is needed",
        ),
        path=path,
        hint=Said(
            "daftar rumusan tanpa judul kolom dapat disimpan sebagai .txt, satu rumusan per baris",
            "a list of statements without headings can be saved as .txt, one statement on each line",
        ),
    )
