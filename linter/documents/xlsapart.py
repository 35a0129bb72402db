"""Takes an old workbook (XLS) apart in a process of its own, with bounds on its memory and time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO

import msgspec

from linter.documents.numberformat import shown
from linter.documents.ziplimits import MAX_CELLS, OLE
from linter.model import Said, UserError

_MEMORY = 1 << 30
_SECONDS = 20

Sheets = list[tuple[str, bool, list[list[str]]]]
"""Name of each sheet, whether it is visible, and its rows."""


class _Answer(msgspec.Struct):
    """What the process says: the sheets, or why there are none (locked, broken)."""

    sheets: Sheets = []
    fault: str = ""


def sheets_apart(data: bytes, path: str) -> Sheets:
    """Return the sheets of the XLS workbook in *data*; raises UserError where it cannot be read within the bounds."""
    if data[:4] != OLE:
        raise UserError(_HTML if data.lstrip()[:1] == b"<" else _ANOTHER if data[:2] == b"PK" else _BROKEN, path=path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "linter.documents.xlsapart"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, env=environment, check=False)
        answer = msgspec.json.decode(done.stdout, type=_Answer)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError):
        raise UserError(_TOO_MUCH, path=path) from None
    if answer.fault:
        raise UserError({"locked": _LOCKED, "large": _TOO_MUCH}.get(answer.fault, _BROKEN), path=path)
    return answer.sheets


def _bound() -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _read(data: bytes) -> _Answer:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        found: Sheets = []
        for about in book.sheets_metadata:
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                return _Answer(fault="large")
            rows = [[shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            found.append((about.name, about.visible == calamine.SheetVisibleEnum.Visible, rows))
    except calamine.PasswordError:
        return _Answer(fault="locked")
    except (calamine.CalamineError, OSError, ValueError):
        return _Answer(fault="broken")
    return _Answer(found)


_LOCKED = Said("berkas ini dikunci sandi", "this file is locked by a password")
_BROKEN = Said("berkas ini rusak, atau bukan buku kerja Excel lama", "this file is broken, or no old Excel workbook")
_HTML = Said(
    "isi berkas ini halaman web yang diberi nama .xls; buka di Excel, lalu simpan sebagai .xlsx",
    "this file is a web page under the name .xls; open it in Excel and save it as .xlsx",
)
_ANOTHER = Said(
    "isi berkas ini bukan .xls; bila buku kerja baru, ubah namanya menjadi .xlsx",
    "this file is no .xls; if it is a new workbook, rename it to .xlsx",
)
_TOO_MUCH = Said(
    "berkas ini tidak dapat dibaca dalam batas memori dan waktu; simpan sebagai .xlsx",
    "this file cannot be read within the bounds of memory and time; save it as .xlsx",
)

if __name__ == "__main__":
    _bound()
    sys.stdout.buffer.write(msgspec.json.encode(_read(sys.stdin.buffer.read())))
