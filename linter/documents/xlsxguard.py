"""Looks into an XLSX file before it is read: refuses what would harm, and says how its numbers are shown.

The reader of workbooks allocates the rectangle that the cells span, and one cell at XFD1048576 ends the process; so sizes,
entities and the span of the cells are checked first, streaming, in bounded memory.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat

import msgspec

from linter.documents.ziplimits import CHUNK, MAX_BYTES, MAX_CELLS, OLE, entities, too_large, too_wide, unpacked
from linter.model import Said, UserError

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}  # fmt: skip
"""Number formats that a workbook names by number alone (ECMA-376, part 1, 18.8.30)."""

Cell = tuple[int, int]
"""Row and column, 0-based."""
Attributes = dict[str, str]


_TOLD = 8
"""The most cells of a kind that are named."""


class SheetLook(msgspec.Struct, frozen=True):
    """What is known of a sheet: the number formats of its numeric cells, and some cells whose formula has no result, or a
    fault (#REF!) for one."""

    formats: dict[Cell, str]
    uncalculated: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()


def look(data: bytes, path: str) -> dict[str, SheetLook]:
    """Return what is known of each sheet of the XLSX file in *data*, by its name.

    Raises UserError for a file that is broken, locked by a password, or would take too much memory.
    """
    if data[:4] == OLE:
        raise UserError(LOCKED, path=path)
    with unpacked(data, path, BROKEN, LOCKED) as archive:
        return _Looker(archive, path).sheets()


def column_of(letters: str) -> int:
    """Return the column (0-based) that *letters* name: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Looker:
    """Reads the parts of one workbook."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self._archive = archive
        self._path = path
        self._names = {part.filename.lower(): part.filename for part in archive.infolist()}
        self._read = 0

    def sheets(self) -> dict[str, SheetLook]:
        """Return what is known of each sheet by its name."""
        codes = self._codes() if "xl/styles.xml" in self._names else {}
        targets = self._relations()
        sheets: dict[str, str] = {}

        def begin(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                sheets[attributes["name"]] = next((v for k, v in attributes.items() if k.endswith("|id")), "")

        self._parse("xl/workbook.xml", begin)
        if not sheets:
            raise UserError(BROKEN, path=self._path)
        parts = {name: targets.get(relation, "") for name, relation in sheets.items()}
        return {name: self._sheet(part, codes) for name, part in parts.items() if part.lower() in self._names}

    def _relations(self) -> dict[str, str]:
        found: dict[str, str] = {}

        def begin(name: str, attributes: Attributes) -> None:
            if name == "Relationship":
                target = attributes.get("Target", "")
                found[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"

        self._parse("xl/_rels/workbook.xml.rels", begin)
        return found

    def _codes(self) -> dict[str, str]:
        """Return the number format of each style that has one, by the number of the style."""
        own: dict[str, str] = {}
        used: list[str] = []
        within: list[str] = []

        def begin(name: str, attributes: Attributes) -> None:
            if name == "numFmt":
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif name == "cellXfs":
                within.append(name)
            elif name == "xf" and within:
                used.append(attributes.get("numFmtId", "0"))

        def end(name: str) -> None:
            if name == "cellXfs":
                within.clear()

        self._parse("xl/styles.xml", begin, end)
        codes = {str(n): own.get(id_) or _BUILT_IN.get(int(id_), "") for n, id_ in enumerate(used) if id_.isdecimal()}
        return {n: code for n, code in codes.items() if code}

    def _sheet(self, part: str, codes: dict[str, str]) -> SheetLook:
        """Return what is known of the sheet in *part*; raises UserError where its cells span too much."""
        formats: dict[Cell, str] = {}
        uncalculated, faulty = list[str](), list[str]()
        reference, code, kind, formula, said, value = "", "", "", False, False, False
        last_row = last_column = 0

        def begin(name: str, attributes: Attributes) -> None:
            nonlocal reference, code, kind, formula, said, value, last_row, last_column
            if name == "c":
                reference, kind = attributes.get("r", ""), attributes.get("t", "n")
                code = codes.get(attributes.get("s", ""), "") if kind == "n" else ""
                formula = said = False
            elif name == "f":
                formula, value = True, False
            elif name in ("v", "is"):
                value = True
                found = _REFERENCE.fullmatch(reference)
                if found is None:
                    if reference:
                        raise UserError(BROKEN, path=self._path)
                    return
                row, column = int(found[2]), column_of(found[1])
                last_row, last_column = max(last_row, row), max(last_column, column + 1)
                if last_row * last_column > MAX_CELLS:
                    raise too_wide(last_row, last_column, self._path)
                if code:
                    formats[row - 1, column] = code

        def end(name: str) -> None:
            if name == "c" and kind == "e" and len(faulty) < _TOLD:
                faulty.append(reference)
            elif name == "c" and formula and not said and kind != "str" and len(uncalculated) < _TOLD:
                uncalculated.append(reference)

        def characters(_: str) -> None:
            nonlocal said
            said = said or value

        self._parse(part, begin, end, characters)
        return SheetLook(formats, tuple(uncalculated), tuple(faulty))

    def _parse(
        self,
        part: str,
        begin: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        characters: Callable[[str], None] | None = None,
    ) -> None:
        """Parse a part, telling the local name of each element; raises UserError for entities and for too many bytes."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.StartElementHandler = lambda name, attributes: begin(name.rpartition("|")[2], attributes)
        if end is not None:
            tell = end
            parser.EndElementHandler = lambda name: tell(name.rpartition("|")[2])
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = self._refuse
        with self._archive.open(self._names.get(part.lower(), part)) as stream:
            while piece := stream.read(CHUNK):
                self._read += len(piece)
                if self._read > MAX_BYTES:
                    raise too_large(self._path)
                parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _refuse(self, *_: object) -> None:
        raise entities(self._path)


LOCKED = Said(
    "berkas ini dikunci sandi, atau berkas lama (.xls) yang diberi nama .xlsx; buka, lalu simpan lagi sebagai .xlsx",
    "this file is locked by a password, or an old one (.xls) under the name .xlsx; open it and save it as .xlsx again",
)
BROKEN = Said("berkas ini rusak, atau bukan buku kerja Excel", "this file is broken, or no Excel workbook")
